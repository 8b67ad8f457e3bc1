import type { ModelDecision } from '../../data/state/types/learning.ts';
import type { State } from '../../data/state/types/state.ts';
import type { DailyRevenue } from '../../data/types/series.ts';
import type { Instant } from '../../data/types/shop.ts';
import type { Check } from '../../models/check.ts';
import { coverageDrift, type Drift } from '../../models/forecast/drift.ts';
import { count, day, number, type Said, say, sentences, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { scored } from '../ledger/record.ts';
import type { Cut } from '../runs/cut.ts';
import { type ForecastAsk, forecastRun, type KeptForecast } from '../runs/forecast.ts';
import type { RunOf } from '../runs/keep.ts';
import { orNothing } from '../runs/or-nothing.ts';
import { lastWords } from './evidence.ts';
import { isRecipe, type RecipeName, recipeNames, recipes } from './recipes.ts';

/** How far ahead the models are compared, and the digest looks. */
export const AHEAD_WEEKS = 8;
/** How far back bands are judged. */
const DRIFT_WEEKS = 26;

export type Champion = {
  readonly recipe: RecipeName;
  /** The decision that made it so; null for the one used from the start. */
  readonly decision: (ModelDecision & { readonly at: Instant }) | null;
};

/** The model in use. */
export function championOf({ learning }: Pick<State, 'learning'>): Champion {
  const decision = learning.decisions().find(({ act, recipe }) => act === 'use' && isRecipe(recipe)) ?? null;
  return { recipe: (decision?.recipe as RecipeName | undefined) ?? recipeNames[0], decision };
}

/** How the bands of a model have held: the last ones for each week count, posted or not. */
export function bandDrift({ ledger }: Pick<State, 'ledger'>, recipe: RecipeName): Drift {
  const weeks = lastWords(ledger.history(DRIFT_WEEKS), { recipe });
  return coverageDrift(weeks.map(scored));
}

/**
 * The forecast we stand by: the model in use on this data, its bands as wide as the ledger says they must be.
 */
export function standingForecast(context: Context, cut: Cut, horizon: number): Forecast {
  return forecastRun(context, cut, { horizon, ...standingAsk(context, cut) });
}

/** How that forecast is asked for: so that a question about it, what if, is asked of the same model. */
export function standingAsk(context: Context, cut: Cut): Pick<ForecastAsk, 'method' | 'standing'> {
  const { recipe, decision } = championOf(context.state);
  return askOf(context, cut, { recipe, reason: decision ? sinceWhen(decision) : null });
}

/** What every model that is not in use says on the same data. A model that the data cannot feed is left out. */
export async function shadowForecasts(context: Context, cut: Cut, horizon: number): Promise<RunOf<KeptForecast>[]> {
  const { recipe: used } = championOf(context.state);
  const made: RunOf<KeptForecast>[] = [];
  for (const recipe of recipeNames.filter((name) => name !== used)) {
    const shadow = await orNothing(() =>
      forecastRun(context, cut, { horizon, ...askOf(context, cut, { recipe, reason: null }) }),
    );
    if (shadow) made.push(shadow.run);
  }
  return made;
}

type Forecast = Promise<{ readonly run: RunOf<KeptForecast>; readonly history: DailyRevenue }>;

function askOf(
  context: Context,
  cut: Cut,
  { recipe, reason }: { readonly recipe: RecipeName; readonly reason: Words | null },
): Pick<ForecastAsk, 'method' | 'standing'> {
  const drift = bandDrift(context.state, recipe);
  const { method, prophet } = recipes[recipe];
  const checks = [...bandCheck(drift), ...dataCheck(cut)];
  return {
    method,
    standing: { recipe, prophet, reason, widened: drift.factor, checks, held: cut.held?.finding ?? null },
  };
}

/** Nothing while the bands hold: then there is nothing to say of them. */
function bandCheck({ weeks, held, factor }: Drift): Check[] {
  if (factor === 1) return [];
  const says = sentences(
    say`On the ledger the 80% band held ${count(held)} of ${count(weeks)} weeks, which is too few.`,
    say`Bands are drawn ${number(factor)} times as wide, and what the forecast may be used for is one step less.`,
  );
  return [{ name: 'ledger', passed: false, says }];
}

function dataCheck({ held, lastDay }: Cut): Check[] {
  if (!held) return [];
  return [{ name: 'data', passed: false, says: sentences(say`I stand on data until ${day(lastDay)}.`, held.says) }];
}

function sinceWhen({ recipe, name, reason }: ModelDecision): Said {
  return say`${recipes[recipe as RecipeName].title}, by decision of ${name}: ${reason}`;
}
