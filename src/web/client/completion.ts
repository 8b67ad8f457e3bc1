import type { ArgumentView, CommandView } from '../wire.ts';
import { say, told } from './words.ts';

/** What may come next on a command line. Pure. */

export type Suggestion = {
  /** What is added, as it is shown. */
  readonly label: string;
  readonly detail: string;
  /** The whole line once this is taken. */
  readonly line: string;
  /** Why this person cannot ask it, if so. */
  readonly needs: string | null;
};

const MOST = 8;

/** Suggestions for the end of a line: commands first, then their arguments, then an argument's choices. */
export function suggest(line: string, commands: readonly CommandView[]): readonly Suggestion[] {
  const typed = line.trimStart().replace(/^\//, '');
  if (line.trim() === '') return [];
  const command = commandOf(typed, commands);
  const found = command ? suggestArguments(typed, command) : suggestCommands(typed, commands);
  return found.filter((each) => each.line !== line).slice(0, MOST);
}

/** The command a line is about, once its name is finished with a blank. */
export function commandOf(line: string, commands: readonly CommandView[]): CommandView | null {
  const typed = line.trimStart().replace(/^\//, '').toLowerCase().replace(/\s+/g, ' ');
  const known = commands.filter(({ name }) => typed.startsWith(`${name} `) || typed === name);
  const longest = known.sort((a, b) => b.name.length - a.name.length)[0];
  if (!longest || !typed.startsWith(`${longest.name} `)) return null;
  // "/budget " could still become "/budget plan".
  const goesOn = typed.endsWith(' ') && commands.some(({ name }) => name.startsWith(typed));
  return goesOn && longest.arguments.length === 0 ? null : longest;
}

/** Whether a line is about a file that has yet to be chosen. */
export function wantsFile(line: string, commands: readonly CommandView[]): boolean {
  const command = commandOf(`${line} `, commands);
  const has = (kind: ArgumentView['kind']) => command?.arguments.some((each) => each.kind === kind) ?? false;
  const isNamed = command?.arguments.some(
    ({ kind, name }) => kind === 'held' && new RegExp(`\\s${name}[:=]`).test(line),
  );
  return has('file') && !isNamed;
}

/** "/forecast weeks:1–52 by:channel|branch" */
export function usage({ name, arguments: all }: CommandView): string {
  const words = typable(all).map((argument) => {
    const word = `${argument.name}:${valueHint(argument)}`;
    return argument.required ? word : `[${word}]`;
  });
  return [`/${name}`, ...words].join(' ');
}

function suggestCommands(typed: string, commands: readonly CommandView[]): Suggestion[] {
  const wanted = typed.toLowerCase().replace(/\s+/g, ' ');
  const rank = ({ name }: CommandView) =>
    name.startsWith(wanted) ? 0 : name.split(' ').some((word) => word.startsWith(wanted)) ? 1 : 2;
  return commands
    .map((command) => ({ command, rank: rank(command) }))
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ command: { name, summary, needs, allowed, arguments: all } }) => ({
      label: `/${name}`,
      detail: summary,
      line: `/${name}${typable(all).length > 0 ? ' ' : ''}`,
      needs: allowed ? null : needs,
    }));
}

function suggestArguments(typed: string, { arguments: all, bare }: CommandView): Suggestion[] {
  if ((typed.match(/"/g) ?? []).length % 2 === 1) return [];
  const [, before = '', word = ''] = /^(.*\s)(\S*)$/s.exec(typed) ?? [];
  const [, key, value] = /^([\w-]+)[:=](.*)$/.exec(word) ?? [];
  const chosen = all.find(({ name }) => name === key?.toLowerCase());
  if (key !== undefined) {
    return choicesOf(chosen, value ?? '').map((choice) =>
      suggestion(choice, chosen?.description ?? '', `/${before}${key}:${choice} `),
    );
  }
  const used = new Set([...before.matchAll(/([\w-]+)[:=]/g)].map(([, name]) => name?.toLowerCase()));
  const bareChoices = choicesOf(
    all.find(({ name }) => name === bare && !used.has(name)),
    word,
  ).map((choice) => suggestion(choice, '', `/${before}${choice} `));
  const names = typable(all)
    .filter(({ name }) => name.startsWith(word.toLowerCase()) && !used.has(name))
    .map((argument) => suggestion(`${argument.name}:`, detailOf(argument), `/${before}${argument.name}:`));
  return [...bareChoices, ...names];
}

function suggestion(label: string, detail: string, line: string): Suggestion {
  return { label, detail, line, needs: null };
}

function choicesOf(argument: ArgumentView | undefined, begun: string): readonly string[] {
  return (argument?.choices ?? []).filter((choice) => choice.toLowerCase().startsWith(begun.toLowerCase()));
}

function detailOf(argument: ArgumentView): string {
  const required = argument.required ? ` · ${told(say`required`)}` : '';
  const range = argument.from === undefined ? '' : ` · ${argument.from}–${argument.to}`;
  return `${argument.description}${range}${required}`;
}

function valueHint({ choices, from, to }: ArgumentView): string {
  if (choices) return choices.join('|');
  if (from !== undefined) return `${from}–${to}`;
  return '…';
}

/** A file cannot be typed: it is dropped here, or chosen with the button. */
function typable(all: readonly ArgumentView[]): readonly ArgumentView[] {
  return all.filter(({ kind }) => kind !== 'file');
}
