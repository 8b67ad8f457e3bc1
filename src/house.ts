import type { Call, Caller } from '../commands/call.ts';
import type { Command, Context, DoorStatus, Passes } from '../commands/command.ts';
import type { Compute } from '../commands/compute.ts';
import type { State } from '../data/state/types.ts';
import type { Facts, Instant } from '../data/types.ts';
import { parseCommandLine } from './arguments.ts';
import { dispatch, type ReportFault } from './dispatch.ts';
import type { House } from './doors.ts';
import { localDay } from './wall-clock.ts';

/** What one process is made of. Tests build it by hand; `main.ts` from the configuration. */
export type Parts = {
  readonly commands: readonly Command[];
  readonly state: State;
  readonly facts: Facts;
  readonly compute: Compute;
  readonly now: () => Instant;
  readonly reportFault: ReportFault;
  readonly doors: () => readonly DoorStatus[];
  readonly passes: Passes;
};

/** Commands a person may ask for in a minute: plenty for a hand, too few for a loop. */
const CALLS_PER_MINUTE = 40;

/** Puts the parts together behind the one way in. */
export function openHouse(parts: Parts): House {
  const paced = openPace(CALLS_PER_MINUTE);
  const ask: House['ask'] = async (wish, caller, upload) => {
    const at = parts.now();
    const call: Call = { ...wish, caller, at, ...(upload && { upload }) };
    const shop = parts.state.shop.read();
    const context: Context = {
      facts: parts.facts,
      state: parts.state,
      compute: parts.compute,
      caller: known(caller, parts.state),
      now: at,
      today: localDay(at, shop?.zone ?? 'UTC'),
      shop,
      upload: upload ?? null,
      shared: false,
      commands: parts.commands,
      doors: parts.doors(),
      passes: parts.passes,
    };
    if (caller.door !== 'clock' && caller.door !== 'terminal' && !paced(`${caller.door}:${caller.user}`, at)) {
      return {
        title: 'That was a lot at once',
        tone: 'careful',
        parts: [
          {
            kind: 'text',
            text: `I take ${CALLS_PER_MINUTE} commands a minute from one person. Try again in a moment.`,
          },
        ],
        outcome: 'refused',
        audience: 'caller',
        shop,
      };
    }
    return dispatch(call, context, parts.reportFault);
  };
  return {
    commands: parts.commands,
    ask,
    askLine(line, caller, upload) {
      if (/^\/?\s*$/.test(line)) return ask({ name: 'help', input: {} }, caller, upload);
      const parsed = parseCommandLine(line, parts.commands);
      return ask(parsed.known ? parsed.ask : { name: parsed.typed, input: {} }, caller, upload);
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
  return person ? { ...caller, name: person.name, role: person.role } : { ...caller, role: null };
}

/** Counts calls per caller and minute. */
function openPace(most: number): (who: string, at: Instant) => boolean {
  let minute = 0;
  const counts = new Map<string, number>();
  return (who, at) => {
    const now = Math.floor(at / 60_000);
    if (now !== minute) counts.clear();
    minute = now;
    const count = (counts.get(who) ?? 0) + 1;
    counts.set(who, count);
    return count <= most;
  };
}
