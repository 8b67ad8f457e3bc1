import type { DriverCut } from '../../data/types/series.ts';
import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { days, money, period, type Said, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { BASE_DAYS, driversFor, memberName, type NamedDriver } from '../drivers.ts';
import type { Cut } from './cut.ts';
import { keepRun, type RunOf } from './keep.ts';

const VERSION = 1;

/** What moved most against what was expected. Money in minor units. */
export type KeptMoved = {
  /** What came less what was expected: the one difference that every cut shares out. */
  readonly gap: number;
  readonly drivers: readonly (NamedDriver & {
    /** Of the gap; null where there is none. */
    readonly share: number | null;
  })[];
};

type Question = {
  readonly from: Day;
  readonly before: Day;
  readonly sales: number;
  readonly expected: number;
  /** What expected it: a forecast, "F-12"; what came in the period before; what is usual. */
  readonly forecast: string | 'last' | 'usual';
  /** Of one part of the shop only: of which cut, and its member. */
  readonly by?: DriverCut['by'];
  /** Null: the orders that tell none. */
  readonly of?: string | null;
};

/** What moved most in a window against what was expected of it, by each cut that tells members apart. */
export function movedRun(context: Context, cut: Cut, question: Question): Promise<RunOf<KeptMoved>> {
  const { from, before, sales, expected, forecast, by, of = null } = question;
  return keepRun<KeptMoved>(context, {
    kind: 'moved',
    version: VERSION,
    parameters: { from, before, sales, expected, forecast, ...(by && { by, of }) },
    cut,
    async compute() {
      const gap = sales - expected;
      const part = by && { by, name: of };
      const drivers = await driversFor(context.facts, { from, before, expected, ...(part && { of: part }) });
      return {
        result: {
          gap,
          drivers: drivers.map((driver) => ({ ...driver, share: gap === 0 ? null : driver.difference / gap })),
        },
        receipt: {
          method: say`What each member of a cut brought, less its part of what was expected: its share of the ${days(BASE_DAYS)} before.`,
          seed: null,
          used: [
            say`Orders of ${period(from, addDays(before, -1))}, and of the ${days(BASE_DAYS)} before.`,
            ...(part ? [say`Only ${memberName(part)}.`] : []),
            expectedBy(forecast, expected),
          ],
          checks: [],
          record: [],
          assumptions: [
            say`By campaign, channel, product and place the one difference is split again and again: parts of different splits do not add up.`,
            say`It says where the difference lies, never why.`,
          ],
        },
      };
    },
  });
}

function expectedBy(forecast: Question['forecast'], expected: number): Said {
  switch (forecast) {
    case 'last':
      return say`Expected: ${money(expected)}, what came in the period before.`;
    case 'usual':
      return say`Expected: ${money(expected)}, the middle of the eight periods before.`;
    default:
      return say`${money(expected)} expected by ${forecast}.`;
  }
}
