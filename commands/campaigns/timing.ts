import { z } from 'zod';
import type { Day } from '../../data/types/shop.ts';
import type { Effect, Timing } from '../../models/campaigns/timing.ts';
import { addDays } from '../../models/days.ts';
import {
  day as calendarDay,
  change,
  count,
  lines,
  named,
  period,
  plural,
  type Quantity,
  type Said,
  say,
  sentences,
  share,
} from '../../words/say.ts';
import { weekdays } from '../../words/weekdays.ts';
import { defineCommand } from '../command.ts';
import { dataUntil } from '../data-until.ts';
import { wholeNumber } from '../inputs.ts';
import type { Part, Reply, Row } from '../reply.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import { type KeptTiming, timingRun } from '../runs/timing.ts';

export const campaignTiming = defineCommand({
  name: 'campaign timing',
  summary: say`When people buy: weekdays, hours, paydays, double dates, each with its range`,
  examples: ['campaign timing', 'campaign timing weeks:26'],
  needs: 'viewer',
  bare: 'weeks',
  input: z.strictObject({
    weeks: wholeNumber({ from: 8, to: 156, says: say`how many weeks to look back` }).default(52),
  }),

  async run({ weeks }, context): Promise<Reply> {
    const cut = await readCut(context);
    return answer(await timingRun(context, cut, weeks), cut);
  },
});

type Told = Effect & { readonly says: Said; readonly short: Said };

/** Monday first, then paydays and double dates, as they are called in a table and under a narrow column. */
function effectsIn({ weekdays: effects, paydays, doubleDates }: Timing): Told[] {
  return [
    ...effects.map((effect, at) => ({ ...effect, says: weekdays[(at + 1) as 1], short: shortDays[at]! })),
    { ...paydays, says: say`Payday, 25th to 1st`, short: say`Payday` },
    { ...doubleDates, says: say`Double dates`, short: say`Double` },
  ];
}

/** For a narrow column; Monday first. */
const shortDays = [say`Mon`, say`Tue`, say`Wed`, say`Thu`, say`Fri`, say`Sat`, say`Sun`];

function answer({ id, result: { from, ...found } }: RunOf<KeptTiming>, { lastDay, before }: Cut): Reply {
  const effects = effectsIn(found);
  const span = period(from, addDays(before, -1));
  const title = headline(effects);
  const told = effects.filter(({ ratio }) => ratio !== null);
  const parts: Part[] = [
    {
      kind: 'table',
      columns: [
        { title: say`When`, unit: 'text' },
        { title: say`Sales`, unit: 'change' },
        { title: say`From`, unit: 'change' },
        { title: say`To (80%)`, unit: 'change' },
        { title: say`Seen`, unit: 'count' },
      ],
      rows: effects.map(
        ({ says, ratio, low80, high80, seen }): Row => [says, less(ratio), less(low80), less(high80), seen],
      ),
    },
    {
      kind: 'chart',
      title,
      subtitle: dataUntil(say`Sales against those expected, ${span}`, addDays(before, -1)),
      alt: sentences(say`${title}.`, ...told.map(({ says, ratio }) => say`${says}: ${change(ratio! - 1)}.`)),
      chart: {
        type: 'columns',
        unit: 'change',
        x: say`Day`,
        columns: told.map(({ short, ratio, low80, high80 }) => ({
          label: short,
          value: ratio! - 1,
          low: low80! - 1,
          high: high80! - 1,
        })),
      },
    },
    ...hourParts(found, span, addDays(before, -1)),
    {
      kind: 'note',
      text: lines([
        say`This is when sales are high, not why: promotions fall on the same days, so it does not prove that a campaign on them would bring more.`,
        say`Weekdays are held against an average day, paydays and double dates against what their weekday sells on a plain day. National holidays are left out.`,
        ...effects
          .filter(({ ratio }) => ratio === null)
          .map(({ says, seen }) =>
            plural(
              seen,
              say`${says}: seen 1 time; three are the least to say anything.`,
              say`${says}: seen ${count(seen)} times; three are the least to say anything.`,
            ),
          ),
        found.hours === null ? say`Hours: the files tell days and no times.` : null,
        say`Data until ${calendarDay(lastDay)}. /why ${id} tells how it was made.`,
      ]),
    },
  ];
  return {
    title,
    tone: 'plain',
    parts,
    actions: [
      { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id } } },
      { label: say`Calendar`, style: 'plain', ask: { name: 'calendar list', input: {} } },
    ],
  };
}

/** The largest effect whose interval lies above an ordinary day. */
function headline(effects: readonly Told[]): Said {
  const above = effects.filter(({ low80 }) => low80 !== null && low80 > 1).sort((a, b) => b.ratio! - a.ratio!);
  const [best] = above;
  if (!best) return say`No day stands out`;
  const { says, ratio, low80, high80 } = best;
  return say`${says}: sales ${change(ratio! - 1)} (80%: ${change(low80! - 1)} to ${change(high80! - 1)})`;
}

function hourParts({ hours }: Timing, span: Quantity, lastDay: Day): Part[] {
  const told = (hours ?? []).filter(({ ratio }) => ratio !== null);
  if (told.length === 0) return [];
  const best = told.reduce((most, each) => (each.ratio! > most.ratio! ? each : most));
  const title = say`Most orders come at ${best.name}: ${share(best.ratio)} of a day's`;
  return [
    {
      kind: 'chart',
      title,
      subtitle: dataUntil(say`Share of orders by hour, ${span}`, lastDay),
      alt: say`${title}.`,
      chart: {
        type: 'columns',
        unit: 'share',
        x: say`Hour`,
        columns: told.map(({ name, ratio, low80, high80 }) => ({
          label: named(name.slice(0, 2)),
          value: ratio!,
          low: low80!,
          high: high80!,
        })),
      },
    },
  ];
}

const less = (ratio: number | null) => (ratio === null ? null : ratio - 1);
