import type { SeasonEffect } from '../../models/drivers/seasons.ts';
import type { ShareChange } from '../../models/drivers/share-changes.ts';
import {
  change,
  count,
  day,
  lines,
  money,
  named,
  type Quantity,
  type Said,
  say,
  sentences,
  share,
} from '../../words/say.ts';
import { weekdays } from '../../words/weekdays.ts';
import type { Context } from '../command.ts';
import type { Action, Part, Reply } from '../reply.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import {
  type KeptParts,
  type KeptSeasons,
  type KnownMonth,
  type PartCut,
  partsRun,
  seasonsRun,
} from '../runs/seasons.ts';

export const revenueCuts = ['product', 'weekday', 'month', 'place', 'channel'] as const;
type RevenueCut = (typeof revenueCuts)[number];

const MONTHS = [
  say`January`,
  say`February`,
  say`March`,
  say`April`,
  say`May`,
  say`June`,
  say`July`,
  say`August`,
  say`September`,
  say`October`,
  say`November`,
  say`December`,
];

/** Which products, weekdays, months, places or channels bring the revenue, and what of it is not chance. */
export async function revenueDrivers(by: RevenueCut, context: Context): Promise<Reply> {
  const cut = await readCut(context);
  if (by === 'weekday' || by === 'month') return seasonAnswer(by, cut, await seasonsRun(context, cut, by));
  return partsAnswer(by, cut, await partsRun(context, cut, by));
}

function seasonAnswer(by: 'weekday' | 'month', cut: Cut, { id, result }: RunOf<KeptSeasons>): Reply {
  const { effects, months } = result;
  if (!effects) return monthsAnswer(id, months!);
  const nameOf = (at: number) => (by === 'weekday' ? weekdays[(at + 1) as 1] : MONTHS[at]!);
  const unusual = effects.filter(({ low95, high95 }) => low95 > 0 || high95 < 0);
  const [first] = [...effects].sort((a, b) => b.effect - a.effect);
  const sure = (each: SeasonEffect) => say`${change(each.effect)} (${change(each.low95)} to ${change(each.high95)})`;
  const words = seasonWords[by];
  const title = unusual.length === 0 ? words.none : words.most(nameOf(first!.at), change(first!.effect));
  return {
    title,
    tone: 'plain',
    parts: [
      {
        kind: 'chart',
        title,
        subtitle: words.subtitle(day(cut.lastDay)),
        alt: sentences(...effects.map((each) => say`${nameOf(each.at)}: ${sure(each)}.`)),
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
          { title: words.one, unit: 'text' },
          { title: say`Of revenue`, unit: 'share' },
          { title: words.against, unit: 'change' },
          { title: say`Low 95%`, unit: 'change' },
          { title: say`High 95%`, unit: 'change' },
          { title: '', unit: 'text' },
        ],
        rows: effects.map((each) => [
          nameOf(each.at),
          each.share,
          each.effect,
          each.low95,
          each.high95,
          each.low95 > 0 ? say`more than usual` : each.high95 < 0 ? say`less than usual` : '',
        ]),
      },
      {
        kind: 'note',
        text: lines([
          words.note,
          say`All intervals hold together in 95 of 100 cases. This says when revenue comes, never why.`,
          howMade(id),
        ]),
      },
    ],
    actions: [why(id)],
  };
}

function howMade(id: string): Said {
  return say`/why ${id} tells how it was made.`;
}

function why(id: string): Action {
  return { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id } } };
}

const seasonWords = {
  weekday: {
    one: say`Weekday`,
    against: say`Against the mean weekday`,
    none: say`No weekday is clearly other than the rest`,
    most: (name: Said, by: Quantity) => say`${name} brings most: ${by} against the mean weekday`,
    subtitle: (until: Quantity) => say`Net revenue a day against the mean weekday · data until ${until}`,
    note: say`Each day against its own week, so that growth and seasons do not count; whole weeks only.`,
  },
  month: {
    one: say`Month`,
    against: say`Against the mean month`,
    none: say`No month is clearly other than the rest`,
    most: (name: Said, by: Quantity) => say`${name} brings most: ${by} against the mean month`,
    subtitle: (until: Quantity) => say`Net revenue a day against the mean month · data until ${until}`,
    note: say`Revenue a day of whole months beside a steady trend. Promotions and feasts that fall into a month count to it.`,
  },
} as const;

/** The months as they were, where there are too few to tell what a month of the year is worth. */
function monthsAnswer(id: string, months: readonly KnownMonth[]): Reply {
  const all = months.reduce((sum, month) => sum + month.revenue, 0);
  const most = months.reduce((best, month) => (month.revenue / month.days > best.revenue / best.days ? month : best));
  const called = ({ from }: { readonly from: string }) =>
    say`${MONTHS[Number(from.slice(5, 7)) - 1]!} ${from.slice(0, 4)}`;
  return {
    title: say`${called(most)} brought most a day: ${money(most.revenue / most.days)}`,
    tone: 'careful',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: say`Month`, unit: 'text' },
          { title: say`Revenue`, unit: 'money' },
          { title: say`A day`, unit: 'money' },
          { title: say`Of these months`, unit: 'share' },
        ],
        rows: months.map((month) => [called(month), month.revenue, month.revenue / month.days, month.revenue / all]),
      },
      {
        kind: 'note',
        text: lines([
          say`${count(months.length)} whole months cannot tell a season from growth: that takes 24 with sales, each month of the year twice. These are the months as they were.`,
          howMade(id),
        ]),
      },
    ],
    actions: [why(id)],
  };
}

function partsAnswer(by: PartCut, cut: Cut, { id, result }: RunOf<KeptParts>): Reply {
  const rows = result.parts.map(({ name, ...part }) => ({
    name: name === null ? partWords[by].without : named(name),
    ...part,
  }));
  const [first] = [...rows].sort((a, b) => b.share - a.share);
  const title = say`${first!.name} brings most: ${share(first!.share)} of revenue`;
  const unusual = rows.filter(isUnusual);
  return {
    title,
    tone: 'plain',
    parts: [
      {
        kind: 'chart',
        title,
        subtitle: say`Share of net revenue of the last year · data until ${day(cut.lastDay)}`,
        alt: sentences(...rows.map((row) => say`${row.name}: ${share(row.share)}.`)),
        chart: { type: 'bars', unit: 'share', bars: rows.map((row) => ({ label: row.name, value: row.share })) },
      },
      {
        kind: 'table',
        columns: [
          { title: partWords[by].one, unit: 'text' },
          { title: say`Revenue, all time`, unit: 'money' },
          { title: say`Of revenue, last year`, unit: 'share' },
          { title: say`Last 8 weeks, points`, unit: 'change' },
          { title: say`Low 95%`, unit: 'change' },
          { title: say`High 95%`, unit: 'change' },
          { title: '', unit: 'text' },
        ],
        rows: rows.map((row) => [
          row.name,
          row.revenueMinor,
          row.share,
          row.change,
          row.low95,
          row.high95,
          !isUnusual(row) ? '' : row.change! > 0 ? say`more than usual` : say`less than usual`,
        ]),
      },
      ...othersNote(result, by, unusual.length, id),
    ],
    actions: [why(id)],
  };
}

function isUnusual({ low95, high95 }: ShareChange): boolean {
  return low95 !== null && high95 !== null && (low95 > 0 || high95 < 0);
}

const partWords: Readonly<Record<PartCut, Readonly<Record<PartWord, Said>>>> = {
  product: {
    one: say`Product`,
    without: say`orders without a product`,
    steady: say`No product clearly has another share lately.`,
    never: say`This says what revenue comes with, never why: a product that falls may be out of stock, out of season, or beside one that grew.`,
  },
  place: {
    one: say`Place`,
    without: say`orders without a place`,
    steady: say`No place clearly has another share lately.`,
    never: say`This says what revenue comes with, never why: a place that falls may be out of stock, out of season, or beside one that grew.`,
  },
  channel: {
    one: say`Channel`,
    without: say`orders without a channel`,
    steady: say`No channel clearly has another share lately.`,
    never: say`This says what revenue comes with, never why: a channel that falls may be out of stock, out of season, or beside one that grew.`,
  },
};
type PartWord = 'one' | 'without' | 'steady' | 'never';

function othersNote({ others }: KeptParts, by: PartCut, unusual: number, id: string): Part[] {
  const text = lines([
    others.count > 0 ? say`${count(others.count)} more bring ${money(others.revenueMinor)} together.` : null,
    unusual === 0 ? partWords[by].steady : null,
    say`Points: the share in the last 8 weeks less that in the year before them. All intervals hold together in 95 of 100 cases.`,
    partWords[by].never,
    howMade(id),
  ]);
  return [{ kind: 'note', text }];
}
