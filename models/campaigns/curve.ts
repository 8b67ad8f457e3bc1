/**
 * How weekly sales answer to weekly spend: a curve that rises and flattens.
 *
 *     exponential   sales = a (1 - exp(-(spend / b)^shape))                  flattens fast
 *     hill          sales = a spend^shape / (b^shape + spend^shape)          flattens slowly
 *
 * `a` > 0 is what no spend can exceed, `b` > 0 the spend at which 63 % (exponential) or half (hill) of it is reached;
 * both in minor units a week. With shape <= 1 each further unit brings less than the one before; with shape > 1 the
 * curve is S-shaped: small spends are lost, up to `inflexionOf`.
 *
 * Robyn's `saturation_hill(x, alpha, gamma)` is hill with a = 1, shape = alpha, b = gamma * max(x).
 */
export type Curve = { readonly form: CurveForm; readonly a: number; readonly b: number; readonly shape: number };

export const curveForms = ['exponential', 'hill'] as const;
export type CurveForm = (typeof curveForms)[number];

/** Share of `a` reached at a spend, 0..1. */
export function reachAt({ form, b, shape }: Omit<Curve, 'a'>, spend: number): number {
  if (!(spend > 0)) return 0;
  const ratio = shape === 1 ? spend / b : (spend / b) ** shape;
  if (form === 'exponential') return -Math.expm1(-ratio);
  return ratio === Number.POSITIVE_INFINITY ? 1 : ratio / (1 + ratio);
}

/** Sales a week at a spend a week. */
export function salesAt(curve: Curve, spend: number): number {
  return curve.a * reachAt(curve, spend);
}

/** Sales the next unit of spend brings: d sales / d spend. Infinite at 0 with a shape below 1. */
export function marginalAt({ form, a, b, shape }: Curve, spend: number): number {
  const at = Math.max(0, spend) / b;
  const ratio = shape === 1 ? at : at ** shape;
  const steep = shape === 1 ? shape / b : (shape / b) * at ** (shape - 1);
  return a * steep * (form === 'exponential' ? Math.exp(-ratio) : 1 / (1 + ratio) ** 2);
}

/** The spend where the curve is steepest: 0 unless it is S-shaped. From there on each unit brings less. */
export function inflexionOf({ form, b, shape }: Curve): number {
  if (shape <= 1) return 0;
  return b * (form === 'exponential' ? (shape - 1) / shape : (shape - 1) / (shape + 1)) ** (1 / shape);
}

/**
 * The spend, past the steepest point, at which the next unit brings that much; 0 or the steepest point where none does.
 * `marginal` > 0. In closed form for shape 1, else by Newton's method in log spend, kept in its bracket.
 */
export function spendAt(curve: Curve, marginal: number): number {
  const { form, a, b, shape } = curve;
  if (!(a > 0)) return 0;
  if (shape === 1) {
    return Math.max(0, form === 'exponential' ? b * Math.log(a / b / marginal) : Math.sqrt((a * b) / marginal) - b);
  }
  const from = inflexionOf(curve);
  if (shape > 1 && marginalAt(curve, from) <= marginal) return from;
  const wanted = Math.log(marginal);
  // log marginal falls without end in t = log(spend / b), from the inflexion (or minus infinity) on.
  const logMarginal = (t: number) => {
    const ratio = Math.exp(shape * t);
    const tail = form === 'exponential' ? -ratio : -2 * Math.log1p(ratio);
    const slope = shape - 1 - (form === 'exponential' ? shape * ratio : (2 * shape * ratio) / (1 + ratio));
    return { value: Math.log((a * shape) / b) + (shape - 1) * t + tail, slope };
  };
  let low = shape > 1 ? Math.log(from / b) : -1;
  while (shape < 1 && logMarginal(low).value < wanted) low -= 1 - low;
  let high = Math.max(low, 0) + 1;
  while (logMarginal(high).value > wanted) high += 1 + Math.abs(high);
  let t = (low + high) / 2;
  for (let round = 0; round < 100; round++) {
    const { value, slope } = logMarginal(t);
    if (value > wanted) low = t;
    else high = t;
    const next = t - (value - wanted) / slope;
    const step = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(step - t) < 1e-15 * Math.max(1, Math.abs(t))) break;
    t = step;
  }
  return b * Math.exp(t);
}
