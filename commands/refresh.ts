import { z } from 'zod';
import type { Alert } from '../data/state/types/alerts.ts';
import { addDays, daysBetween } from '../models/days.ts';
import { longestHorizon } from '../models/forecast/forecast.ts';
import { count, listed, plural, say, sentences } from '../words/say.ts';
import { announce } from './alerts/announce.ts';
import { checkSales } from './alerts/check.ts';
import { checkHouse } from './alerts/house.ts';
import { checkPace } from './alerts/pace.ts';
import { checkSeries } from './alerts/series.ts';
import { checkThresholds } from './alerts/thresholds.ts';
import { watchShifts } from './budget/promise/watch.ts';
import { type Context, defineCommand } from './command.ts';
import { scoreSeries } from './ledger/score-series.ts';
import { standingForecast } from './models/champion.ts';
import { checkData, heldWords } from './models/hold.ts';
import { learn } from './models/learn.ts';
import { recipes } from './models/recipes.ts';
import { type Cut, readCut } from './runs/cut.ts';
import { throughWeeks } from './runs/forecast.ts';
import { orNothing } from './runs/or-nothing.ts';
import { groupRulesRun, nextGroupsRun } from './runs/prediction.ts';
import { CURVE_WEEKS, returnsRun } from './runs/returns.ts';
import { segmentsRun } from './runs/segments.ts';
import { netRevenue, readHistory, totalOf } from './runs/series.ts';
import { readGroups, readOrderGroups } from './segments/groups.ts';

/** What people ask for without saying more, and the digest: computed ahead, so that the answer is there. */
const WEEKS_AHEAD = [4, 8];

export const refresh = defineCommand({
  name: 'refresh',
  summary: say`Compute the models anew on the data as it stands, and score past forecasts`,
  examples: ['refresh'],
  needs: 'admin',
  hidden: true,
  input: z.strictObject({}),

  async run(_, context) {
    const { state, now } = context;
    await context.facts.imports.purge(now);
    await checkData(context);
    const cut = await readCut(context);
    const scored = (await scoreLedger(context, cut)) + (await scoreSeries(context, cut));
    const longest = longestHorizon(daysBetween(cut.firstDay, cut.before));
    const horizons = WEEKS_AHEAD.map((weeks) => throughWeeks(cut, weeks)).filter((days) => days <= longest);
    const decision = horizons.length === WEEKS_AHEAD.length ? await learn(context, cut) : null;
    const made: string[] = [];
    for (const horizon of horizons) made.push((await standingForecast(context, cut, horizon)).run.id);
    const others: readonly (() => Promise<{ readonly id: string }>)[] = [
      () => segmentsRun(context, cut),
      async () => groupRulesRun(context, await readGroups(context)),
      async () => nextGroupsRun(context, await readOrderGroups(context)),
      () => returnsRun(context, cut, CURVE_WEEKS),
      () => returnsRun(context, cut, 12),
    ];
    for (const compute of others) {
      const run = await orNothing(compute);
      if (run) made.push(run.id);
    }
    const alerts = await checkAlerts(context, cut);
    const watched = await watchShifts(context, cut);
    const waited = state.memory.get('digest', 'waits for');
    if (waited !== null && addDays(waited, 7) <= cut.before) state.schedules.add('digest', `${waited}, late`, now);
    const said = sentences(
      made.length > 0 ? say`Made: ${listed(made)}.` : null,
      say`Forecast weeks scored: ${count(scored)}.`,
      cut.held && say`${heldWords(cut.held)}.`,
      decision && say`Used from now on: ${recipes[decision.recipe].title}.`,
      ...alerts.map(({ id }) => say`${id} is open.`),
      watched.length > 0 ? say`News of ${listed(watched)}.` : null,
    );
    return {
      title: plural(
        made.length,
        say`${count(made.length)} run is up to date`,
        say`${count(made.length)} runs are up to date`,
      ),
      tone: 'good',
      parts: [{ kind: 'text', text: said }],
    };
  },
});

/** All that somebody may have to be told of, in one look: the most money comes first, wherever it was found. */
async function checkAlerts(context: Context, cut: Cut): Promise<readonly Alert[]> {
  const sales = await checkSales(context, cut);
  const looks = [
    sales,
    await checkSeries(context, cut, sales.found),
    await checkPace(context, cut),
    await checkThresholds(context, cut),
    await checkHouse(context),
  ];
  return announce(context, {
    found: looks.flatMap(({ found }) => found),
    judged: (alert) => looks.some(({ judged }) => judged(alert)),
  });
}

/**
 * Writes what came beside what was said, for every week that is over and of which every day is known. Returns how many
 * weeks.
 */
async function scoreLedger(context: Context, cut: Cut): Promise<number> {
  const { state, now } = context;
  const said = new Set(state.ledger.unscored().map(({ week }) => week));
  const over = [...said].filter((week) => addDays(week, 7) <= cut.before && week >= cut.firstDay);
  const history = over.length > 0 ? await readHistory(context, cut, netRevenue) : null;
  if (history === null) return 0;
  const came = over.map((week) => ({ week, actual: totalOf(history, week, 7) }));
  const known = came.filter(({ actual }) => !Number.isNaN(actual));
  for (const { week, actual } of known) state.ledger.score(week, actual, now);
  return known.length;
}
