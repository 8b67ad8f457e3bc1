import type { ForecastRequest } from '../../models/forecast/types.ts';
import { type Said, say } from '../../words/say.ts';

/** A model as it can be chosen: what the forecast is asked for. */
export type Recipe = {
  readonly title: Said;
  readonly method: ForecastRequest['method'];
  readonly prophet: NonNullable<ForecastRequest['prophet']>;
};

/** The models that stand against each other, one line each. The first is used until a decision says otherwise. */
export const recipes = {
  combination: { title: say`All methods, weighted by past errors`, method: 'auto', prophet: 'member' },
  'without-prophet': { title: say`All methods but Prophet`, method: 'auto', prophet: 'left out' },
  ets: { title: say`ETS alone`, method: 'ets', prophet: 'left out' },
  naive: { title: say`Last week, repeated`, method: 'seasonal-naive', prophet: 'left out' },
} as const satisfies Readonly<Record<string, Recipe>>;

export type RecipeName = keyof typeof recipes;
export const recipeNames = Object.keys(recipes) as [RecipeName, ...RecipeName[]];

export function isRecipe(name: string): name is RecipeName {
  return Object.hasOwn(recipes, name);
}
