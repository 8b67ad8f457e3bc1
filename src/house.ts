import { rememberAsked } from '../commands/asked.ts';
import type { Ask, Call, Caller, Luggage } from '../commands/call.ts';
import type { Command, Context, DoorStatus, ExecutionTerms, Files, Passes, Premises } from '../commands/command.ts';
import { mayActAs } from '../commands/command.ts';
import type { Compute } from '../commands/compute.ts';
import { languageOf } from '../commands/language.ts';
import { Refusal } from '../commands/refusal.ts';
import type { Reply } from '../commands/reply.ts';
import type { State } from '../data/state/types/state.ts';
import type { Facts } from '../data/types/facts.ts';
import type { ImportProgress } from '../data/types/imports.ts';
import type { Instant } from '../data/types/shop.ts';
import { count, say, type Words } from '../words/say.ts';
import { readerIn, toldIn } from '../words/tell.ts';
import { parseCommandLine } from './arguments.ts';
import { dispatch, type ReportFault } from './dispatch.ts';
import type { House } from './doors.ts';
import { readLine } from './meant.ts';
import { openPace } from './pace.ts';
import { telling } from './progress.ts';
import { SHARE } from './share.ts';
import { suggest } from './suggest.ts';
import type { Answer } from './told.ts';
import { localDay, toInstant } from './wall-clock.ts';

/** What one process is made of. Tests build it by hand; `main.ts` from the configuration. */
export type Parts = {
  readonly commands: readonly Command[];
  readonly state: State;
  readonly facts: Facts;
  /** The same facts, which say how far they have come with a file. Left out where nobody listens. */
  readonly factsTelling?: (tell: (progress: ImportProgress) => void) => Facts;
  readonly files: Files;
  readonly compute: Compute;
  readonly now: () => Instant;
  readonly reportFault: ReportFault;
  readonly doors: () => readonly DoorStatus[];
  /** Left out where there are no doors: nobody has left. */
  readonly hasLeft?: Context['hasLeft'];
  readonly passes: Passes;
  readonly execution: ExecutionTerms;
  /** Left out where the configuration says which shop is open. */
  readonly premises?: Premises | null;
  /** Told of every answer, and how long it took. */
  readonly answered?: (call: Call, answer: Answer, ms: number) => void;
};

/** What a person may ask for in a minute: plenty for a hand, too few for a loop. */
const CALLS_PER_MINUTE = 40;
const MODELS_PER_MINUTE = 12;
/** One at each letter that is typed. */
const SUGGESTIONS_PER_MINUTE = 300;
/** Models that only read what others have kept: a form that is being filled in asks for them again and again. */
const LIGHT: ReadonlySet<string> = new Set(['allocate']);

/** Puts the parts together behind the one way in. */
export function openHouse(parts: Parts): House {
  const mayAsk = openPace(CALLS_PER_MINUTE);
  const mayCompute = openPace(MODELS_PER_MINUTE);
  const maySuggest = openPace(SUGGESTIONS_PER_MINUTE);
  const contextOf = (caller: Caller, at: Instant, { uploads = [], progress }: Luggage = {}): Context => {
    const shop = parts.state.shop.read();
    const zone = shop?.zone ?? 'UTC';
    return {
      facts:
        progress && parts.factsTelling
          ? parts.factsTelling(telling(progress, parts.now, readerIn(languageOf(parts.state.memory, caller), shop)))
          : parts.facts,
      files: parts.files,
      state: parts.state,
      compute: (name, input) => {
        if (isBounded(caller) && !LIGHT.has(name) && !mayCompute(nameOf(caller), at)) throw tooManyModels();
        return parts.compute(name, input);
      },
      caller: known(caller, parts.state),
      now: at,
      today: localDay(at, zone),
      wall: (day, minute) => toInstant(day, { hour: Math.floor(minute / 60), minute: minute % 60 }, zone),
      shop,
      uploads,
      shared: false,
      commands: parts.commands,
      read: (line) => readLine(line, parts.commands),
      doors: parts.doors(),
      hasLeft: parts.hasLeft ?? (async () => false),
      passes: parts.passes,
      execution: parts.execution,
      premises: parts.premises ?? null,
    };
  };
  const ask: House['ask'] = async (wish, caller, luggage = {}) => {
    const { uploads = [] } = luggage;
    const at = parts.now();
    const call: Call = { ...wish, caller, at, ...(uploads.length > 0 && { uploads }) };
    const context = contextOf(caller, at, luggage);
    if (isBounded(caller) && !mayAsk(nameOf(caller), at)) {
      const { says, remedy } = tooManyCommands();
      const reader = readerIn(languageOf(parts.state.memory, caller), context.shop);
      const reply: Reply = { title: says, tone: 'careful', parts: [{ kind: 'text', text: remedy }] };
      return { ...toldIn(reply, reader), outcome: 'refused', audience: 'caller', ...reader };
    }
    const began = performance.now();
    const answer = await dispatch(call, context, parts.reportFault);
    parts.answered?.(call, answer, performance.now() - began);
    if (
      answer.outcome === 'answered' &&
      caller.door !== 'clock' &&
      uploads.length === 0 &&
      mayBeAskedAgain(wish, parts.commands)
    )
      rememberAsked(parts.state.memory, caller, withoutShare(wish), at);
    return answer;
  };
  return {
    commands: parts.commands,
    ask,
    keep: parts.files.keep,
    async suggest(wish, caller) {
      const at = parts.now();
      if (!maySuggest(nameOf(caller), at)) return [];
      try {
        return await suggest(wish, contextOf(caller, at));
      } catch (error) {
        parts.reportFault(error, { name: wish.command, input: {}, caller, at });
        return [];
      }
    },
    askLine(line, caller, luggage) {
      if (/^\/?\s*$/.test(line)) return ask({ name: 'help', input: {} }, caller, luggage);
      const parsed = parseCommandLine(line, parts.commands);
      return ask(parsed.known ? parsed.ask : { name: parsed.typed, input: {} }, caller, luggage);
    },
  };
}

/**
 * The caller by the name and with the rights that Sextant holds. Whoever can open the database file at the terminal
 * is an admin, and so is the clock; all others are known by their id, or not at all.
 */
function known(caller: Caller, { people }: State): Context['caller'] {
  const { door, user } = caller;
  if (door === 'terminal' || door === 'clock') return { ...caller, role: 'admin' };
  const person = people.find(door, user);
  if (person) return { ...caller, name: person.name, role: person.role };
  return { ...caller, role: caller.given ?? null };
}

/** What people come back to: what a viewer may ask, that does nothing, and that is not about the one who asks. */
function mayBeAskedAgain({ name }: Ask, commands: readonly Command[]): boolean {
  const command = commands.find((each) => each.name === name);
  if (!command || command.hidden || command.changes || command.personal) return false;
  return command.needs !== null && mayActAs('viewer', command.needs);
}

function withoutShare({ name, input: { [SHARE]: _, ...input } }: Ask): Ask {
  return { name, input };
}

/** The clock and the terminal are ours. */
function isBounded({ door }: Caller): boolean {
  return door !== 'clock' && door !== 'terminal';
}

function nameOf({ door, user }: Caller): string {
  return `${door}:${user}`;
}

function tooManyCommands(): Refusal {
  return tooMuch(say`I take ${count(CALLS_PER_MINUTE)} commands a minute from one person. Try again in a moment.`);
}

function tooManyModels(): Refusal {
  return tooMuch(say`I run ${count(MODELS_PER_MINUTE)} models a minute for one person. Try again in a moment.`);
}

function tooMuch(remedy: Words): Refusal {
  return new Refusal(say`That was a lot at once`, remedy);
}
