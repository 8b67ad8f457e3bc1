import { z } from 'zod';
import { addDays, startOfWeek } from '../../models/days.ts';
import { count, say } from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { wholeNumber } from '../inputs.ts';
import { scoreLedger } from '../ledger/score.ts';
import { AHEAD_WEEKS, standingForecast } from '../models/champion.ts';
import { Refusal } from '../refusal.ts';
import { readCut, readCutAsKnown } from '../runs/cut.ts';
import { throughWeeks } from '../runs/forecast.ts';
import { freeze } from '../runs/freeze.ts';

const MONDAYS = 10;
const EIGHT = 8 * 60;

/** Asked by the clock once, when the demo is opened for the first time: a second a Monday, which nobody waits for. */
export const demoForecasts = defineCommand({
  name: 'demo forecasts',
  summary: say`Forecast the demo's last weeks as each Monday's digest would have, and score them`,
  examples: ['demo forecasts'],
  needs: 'admin',
  hidden: true,
  input: z.strictObject({
    mondays: wholeNumber({ from: 1, to: 52, says: say`how many Mondays it looks back on` }).default(MONDAYS),
  }),
  async run({ mondays }, context) {
    // A real shop's ledger holds what was posted, and nothing else.
    if (!context.shop?.demo)
      throw new Refusal(say`Only the demo has a made-up past`, say`Your own fills with each Monday's digest.`);
    const monday = startOfWeek((await readCut(context)).before);
    for (let ago = mondays; ago > 0; ago--) await postOn(addDays(monday, -7 * ago), context);
    return {
      title: say`The demo has ${count(mondays)} weeks of forecasts`,
      tone: 'good',
      parts: [],
    };
  },
});

/** What the digest of a Monday keeps of its forecast, on the files that had come by then; and what it scores before. */
async function postOn(today: string, context: Context): Promise<void> {
  const then: Context = { ...context, today, now: context.wall(today, EIGHT) };
  const cut = await readCutAsKnown(then, today);
  await scoreLedger(then, cut);
  const { run, history } = await standingForecast(then, cut, throughWeeks(cut, AHEAD_WEEKS));
  freeze(then, run, history);
}
