import { z } from 'zod';
import { addDays, daysBetween } from '../models/days.ts';
import { longestHorizon } from '../models/forecast/forecast.ts';
import { count, listed, plural, say, sentences } from '../words/say.ts';
import { checkAlerts } from './alerts/night.ts';
import { watchShifts } from './budget/promise/watch.ts';
import { defineCommand } from './command.ts';
import { scoreLedger } from './ledger/score.ts';
import { standingForecast } from './models/champion.ts';
import { checkData, heldWords } from './models/hold.ts';
import { learn } from './models/learn.ts';
import { recipes } from './models/recipes.ts';
import { readCut } from './runs/cut.ts';
import { throughWeeks } from './runs/forecast.ts';
import { orNothing } from './runs/or-nothing.ts';
import { groupRulesRun, nextGroupsRun } from './runs/prediction.ts';
import { CURVE_WEEKS, returnsRun } from './runs/returns.ts';
import { segmentsRun } from './runs/segments.ts';
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
    const scored = await scoreLedger(context, cut);
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
