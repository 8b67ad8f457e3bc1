import type { z } from 'zod';
import type { Call } from '../commands/call.ts';
import { argumentsOf, type Command, type Context, mayActAs } from '../commands/command.ts';
import { mayTellOfFew, withoutFew } from '../commands/few-people.ts';
import { fromMessage } from '../commands/input-problem.ts';
import { languageOfAnswer } from '../commands/language.ts';
import { nearest } from '../commands/nearest.ts';
import { commandsNear } from '../commands/plain-words.ts';
import { Refusal } from '../commands/refusal.ts';
import type { Action, Part, Reply } from '../commands/reply.ts';
import { howToGetRights } from '../commands/rights.ts';
import { Refusal as FactsRefusal } from '../data/facts/errors.ts';
import { NotEnoughData } from '../models/errors.ts';
import type { Unit } from '../words/quantity.ts';
import { lines, say, sentences, type Words } from '../words/say.ts';
import { readerIn, toldIn } from '../words/tell.ts';
import { parseCommandLine } from './arguments.ts';
import { askForRest } from './ask-for-rest.ts';
import { SHARE, whyNotShared } from './share.ts';
import type { Answer } from './told.ts';

/** Where unexpected failures go. Returns the reference the person can quote. */
export type ReportFault = (error: unknown, call: Call) => string;

/** Money is whole minor units, also where a model spoke in fractions of them. */
function inWholeMinor(reply: Reply): Reply {
  const whole = <V>(value: V, unit: Unit): V =>
    unit === 'money' && typeof value === 'number' ? (Math.round(value) as V) : value;
  const parts = reply.parts.map((part): Part => {
    if (part.kind === 'facts') {
      return {
        ...part,
        facts: part.facts.map((fact) => ({
          ...fact,
          value: whole(fact.value, fact.unit),
          ...(fact.low !== undefined && { low: whole(fact.low, fact.unit) }),
          ...(fact.high !== undefined && { high: whole(fact.high, fact.unit) }),
        })),
      };
    }
    if (part.kind !== 'table') return part;
    return { ...part, rows: part.rows.map((row) => row.map((value, i) => whole(value, part.columns[i]!.unit))) };
  });
  return { ...reply, parts };
}

/**
 * The one way in. Never rejects: whatever happens becomes an Answer a person can act on, in their language.
 *
 * Checks, in this order: is there such a command, may the caller ask it, are its arguments right.
 */
export async function dispatch(call: Call, context: Context, reportFault: ReportFault): Promise<Answer> {
  const { [SHARE]: share, ...input } = call.input;
  const { caller, state } = context;
  const shared = share !== undefined && !/^(no|false|0)$/i.test(String(share));
  const answer = (reply: Reply, outcome: Answer['outcome']): Answer => {
    const audience = shared && outcome === 'answered' ? 'channel' : 'caller';
    const language = languageOfAnswer({ state, caller, shared: audience === 'channel' });
    const { countedIn = state.shop.read(), ...shown } = audience === 'caller' ? withOwnButtons(reply, context) : reply;
    const reader = readerIn(language, countedIn);
    return { ...toldIn(shown, reader), outcome, audience, ...reader };
  };
  const refuse = (title: Words, text: Words, actions: readonly Action[] = []): Answer =>
    answer({ title, tone: 'careful', parts: [{ kind: 'text', text }], actions }, 'refused');

  const command = context.commands.find(({ name }) => name === call.name);
  if (!command) {
    const near = nearestTo(call.name, context);
    return refuse(
      say`There is no command "${call.name}"`,
      adviceOnName(call.name, near),
      near.slice(0, MOST_PRESSES).map(pressFor),
    );
  }
  if (!mayAsk(command, context))
    return refuse(say`/${command.name} needs the ${command.needs!} role`, howToGetRights(context));
  const unshared = shared ? whyNotShared(command, context.shop, caller.seat ?? caller.door, caller.outsiders) : null;
  if (unshared) return refuse(unshared, say`Ask again without ${SHARE}.`);
  const read = command.input.safeParse(input);
  if (!read.success && lacksOnly(read.error, input)) {
    const { title, text, actions } = await askForRest(command, input, context);
    return answer({ title, tone: 'plain', parts: [{ kind: 'text', text }], actions }, 'refused');
  }
  if (!read.success)
    return refuse(say`I did not understand that /${command.name}`, adviceOnInput(command, input, read.error));

  try {
    const reply = inWholeMinor(await command.run(read.data, { ...context, shared }));
    const told = mayTellOfFew({ ...context, shared }) ? reply : withoutFew(reply);
    const channel = shared ? (caller.channel ?? null) : null;
    const { door, user } = caller;
    // The clock asks for the house itself: what it is told nobody reads, and what it posts is noted with the message.
    if (door !== 'clock') {
      state.quotes.add(told, { door, channel, person: `${door}:${user}`, what: `/${command.name}` }, context.now);
    }
    return answer(told, 'answered');
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.says, error.remedy, error.actions);
    if (error instanceof NotEnoughData) {
      const remedy = say`Import more history with /import, or ask about less.`;
      return refuse(say`/${command.name} cannot answer that yet`, sentences(error.says, remedy));
    }
    if (error instanceof FactsRefusal) return refuse(error.says, lines([...error.evidence, error.remedy]));
    const reference = reportFault(error, call);
    const text = say`Nothing was changed. Please quote ${reference} when you ask about it.`;
    return answer({ title: say`Something broke on our side`, tone: 'bad', parts: [{ kind: 'text', text }] }, 'fault');
  }
}

/** Reads a line as typed, and says what is wrong with it without asking it. */
export function readLine(line: string, commands: readonly Command[]): ReturnType<Context['read']> {
  const parsed = parseCommandLine(line, commands);
  if (!parsed.known) return { command: null, problem: adviceOnName(parsed.typed, near(parsed.typed, commands)) };
  const { [SHARE]: _, ...input } = parsed.ask.input;
  const command = commands.find(({ name }) => name === parsed.ask.name)!;
  const { error } = command.input.safeParse(input);
  return { command, problem: error ? adviceOnInput(command, input, error) : null };
}

/** Whether the caller has the role that a command needs. */
export function mayAsk({ needs }: Pick<Command, 'needs'>, { caller }: Context): boolean {
  return needs === null || (caller.role !== null && mayActAs(caller.role, needs));
}

/** Nothing that was typed is wrong; it is only not all. */
function lacksOnly({ issues }: z.ZodError, input: Call['input']): boolean {
  return issues.every(({ code, path }) => code !== 'unrecognized_keys' && input[path.join(' ')] === undefined);
}

/** A shorter word at the beginning of others is near to too much. */
const LEAST_SPELT = 4;
/** Of the commands that may be meant: more are named, and not pressed. */
const MOST_PRESSES = 5;

/** A button is offered to one person only where they may press it; what stands in a channel is for all. */
function withOwnButtons(reply: Reply, context: Context): Reply {
  const { actions } = reply;
  if (!actions) return reply;
  const commandOf = ({ ask }: Action) => context.commands.find(({ name }) => name === ask.name);
  return { ...reply, actions: actions.filter((action) => mayAsk(commandOf(action) ?? { needs: null }, context)) };
}

/** The commands that may be meant by words that name none, those first that the caller may ask. */
function nearestTo(typed: string, context: Context): readonly Command[] {
  const mine = context.commands.filter((command) => mayAsk(command, context));
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
  if (first.name.startsWith(`${typed} `)) return say`Say which: ${all.map(({ name }) => `/${name}`).join(', ')}.`;
  if (others.length === 0)
    return say`Did you mean /${first.name}? For example: /${first.examples[0]}. All commands: /help.`;
  const each = all.map(({ name, summary }) => say`/${name}: ${summary}.`);
  return lines([say`Nearest to your words:`, ...each, say`All commands: /help.`]);
}

function pressFor({ name }: Command): Action {
  return { label: say`${`/${name}`}`, style: 'plain', ask: { name, input: {} } };
}

/** Every problem at once, the nearest word where one was misspelt, and an example that works. */
function adviceOnInput(command: Command, input: Call['input'], error: z.ZodError): Words {
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
    command.examples.find((each) => asked.some((name) => each.includes(`${name}:`))) ?? command.examples[0];
  return lines([...problems, say`For example: /${example}`]);
}
