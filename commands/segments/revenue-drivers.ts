import type { SeriesAnswer } from '../../data/types.ts';
import { addDays, daysBetween, weekday, weekdayName } from '../../models/days.ts';
import type { MonthOfRevenue, SeasonEffect } from '../../models/drivers/seasons.ts';
import type { ShareChange } from '../../models/drivers/share-changes.ts';
import { formatValue } from '../../words/quantity.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply } from '../reply.ts';
import { type Cut, readCut } from '../runs/cut.ts';

export const revenueCuts = ['product', 'weekday', 'month', 'place', 'channel'] as const;
type RevenueCut = (typeof revenueCuts)[number];

const MOST_SHOWN = 12;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Which products, weekdays, months, places or channels bring the revenue, and what of it is not chance. */
export async function revenueDrivers(by: RevenueCut, context: Context): Promise<Reply> {
  const cut = await readCut(context);
  return by === 'weekday' || by === 'month' ? seasonAnswer(by, cut, context) : partsAnswer(by, cut, context);
}

async function seasonAnswer(by: 'weekday' | 'month', cut: Cut, { facts, compute, shop }: Context): Promise<Reply> {
  const daily = await facts.series({ metric: 'revenue', by: null, period: 'day', before: cut.before });
  const revenue = daily.slices[0]?.values ?? new Float64Array(0);
  const effects =
    by === 'weekday'
      ? await compute('weekdayEffects', { firstWeekday: weekday(daily.firstDay) - 1, revenue })
      : await compute('monthEffects', monthsOf(daily.firstDay, revenue));
  if (!effects && by === 'month') return monthsAnswer(daily.firstDay, revenue, cut);
  if (!effects) {
    throw new Refusal('A few weeks do not tell one weekday from another', 'It takes 8 whole weeks with sales.');
  }
  const nameOf = (at: number) => (by === 'weekday' ? weekdayName((at + 1) as 1) : MONTHS[at]!);
  const unusual = effects.filter(({ low95, high95 }) => low95 > 0 || high95 < 0);
  const [first] = [...effects].sort((a, b) => b.effect - a.effect);
  const change = (value: number) => formatValue(value, 'change', shop);
  const sure = (each: SeasonEffect) => `${change(each.effect)} (${change(each.low95)} to ${change(each.high95)})`;
  const title =
    unusual.length === 0
      ? `No ${by} is clearly other than the rest`
      : `${nameOf(first!.at)} brings most: ${change(first!.effect)} against the mean ${by}`;
  return {
    title,
    tone: 'plain',
    parts: [
      {
        kind: 'chart',
        title,
        subtitle: `Net revenue a day against the mean ${by} · data until ${formatValue(cut.lastDay, 'day', cut.shop)}`,
        alt: effects.map((each) => `${nameOf(each.at)}: ${sure(each)}`).join('; '),
        chart: {
          type: 'bars',
          unit: 'change',
          level: 0.95,
          bars: effects.map(({ at, effect, low95, high95 }) => ({
            label: nameOf(at),
            value: effect,
            low: low95,
            high: high95,
          })),
        },
      },
      {
        kind: 'table',
        columns: [
          { title: by === 'weekday' ? 'Weekday' : 'Month', unit: 'text' },
          { title: 'Of revenue', unit: 'share' },
          { title: `Against the mean ${by}`, unit: 'change' },
          { title: 'Low 95%', unit: 'change' },
          { title: 'High 95%', unit: 'change' },
          { title: '', unit: 'text' },
        ],
        rows: effects.map((each) => [
          nameOf(each.at),
          each.share,
          each.effect,
          each.low95,
          each.high95,
          each.low95 > 0 ? 'more than usual' : each.high95 < 0 ? 'less than usual' : '',
        ]),
      },
      {
        kind: 'note',
        text: [
          by === 'weekday'
            ? 'Each day against its own week, so that growth and seasons do not count; whole weeks only.'
            : 'Revenue a day of whole months beside a steady trend. Promotions and feasts that fall into a month count to it.',
          'All intervals hold together in 95 of 100 cases. This says when revenue comes, never why.',
        ].join('\n'),
      },
    ],
  };
}

/** All months from the first day on, null where one is not known whole. */
function monthsOf(firstDay: string, revenue: Float64Array): ((MonthOfRevenue & { readonly from: string }) | null)[] {
  const months = new Map<string, { days: number; revenue: number }>();
  revenue.forEach((value, at) => {
    const key = addDays(firstDay, at).slice(0, 7);
    const month = months.get(key) ?? { days: 0, revenue: 0 };
    months.set(key, { days: month.days + 1, revenue: month.revenue + value });
  });
  return [...months].map(([key, month]) => {
    const from = `${key}-01`;
    const isWhole = month.days === daysBetween(from, `${addDays(from, 31).slice(0, 7)}-01`);
    return isWhole && !Number.isNaN(month.revenue) ? { month: Number(key.slice(5)) - 1, from, ...month } : null;
  });
}

/** The months as they were, where there are too few to tell what a month of the year is worth. */
function monthsAnswer(firstDay: string, revenue: Float64Array, { shop }: Cut): Reply {
  const months = monthsOf(firstDay, revenue).filter((month) => month !== null);
  if (months.length === 0) {
    throw new Refusal('There is no whole month yet', '/drivers by:weekday looks at weeks.');
  }
  const all = months.reduce((sum, month) => sum + month.revenue, 0);
  const most = months.reduce((best, month) => (month.revenue / month.days > best.revenue / best.days ? month : best));
  const called = ({ from }: { readonly from: string }) => `${MONTHS[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`;
  return {
    title: `${called(most)} brought most a day: ${formatValue(most.revenue / most.days, 'money', shop)}`,
    tone: 'careful',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: 'Month', unit: 'text' },
          { title: 'Revenue', unit: 'money' },
          { title: 'A day', unit: 'money' },
          { title: 'Of these months', unit: 'share' },
        ],
        rows: months.map((month) => [called(month), month.revenue, month.revenue / month.days, month.revenue / all]),
      },
      {
        kind: 'note',
        text: `${months.length} whole months cannot tell a season from growth: that takes 24 with sales, each month of the year twice. These are the months as they were.`,
      },
    ],
  };
}

async function partsAnswer(
  by: 'product' | 'place' | 'channel',
  cut: Cut,
  { facts, compute, shop }: Context,
): Promise<Reply> {
  const asked = { metric: 'revenue', period: 'week', before: cut.before } as const;
  const [whole, parts] = await Promise.all([
    facts.series({ ...asked, by: null }),
    facts.series({ ...asked, by, most: MOST_SHOWN }),
  ]);
  if (parts.slices.length === 0 || parts.slices.every(({ name }) => name === null)) {
    throw new Refusal(`Orders tell no ${by}`, `Bring orders with a column for the ${by}: /data add.`);
  }
  const shares = await compute('shareChanges', {
    whole: whole.slices[0]!.values,
    parts: parts.slices.map(({ values }) => values),
  });
  const rows = parts.slices.map(({ name, revenueMinor }, at) => ({
    name: name ?? `orders without a ${by}`,
    revenueMinor,
    ...shares[at]!,
  }));
  const [first] = [...rows].sort((a, b) => b.share - a.share);
  const share = (value: number) => formatValue(value, 'share', shop);
  const title = `${first!.name} brings most: ${share(first!.share)} of revenue`;
  const unusual = rows.filter(isUnusual);
  return {
    title,
    tone: 'plain',
    parts: [
      {
        kind: 'chart',
        title,
        subtitle: `Share of net revenue of the last year · data until ${formatValue(cut.lastDay, 'day', cut.shop)}`,
        alt: rows.map((row) => `${row.name}: ${share(row.share)}`).join('; '),
        chart: { type: 'bars', unit: 'share', bars: rows.map((row) => ({ label: row.name, value: row.share })) },
      },
      {
        kind: 'table',
        columns: [
          { title: by === 'product' ? 'Product' : by === 'place' ? 'Place' : 'Channel', unit: 'text' },
          { title: 'Revenue, all time', unit: 'money' },
          { title: 'Of revenue, last year', unit: 'share' },
          { title: 'Last 8 weeks, points', unit: 'change' },
          { title: 'Low 95%', unit: 'change' },
          { title: 'High 95%', unit: 'change' },
          { title: '', unit: 'text' },
        ],
        rows: rows.map((row) => [
          row.name,
          row.revenueMinor,
          row.share,
          row.change,
          row.low95,
          row.high95,
          !isUnusual(row) ? '' : row.change! > 0 ? 'more than usual' : 'less than usual',
        ]),
      },
      ...othersNote(parts, by, shop, unusual.length),
    ],
  };
}

function isUnusual({ low95, high95 }: ShareChange): boolean {
  return low95 !== null && high95 !== null && (low95 > 0 || high95 < 0);
}

function othersNote({ others }: SeriesAnswer, by: string, shop: Context['shop'], unusual: number): Part[] {
  const lines = [
    ...(others.count > 0
      ? [
          `${formatValue(others.count, 'count', shop)} more bring ${formatValue(others.revenueMinor, 'money', shop)} together.`,
        ]
      : []),
    ...(unusual === 0 ? [`No ${by} clearly has another share lately.`] : []),
    'Points: the share in the last 8 weeks less that in the year before them. All intervals hold together in 95 of 100 cases.',
    `This says what revenue comes with, never why: a ${by} that falls may be out of stock, out of season, or beside one that grew.`,
  ];
  return [{ kind: 'note', text: lines.join('\n') }];
}
