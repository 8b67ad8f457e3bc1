import type { z } from 'zod';
import type { Call } from '../commands/call.ts';
import type { Context } from '../commands/command.ts';
import { mayTellOfFew, withoutFew } from '../commands/few-people.ts';
import { languageOfAnswer } from '../commands/language.ts';
import { Refusal } from '../commands/refusal.ts';
import type { Action, Part, Reply } from '../commands/reply.ts';
import { howToGetRights } from '../commands/rights.ts';
import { Refusal as FactsRefusal } from '../data/facts/errors.ts';
import { NotEnoughData } from '../models/errors.ts';
import type { Unit } from '../words/quantity.ts';
import { lines, named, say, sentences, type Words } from '../words/say.ts';
import { readerIn, toldIn } from '../words/tell.ts';
import { askForRest } from './ask-for-rest.ts';
import { isGreeting, toBegin } from './greeting.ts';
import { mayAsk, withOwnButtons } from './may-ask.ts';
import { adviceOnInput, adviceOnWords } from './meant.ts';
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
  if (!command && isGreeting(call.name))
    return refuse(say`Hello`, say`Ask me with a command. Most begin with one of these.`, toBegin(context));
  if (!command) {
    const { title, text, actions } = adviceOnWords(call.name, context);
    return refuse(title, text, actions);
  }
  if (!mayAsk(command, context))
    return refuse(
      say`/${command.name} needs the ${named(command.needs!)} role`,
      howToGetRights(context, command.needs!),
    );
  try {
    const unshared = shared ? whyNotShared(command, context.shop, caller.seat ?? caller.door, caller) : null;
    if (unshared) return refuse(unshared, say`Ask again without ${named(SHARE)}.`);
    const read = command.input.safeParse(input);
    if (!read.success && lacksOnly(read.error, input)) {
      const { title, text, actions } = await askForRest(command, input, context);
      return answer({ title, tone: 'plain', parts: [{ kind: 'text', text }], actions }, 'refused');
    }
    if (!read.success)
      return refuse(say`I did not understand that /${command.name}`, adviceOnInput(command, input, read.error));

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

/** Nothing that was typed is wrong; it is only not all. */
function lacksOnly({ issues }: z.ZodError, input: Call['input']): boolean {
  return issues.every(({ code, path }) => code !== 'unrecognized_keys' && input[path.join(' ')] === undefined);
}
