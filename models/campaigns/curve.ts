/**
 * How weekly sales answer to weekly spend: a curve that rises and flattens.
 *
 *     exponential   sales = a (1 - exp(-spend / b))      flattens fast
 *     hyperbolic    sales = a spend / (b + spend)        flattens slowly
 *
 * `a` > 0 is what no spend can exceed, `b` > 0 the spend at which 63 % (exponential) or half (hyperbolic) of it is
 * reached; both in minor units a week. Both are concave: each further unit brings less than the one before.
 */
export type Curve = { readonly form: CurveForm; readonly a: number; readonly b: number };

export const curveForms = ['exponential', 'hyperbolic'] as const;
export type CurveForm = (typeof curveForms)[number];

/** Share of `a` reached at a spend, 0..1. */
export function shapeAt(form: CurveForm, b: number, spend: number): number {
  return form === 'exponential' ? -Math.expm1(-spend / b) : spend / (b + spend);
}

/** Sales a week at a spend a week. */
export function salesAt({ form, a, b }: Curve, spend: number): number {
  return a * shapeAt(form, b, spend);
}

/** Sales the next unit of spend brings: d sales / d spend. */
export function marginalAt({ form, a, b }: Curve, spend: number): number {
  return form === 'exponential' ? (a / b) * Math.exp(-spend / b) : (a * b) / (b + spend) ** 2;
}

/** The spend at which the next unit brings that much; below 0 where none does. `marginal` > 0. */
export function spendAt({ form, a, b }: Curve, marginal: number): number {
  return form === 'exponential' ? b * Math.log(a / b / marginal) : Math.sqrt((a * b) / marginal) - b;
}
