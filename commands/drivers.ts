import type { Facts } from '../data/types/facts.ts';
import type { DriverCut } from '../data/types/series.ts';
import type { Day } from '../data/types/shop.ts';
import { type Driver, driversOf } from '../models/alerts/drivers.ts';
import { addDays } from '../models/days.ts';
import { listed, money, type Said, say, share } from '../words/say.ts';
import type { Table } from './reply.ts';

/** What each member is expected to bring is its share of so many days before the forecast. */
export const BASE_DAYS = 56;
const SHOWN = 2;
/** In a sentence. */
const MOST_NAMED = 3;

/** `name` is null for the orders that do not tell. */
export type NamedDriver = Driver & { readonly by: DriverCut['by'] };

type DriversAsk = {
  readonly from: Day;
  readonly before: Day;
  readonly expected: number;
  /** Of a part of the shop only. */
  readonly of?: { readonly by: DriverCut['by']; readonly name: string | null };
};

/** The part of the shop that a slice is, where its revenue can be shared out to members of other cuts; null elsewhere. */
export function sharedOut(slice: { readonly by: string; readonly name: string | null }): DriversAsk['of'] | null {
  const { by, name } = slice;
  return by === 'campaign' || by === 'channel' || by === 'product' || by === 'place' ? { by, name } : null;
}

/**
 * What moved most in a window against what was expected of it, by each cut that tells members apart, largest first.
 * Every cut shares out the same difference.
 */
export async function driversFor(facts: Facts, { from, before, expected, of }: DriversAsk): Promise<NamedDriver[]> {
  const cuts = await facts.drivers.cuts({ base: addDays(from, -BASE_DAYS), from, before, ...(of && { of }) });
  return cuts.flatMap(({ by, ...cut }) => {
    if (cut.names.length < 2) return [];
    return driversOf(cut, expected)
      .slice(0, SHOWN)
      .map((driver) => ({ ...driver, by }));
  });
}

/** The drivers beside the one difference that each cut shares out. @param run their receipt, where one was kept */
export function driverTable(drivers: readonly NamedDriver[], gap: number, run?: string): Table[] {
  if (drivers.length === 0) return [];
  const title =
    run === undefined
      ? say`What moved most. Every split is of the same difference: do not add splits up`
      : say`What moved most (${run}). Every split is of the same difference: do not add splits up`;
  return [
    {
      kind: 'table',
      title,
      columns: [
        { title: say`What`, unit: 'text' },
        { title: say`Came`, unit: 'money' },
        { title: say`Expected`, unit: 'money' },
        { title: say`Difference`, unit: 'money' },
        { title: say`Of the change`, unit: 'change' },
      ],
      rows: drivers.map((driver) => [
        memberName(driver),
        driver.actual,
        driver.expected,
        driver.difference,
        gap === 0 ? null : driver.difference / gap,
      ]),
    },
  ];
}

/**
 * "Moved most, the same difference looked at in several ways: by campaign, PAYDAY25 −IDR 24M (80%) and by place, Bandung −IDR 6M
 * (20%). They overlap: do not add them up.": of each cut what moved the same way most. Null where nothing did.
 */
export function movedWords(drivers: readonly NamedDriver[], gap: number): Said | null {
  const main = drivers
    .filter(({ difference }) => difference !== 0 && Math.sign(difference) === Math.sign(gap))
    .filter(({ by }, i, all) => all.findIndex((each) => each.by === by) === i)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, MOST_NAMED);
  if (main.length === 0) return null;
  const looks = listed(main.map((driver) => driverWords(driver, gap)));
  if (main.length === 1) return say`Moved most: ${looks}.`;
  return say`Moved most, the same difference looked at in several ways: ${looks}. They overlap: do not add them up.`;
}

function driverWords({ by, name, difference }: NamedDriver, gap: number): Said {
  const who = lookWords[by](name ?? untold[by]);
  const [much, of] = [money(difference), difference / gap];
  // More than all of a small difference says nothing: other members took it back.
  if (of > 1) return difference > 0 ? say`${who} +${much}` : say`${who} ${much}`;
  return difference > 0 ? say`${who} +${much} (${share(of)})` : say`${who} ${much} (${share(of)})`;
}

/** "channel Tokopedia", "orders without a channel". */
export function memberName({ by, name }: Pick<NamedDriver, 'by' | 'name'>): Said {
  return name === null ? untold[by] : memberWords[by](name);
}

const memberWords: Readonly<Record<DriverCut['by'], (name: string) => Said>> = {
  campaign: (name) => say`campaign ${name}`,
  channel: (name) => say`channel ${name}`,
  product: (name) => say`product ${name}`,
  place: (name) => say`place ${name}`,
};

/** One of several looks at the same difference. */
const lookWords: Readonly<Record<DriverCut['by'], (name: Said | string) => Said>> = {
  campaign: (name) => say`by campaign, ${name}`,
  channel: (name) => say`by channel, ${name}`,
  product: (name) => say`by product, ${name}`,
  place: (name) => say`by place, ${name}`,
};

/** Orders that do not tell. */
const untold: Readonly<Record<DriverCut['by'], Said>> = {
  campaign: say`orders without a campaign`,
  channel: say`orders without a channel`,
  product: say`orders without a product`,
  place: say`orders without a place`,
};
