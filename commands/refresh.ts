import { z } from 'zod';
import { addDays, daysBetween } from '../models/days.ts';
import { NotEnoughData } from '../models/errors.ts';
import { longestHorizon } from '../models/forecast/forecast.ts';
import { type Context, defineCommand } from './command.ts';
import { Refusal } from './refusal.ts';
import { type Cut, readCut } from './runs/cut.ts';
import { forecastRun, throughWeeks } from './runs/forecast.ts';
import { CURVE_WEEKS, returnsRun } from './runs/returns.ts';
import { segmentsRun } from './runs/segments.ts';

/** What people ask for without saying more, and the digest: computed ahead, so that the answer is there. */
const WEEKS_AHEAD = [4, 8];

export const refresh = defineCommand({
  name: 'refresh',
  summary: 'Compute the models anew on the data as it stands, and score past forecasts',
  examples: ['refresh'],
  needs: 'admin',
  hidden: true,
  input: z.strictObject({}),

  async run(_, context) {
    const cut = await readCut(context);
    const longest = longestHorizon(daysBetween(cut.firstDay, cut.before));
    const made: string[] = [];
    for (const horizon of WEEKS_AHEAD.map((weeks) => throughWeeks(cut, weeks)).filter((days) => days <= longest)) {
      made.push((await forecastRun(context, cut, { horizon, method: 'auto' })).run.id);
    }
    const others: readonly (() => Promise<{ readonly id: string }>)[] = [
      () => segmentsRun(context, cut),
      () => returnsRun(context, cut, CURVE_WEEKS),
      () => returnsRun(context, cut, 12),
    ];
    for (const compute of others) {
      const run = await orNothing(compute);
      if (run) made.push(run.id);
    }
    const scored = await scoreLedger(context, cut);
    const waited = context.state.memory.get('digest', 'waits for');
    if (waited !== null && addDays(waited, 7) <= cut.before) {
      context.state.schedules.add('digest', `${waited}, late`, context.now);
    }
    return {
      title: `${made.length} runs are up to date`,
      tone: 'good',
      parts: [{ kind: 'text', text: `${made.join(', ')}. ${scored} forecast weeks were scored.` }],
    };
  },
});

/** A shop without campaigns still gets its forecast: what the data cannot answer is left out, what breaks is not. */
async function orNothing<T>(compute: () => Promise<T>): Promise<T | null> {
  try {
    return await compute();
  } catch (error) {
    if (error instanceof Refusal || error instanceof NotEnoughData) return null;
    throw error;
  }
}

/** Writes what came beside what was said, for every week that is over. Returns how many weeks. */
async function scoreLedger({ state, facts, now }: Context, cut: Cut): Promise<number> {
  const said = new Set(state.ledger.unscored().map(({ week }) => week));
  const over = [...said].filter((week) => addDays(week, 7) <= cut.before && week >= cut.firstDay);
  if (over.length === 0) return 0;
  const { firstDay, revenueMinor } = await facts.revenue.daily({ before: cut.before });
  for (const week of over) {
    const start = daysBetween(firstDay, week);
    const actual = revenueMinor.slice(start, start + 7).reduce((sum, value) => sum + value, 0);
    state.ledger.score(week, actual, now);
  }
  return over.length;
}
