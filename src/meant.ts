import type { z } from 'zod';
import type { Call } from '../commands/call.ts';
import { argumentsOf, type Command, type Context, exampleIn } from '../commands/command.ts';
import { fromMessage } from '../commands/input-problem.ts';
import { nearest } from '../commands/nearest.ts';
import { commandsNear } from '../commands/plain-words.ts';
import type { Action } from '../commands/reply.ts';
import { lines, say, sentences, type Words } from '../words/say.ts';
import { parseCommandLine } from './arguments.ts';
import { mayBeOffered } from './may-ask.ts';
import { SHARE } from './share.ts';

/** What may have been meant by what is no command, or no argument of one. */

/** A shorter word at the beginning of others is near to too much. */
const LEAST_SPELT = 4;
/** As many words are plain language, and no misspelt command. */
const LEAST_SENTENCE = 4;
/** Of the commands that may be meant: in a family those that its job begins with, the others are in its help. */
const MOST_PRESSES = 4;

/** Reads a line as typed, and says what is wrong with it without asking it. */
export function readLine(line: string, commands: readonly Command[]): ReturnType<Context['read']> {
  const parsed = parseCommandLine(line, commands);
  if (!parsed.known) return { command: null, problem: adviceOnName(parsed.typed, near(parsed.typed, commands)) };
  const { [SHARE]: _, ...input } = parsed.ask.input;
  const command = commands.find(({ name }) => name === parsed.ask.name)!;
  const { error } = command.input.safeParse(input);
  return { command, problem: error ? adviceOnInput(command, input, error) : null };
}

/** What to say of words that name no command: those that may be meant, and their buttons. */
export function adviceOnWords(typed: string, context: Context) {
  const near = nearestTo(typed, context);
  const title = titleOf(typed, near);
  return { title, text: adviceOnName(typed, near), actions: near.slice(0, MOST_PRESSES).map(pressFor) };
}

function titleOf(typed: string, near: readonly Command[]): Words {
  if (isFamily(typed, near)) return say`Which /${typed}?`;
  const isSentence = typed.split(' ').length >= LEAST_SENTENCE;
  return isSentence
    ? say`I understand commands, and of a sentence only its words`
    : say`There is no command "${typed}"`;
}

function isFamily(typed: string, [first]: readonly Command[]): boolean {
  return first?.name.startsWith(`${typed} `) ?? false;
}

/** The commands that may be meant by words that name none, those first that the caller may ask. */
function nearestTo(typed: string, context: Context): readonly Command[] {
  const mine = context.commands.filter((command) => mayBeOffered(command, context));
  const found = near(typed, mine);
  return found.length > 0 ? found : near(typed, context.commands);
}

/** By its letters, where it is misspelt; by its words, where it is plain language. */
function near(typed: string, commands: readonly Command[]): readonly Command[] {
  const open = commands.filter(({ hidden }) => !hidden);
  const family = open.filter(({ name }) => name.startsWith(`${typed} `));
  if (family.length > 0) return family;
  const names = open.map(({ name }) => name);
  const [first = ''] = typed.split(' ');
  const spelt =
    nearest(typed, names) ??
    (first.length >= LEAST_SPELT ? names.find((name) => name === nearest(first, [name])) : undefined);
  const misspelt = open.filter(({ name }) => name === spelt);
  return misspelt.length > 0 ? misspelt : commandsNear(typed, open);
}

function adviceOnName(typed: string, [first, ...others]: readonly Command[]): Words {
  if (!first) return say`/help shows what there is.`;
  const all = [first, ...others];
  if (others.length === 0)
    return say`Did you mean /${first.name}? For example: /${first.examples[0]}. All commands: /help.`;
  const each = all.slice(0, MOST_PRESSES).map(({ name, summary }) => say`/${name}: ${summary}.`);
  if (isFamily(typed, all))
    return lines([...each, all.length > each.length ? say`All of them: /help ${typed}.` : null]);
  return lines([say`Nearest to your words:`, ...each, say`All commands: /help.`]);
}

function pressFor({ name }: Command): Action {
  return { label: say`/${name}`, style: 'plain', ask: { name, input: {} } };
}

/** Every problem at once, the nearest word where one was misspelt, and an example that works. */
export function adviceOnInput(command: Command, input: Call['input'], error: z.ZodError): Words {
  const names = argumentsOf(command).map(({ name }) => name);
  const problems = error.issues.flatMap((issue): Words[] => {
    if (issue.code !== 'unrecognized_keys') {
      const name = issue.path.join(' ');
      return [input[name] === undefined ? say`${name} is missing.` : say`${name} ${fromMessage(issue.message)}.`];
    }
    return issue.keys.map((key) => {
      const near = nearest(key, names);
      const advice = near
        ? say`Did you mean ${near}:?`
        : names.length > 0
          ? say`It takes: ${names.join(', ')}.`
          : say`It takes none.`;
      return sentences(say`"${key}" is not an argument of /${command.name}.`, advice);
    });
  });
  const asked = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => nearest(key, names) ?? key) : [issue.path.join(' ')],
  );
  const example =
    command.examples.find((each) => asked.some((name) => exampleIn('en', each).includes(`${name}:`))) ??
    command.examples[0];
  return lines([...problems, say`For example: /${example}`]);
}
