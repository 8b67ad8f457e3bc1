import type { Day } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { days, money, period, say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { BASE_DAYS, driversFor, type NamedDriver } from '../drivers.ts';
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
  /** The forecast that expected it: "F-12". */
  readonly forecast: string;
};

/** What moved most in a window against a forecast of it, by each cut that tells members apart. */
export function movedRun(
  context: Context,
  cut: Cut,
  { from, before, sales, expected, forecast }: Question,
): Promise<RunOf<KeptMoved>> {
  return keepRun<KeptMoved>(context, {
    kind: 'moved',
    version: VERSION,
    parameters: { from, before, sales, expected, forecast },
    cut,
    async compute() {
      const gap = sales - expected;
      const drivers = await driversFor(context.facts, { from, before, expected });
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
            say`${money(expected)} expected by ${forecast}.`,
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
