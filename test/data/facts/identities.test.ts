import { describe, expect, it } from 'vitest';
import { NeedsRepair } from '../../../data/facts/errors.ts';
import { apart } from '../../../data/facts/figure-sums.ts';
import { atMost, holds, quotient, sum } from '../../../data/facts/identities/identity.ts';
import { withThousands } from '../../../data/facts/identities/thousands.ts';
import { inEnglish } from '../../../words/tell.ts';
import { emptyShop, jakarta } from './fixture.ts';
import { summaryOf, trafficHeader, visitsOfMarch, workbook } from './report-fixture.ts';

describe('an identity', () => {
  const usage = quotient({ of: 'orders', per: 'claims', is: 'usage', tolerance: 0.00005 });

  it('allows what printing has rounded away, and no more', () => {
    expect(holds(usage, { orders: 289, claims: 1627, usage: 0.1776 })).toBe(true);
    expect(holds(usage, { orders: 289, claims: 1627, usage: 0.1775 })).toBe(false);
  });

  it('says nothing of zeros and of what is not told', () => {
    expect(holds(usage, { orders: 0, claims: 0, usage: 0 })).toBeNull();
    expect(holds(usage, { orders: 5, claims: null, usage: 0.5 })).toBeNull();
    expect(holds(usage, { orders: 5, claims: 0, usage: 0.5 })).toBe(false);
  });

  it('takes parts off that have a minus', () => {
    expect(holds(sum(['total', '-discount'], 'paid'), { total: 10, discount: 3, paid: 7 })).toBe(true);
    expect(inEnglish(sum(['total', '-discount'], 'paid').name)).toBe('total − discount = paid');
  });
});

describe('thousands that were lost', () => {
  const of = { whole: ['new', 'old', 'all'], averages: [] };
  const whole = [sum(['new', 'old'], 'all')];

  it.each([
    ['a fraction', { new: 2.256, old: 744, all: 3.0 }, { new: 2256, old: 744, all: 3000 }],
    ['a whole number', { new: 2256, old: 744, all: 3 }, { new: 2256, old: 744, all: 3000 }],
    ['none', { new: 165, old: 132, all: 297 }, { new: 165, old: 132, all: 297 }],
  ])('come back to %s', (_, damaged, true_) => {
    expect(withThousands(damaged, of, whole)).toEqual(true_);
  });

  it('do not when two ways would make it hold', () => {
    // 1 + 2,000 = 2,001 and 1,000 + 1,001 = 2,001: nobody knows which.
    const either = [
      {
        ...sum(['new', 'old'], 'all'),
        off: ({ new: a, old: b }: object & Record<string, number | null>) =>
          a === b ? 1 : a! > 999 || b! > 999 ? 0 : 1,
      },
    ];
    expect(withThousands({ new: 1, old: 1, all: 5 }, of, either)).toBeNull();
  });

  it('do not when the fraction has more than three decimals, or is of a number above a thousand', () => {
    expect(withThousands({ new: 1.62745, old: 0, all: 1627 }, of, whole)).toBeNull();
    expect(withThousands({ new: 1627.5, old: 0, all: 1627 }, of, whole)).toBeNull();
  });

  it('come back to an average only when an identity asks for it', () => {
    const rate = [quotient({ of: 'sales', per: 'buyers', is: 'each', tolerance: 1 })];
    const columns = { whole: ['sales', 'buyers'], averages: ['each'] };
    expect(withThousands({ sales: 848.596, buyers: 8, each: 106.074 }, columns, rate)).toEqual({
      sales: 848_596,
      buyers: 8,
      each: 106_074,
    });
    expect(withThousands({ sales: 900, buyers: 8, each: 112.5 }, columns, rate)).toEqual({
      sales: 900,
      buyers: 8,
      each: 112.5,
    });
  });

  it('are missed by an inequality, too', () => {
    expect(
      withThousands({ views: 1, visitors: 350 }, { whole: ['views', 'visitors'], averages: [] }, [
        atMost('visitors', 'views'),
      ]),
    ).toEqual({ views: 1000, visitors: 350 });
  });
});

it('a workbook whose cells are fractions is damaged like a text', async () => {
  const visits = visitsOfMarch(6);
  const cut = (value: number) => (value < 1000 ? value : value / 1000);
  const { views, visitors, fresh, returning } = summaryOf(visits);
  const day = (date: string, visit: Omit<(typeof visits)[number], 'day'>) => [
    date,
    cut(visit.views),
    Math.round((100 * visit.views) / visit.visitors) / 100,
    '00:01:22',
    0.2308,
    cut(visit.visitors),
    cut(visit.fresh),
    cut(visit.returning),
    2,
  ];
  const file = await workbook([
    {
      name: 'Semua',
      rows: [
        trafficHeader,
        day('01-03-2025-31-03-2025', { views, visitors, fresh, returning }),
        ...visits.map((visit) => day(`${visit.day}-03-2025`, visit)),
      ],
    },
  ]);
  const { load } = emptyShop();

  await expect(load(file, { shop: jakarta })).rejects.toBeInstanceOf(NeedsRepair);
  const report = await load(file, { shop: jakarta, decisions: { repair: 'x1000' } });
  expect(report.figures[0]).toEqual({ name: 'Product views', value: views, unit: 'count' });
});

describe('pieces of time that add up', () => {
  const piece = (from: number, to: number) => ({ from, to, value: 1 });
  const days = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => piece(from + at, from + at));

  it('are the days where all are told, and the period where some are missing', () => {
    expect(apart([piece(1, 10), ...days(1, 10)]).chosen).toEqual(days(1, 10));
    expect(apart([piece(1, 10), ...days(1, 9)]).chosen).toEqual([piece(1, 10)]);
  });

  it('never speak of a day twice', () => {
    const { chosen, leftOut } = apart([piece(1, 28), piece(20, 31), piece(1, 25), ...days(30, 31)]);
    expect(chosen).toEqual([piece(1, 28), piece(30, 30), piece(31, 31)]);
    expect(leftOut).toBe(2);
  });
});
