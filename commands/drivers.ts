import type { Day, DriverCut, Facts, Shop } from '../data/types.ts';
import { type Driver, driversOf } from '../models/alerts/drivers.ts';
import { addDays } from '../models/days.ts';
import { formatValue } from '../words/quantity.ts';
import type { Table } from './reply.ts';

/** What each member is expected to bring is its share of so many days before the forecast. */
const BASE_DAYS = 56;
const SHOWN = 2;

/** Orders that do not tell: "orders without a campaign". */
const untold = (by: DriverCut['by']) => `orders without a ${by}`;

export type NamedDriver = Driver & { readonly by: DriverCut['by']; readonly name: string };

/**
 * What moved most in a window against what was expected of it, by each cut that tells members apart, largest first.
 * Every cut shares out the same difference.
 */
export async function driversFor(
  facts: Facts,
  { from, before, expected }: { readonly from: Day; readonly before: Day; readonly expected: number },
): Promise<NamedDriver[]> {
  const cuts = await facts.drivers.cuts({ base: addDays(from, -BASE_DAYS), from, before });
  return cuts.flatMap(({ by, ...cut }) => {
    if (cut.names.length < 2) return [];
    return driversOf(cut, expected)
      .slice(0, SHOWN)
      .map((driver) => ({ ...driver, by, name: driver.name ?? untold(by) }));
  });
}

/** The drivers beside the one difference that each cut shares out. */
export function driverTable(drivers: readonly NamedDriver[], gap: number): Table[] {
  if (drivers.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'What moved most: each cut shares out the one difference',
      columns: [
        { title: 'By', unit: 'text' },
        { title: '', unit: 'text' },
        { title: 'Came', unit: 'money' },
        { title: 'Expected', unit: 'money' },
        { title: 'Difference', unit: 'money' },
        { title: 'Of the change', unit: 'change' },
      ],
      rows: drivers.map(({ by, name, actual, expected, difference }) => [
        by,
        name,
        actual,
        expected,
        difference,
        gap === 0 ? null : difference / gap,
      ]),
    },
  ];
}

/** "campaign PAYDAY25 −IDR 24M · place Bandung −IDR 6M": of each cut what moved the same way most, largest first. */
export function mainDrivers(drivers: readonly NamedDriver[], gap: number, shop: Shop | null): string {
  return drivers
    .filter(({ difference }) => Math.sign(difference) === Math.sign(gap))
    .filter(({ by }, i, all) => all.findIndex((each) => each.by === by) === i)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .map(({ by, name, difference }) => {
      const what = name === untold(by) ? name : `${by} ${name}`;
      return `${what} ${difference > 0 ? '+' : ''}${formatValue(difference, 'money', shop)}`;
    })
    .join(' · ');
}
