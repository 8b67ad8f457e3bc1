import type { Ask } from '../commands/call.ts';
import { argumentsOf, type Command } from '../commands/command.ts';
import { choiceOf } from '../commands/typed-choice.ts';
import { SHARE } from './share.ts';

/** A line as typed, understood: a known command and its arguments, or the words that were not understood. */
export type Parsed = { readonly known: true; readonly ask: Ask } | { readonly known: false; readonly typed: string };

/**
 * Reads a command line: `/forecast weeks:8 by:channel`, `budget plan total=100M`, `why F-1042`.
 *
 * The command is the longest name that the words begin with. Arguments are `key:value` or `key=value`; quotes
 * keep blanks together (`reason:"too early"`); a bare word stands for the command's `bare` argument. Of a choice either
 * language is read: `csv:ya` is `csv:yes`.
 */
export function parseCommandLine(line: string, commands: readonly Command[]): Parsed {
  const words = splitWords(line.trim().replace(/^\//, ''));
  const command = longestMatch(words, commands);
  if (!command) {
    const firstArgument = words.findIndex((word) => /^[\w-]+[:=]/.test(word));
    return { known: false, typed: words.slice(0, firstArgument === -1 ? MOST_WORDS : firstArgument).join(' ') };
  }

  const input = new Map<string, string>();
  const names = new Set([...Object.keys(command.input.shape), SHARE]);
  const rest = words.slice(command.name.split(' ').length);
  for (const [at, word] of rest.entries()) {
    // "8 weeks" as people say it.
    const said = rest[at + 1]?.toLowerCase() ?? '';
    if (/^\d+$/.test(word) && names.has(said)) {
      input.set(said, word);
      continue;
    }
    if (names.has(word.toLowerCase()) && /^\d+$/.test(rest[at - 1] ?? '')) continue;
    const [, key = '', value] = /^([A-Za-z][\w-]*)[:=](.*)$/s.exec(word) ?? [];
    const bareIsFree = command.bare !== undefined && !input.has(command.bare);
    // A user id such as slack:U1 is a word of its own where a bare word is awaited.
    if (value !== undefined && (names.has(key.toLowerCase()) || !bareIsFree)) input.set(key.toLowerCase(), value);
    else if (command.bare !== undefined)
      input.set(command.bare, [input.get(command.bare), word].filter(Boolean).join(' '));
    else input.set(word, '');
  }
  return { known: true, ask: { name: command.name, input: asMeant(input, command) } };
}

/** Words of a choice as they are known to the command, whichever language they were typed in. */
function asMeant(input: ReadonlyMap<string, string>, command: Command): Record<string, string> {
  const choicesOf = new Map(argumentsOf(command).map(({ name, choices }) => [name, choices]));
  choicesOf.set(SHARE, ['yes', 'no']);
  const meant = [...input].map(([name, typed]) => {
    const choices = choicesOf.get(name);
    return [name, choices ? choiceOf(choices, typed) : typed] as const;
  });
  return Object.fromEntries(meant);
}

/** Of plain language: more than this is not quoted back. */
const MOST_WORDS = 12;

/** Writes an Ask as a line that `parseCommandLine` reads back: what a button carries over the wire. */
export function commandLine({ name, input }: Ask): string {
  const words = Object.entries(input)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${key}:${quoted(String(value))}`);
  return [name, ...words].join(' ');
}

function longestMatch(words: readonly string[], commands: readonly Command[]): Command | undefined {
  const typed = words.map((word) => word.toLowerCase());
  const named = commands
    .filter(({ name }) => name.split(' ').every((part, i) => part === typed[i]))
    .sort((a, b) => b.name.length - a.name.length)[0];
  // The bare name of a family is its list.
  return named ?? (typed.length === 1 ? commands.find(({ name }) => name === `${typed[0]} list`) : undefined);
}

/** Splits at blanks outside quotes. Inside double quotes, \" and \\ stand for themselves. */
/** A value in single quotes, straight or as a phone writes them; an apostrophe within a word is none. */
const SINGLE_QUOTED = /(?<=^|[\s:=])['‘]([^'’"“”]*)['’](?=\s|$)/g;

function splitWords(line: string): string[] {
  const words = line.replace(SINGLE_QUOTED, '"$1"').match(/(?:[^\s"“”]|["“”](?:\\.|[^"“”\\])*(?:["“”]|$))+/g) ?? [];
  return words.map((word) =>
    word.replace(/["“”]((?:\\.|[^"“”\\])*)(?:["“”]|$)/g, (_, inside: string) => inside.replace(/\\(.)/g, '$1')),
  );
}

function quoted(value: string): string {
  return value !== '' && !/[\s"“”\\]/.test(value) ? value : `"${value.replace(/["“”\\]/g, '\\$&')}"`;
}
