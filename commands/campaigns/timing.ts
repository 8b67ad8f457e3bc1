import { z } from 'zod';
import { type Effect, type Timing, timing } from '../../models/campaigns/timing.ts';
import { addDays, daysBetween, epochDay } from '../../models/days.ts';
import { formatDays, formatValue } from '../../words/quantity.ts';
import { type Context, defineCommand } from '../command.ts';
import { wholeNumber } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Part, Reply, Row } from '../reply.ts';
import { weeksBack } from '../runs/campaign-ledger.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import { netRevenue, readHistory } from '../runs/series.ts';

export const campaignTiming = defineCommand({
  name: 'campaign timing',
  summary: 'When people buy: weekdays, hours, paydays, double dates, each with its range',
  examples: ['campaign timing', 'campaign timing weeks:26'],
  needs: 'viewer',
  bare: 'weeks',
  input: z.strictObject({ weeks: wholeNumber({ from: 8, to: 156, says: 'how many weeks to look back' }).default(52) }),

  async run({ weeks }, context): Promise<Reply> {
    const cut = await readCut(context);
    const history = await readHistory(context, cut, netRevenue);
    if (history === null) throw new Refusal('Not one whole day of sales is known', 'Import more history.');
    const wanted = weeksBack(cut, weeks);
    const from = wanted > history.firstDay ? wanted : history.firstDay;
    const found = timing({
      firstDay: from,
      sales: history.values.slice(daysBetween(history.firstDay, from)),
      leftOut: await holidaysIn(context, cut, from),
      hourly: await context.facts.revenue.hourly({ from, before: cut.before }),
    });
    return answer(found, cut, from);
  },
});

async function holidaysIn({ facts }: Context, { shop, before }: Cut, from: string): Promise<number[]> {
  const national = await facts.holidays({ zone: shop.zone, currency: shop.currency, from, before });
  return (national?.days ?? []).map(({ day }) => epochDay(day));
}

function answer(found: Timing, { shop, lastDay, before }: Cut, from: string): Reply {
  const effects = [...found.weekdays, found.paydays, found.doubleDates];
  const days = formatDays(from, addDays(before, -1), shop);
  const change = (value: number) => formatValue(value, 'change', shop);
  const title = headline(effects, change);
  const told = effects.filter(({ ratio }) => ratio !== null);
  const parts: Part[] = [
    {
      kind: 'table',
      columns: [
        { title: 'When', unit: 'text' },
        { title: 'Sales', unit: 'change' },
        { title: 'From', unit: 'change' },
        { title: 'To (80%)', unit: 'change' },
        { title: 'Seen', unit: 'count' },
      ],
      rows: effects.map(
        ({ name, ratio, low80, high80, seen }): Row => [name, less(ratio), less(low80), less(high80), seen],
      ),
    },
    {
      kind: 'chart',
      title,
      subtitle: `Sales against those expected, ${days}`,
      alt: `${title}. ${told.map(({ name, ratio }) => `${name}: ${change(ratio! - 1)}`).join('; ')}.`,
      chart: {
        type: 'columns',
        unit: 'change',
        x: 'Day',
        columns: told.map(({ name, ratio, low80, high80 }) => ({
          label: shortName(name),
          value: ratio! - 1,
          low: low80! - 1,
          high: high80! - 1,
        })),
      },
    },
    ...hourParts(found, days, shop),
    {
      kind: 'note',
      text: [
        'This is when sales are high, not why: promotions fall on the same days, so it does not prove that a campaign on them would bring more.',
        'Weekdays are held against an average day, paydays and double dates against what their weekday sells on a plain day. National holidays are left out.',
        ...effects
          .filter(({ ratio }) => ratio === null)
          .map(
            ({ name, seen }) =>
              `${name}: seen ${seen} ${seen === 1 ? 'time' : 'times'}; three are the least to say anything.`,
          ),
        ...(found.hours === null ? ['Hours: the files tell days and no times.'] : []),
        `Data until ${formatValue(lastDay, 'day', shop)}.`,
      ].join('\n'),
    },
  ];
  return {
    title,
    tone: 'plain',
    parts,
    actions: [{ label: 'Calendar', style: 'plain', ask: { name: 'calendar list', input: {} } }],
  };
}

/** The largest effect whose interval lies above an ordinary day. */
function headline(effects: readonly Effect[], change: (value: number) => string): string {
  const above = effects.filter(({ low80 }) => low80 !== null && low80 > 1).sort((a, b) => b.ratio! - a.ratio!);
  const [best] = above;
  if (!best) return 'No day stands out';
  return `${best.name}: sales ${change(best.ratio! - 1)} (80%: ${change(best.low80! - 1)} to ${change(best.high80! - 1)})`;
}

function hourParts({ hours }: Timing, days: string, shop: Cut['shop']): Part[] {
  const told = (hours ?? []).filter(({ ratio }) => ratio !== null);
  if (told.length === 0) return [];
  const best = told.reduce((most, each) => (each.ratio! > most.ratio! ? each : most));
  const title = `Most orders come at ${best.name}: ${formatValue(best.ratio, 'share', shop)} of a day's`;
  return [
    {
      kind: 'chart',
      title,
      subtitle: `Share of orders by hour, ${days}`,
      alt: `${title}.`,
      chart: {
        type: 'columns',
        unit: 'share',
        x: 'Hour',
        columns: told.map(({ name, ratio, low80, high80 }) => ({
          label: name.slice(0, 2),
          value: ratio!,
          low: low80!,
          high: high80!,
        })),
      },
    },
  ];
}

const less = (ratio: number | null) => (ratio === null ? null : ratio - 1);

/** Names that stand under a narrow column. */
function shortName(name: string): string {
  return name.startsWith('Payday') ? 'Payday' : name.startsWith('Double') ? 'Double' : name.slice(0, 3);
}
