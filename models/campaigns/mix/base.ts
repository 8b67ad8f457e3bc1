/** Regressors of what would sell without any spend, with the ridge that keeps them small. */
export type Base = {
  readonly names: readonly string[];
  /** One column each, shape (n,), about 1 in size. */
  readonly columns: readonly Float64Array[];
  /** Precision of each coefficient beforehand, in units of the noise's. */
  readonly ridge: readonly number[];
};

const WEEKS_A_YEAR = 365.25 / 7;
/** Under two years a season is seen once, and may as well be luck. */
const TWO_YEARS = Math.round(2 * WEEKS_A_YEAR);
const HALF_YEAR = 26;
/** Standard deviations of the noise that a coefficient is expected to reach. */
const WIDE = 10;
const NARROW = 1;

/**
 * Level, a straight trend, the yearly season as two waves a year and half a year long, and the controls.
 *
 * The season is shrunk to the size of the noise where there are less than two years, and left out below half a year.
 */
export function baseOf(
  weeks: number,
  controls: readonly { readonly name: string; readonly values: Float64Array }[],
): Base {
  const at = (of: (week: number) => number) => Float64Array.from({ length: weeks }, (_, week) => of(week));
  const terms: { name: string; column: Float64Array; spread: number }[] = [
    { name: 'level', column: at(() => 1), spread: 1e3 },
    { name: 'trend', column: at((week) => (2 * week) / Math.max(1, weeks - 1) - 1), spread: WIDE },
  ];
  for (let wave = 1; wave <= 2 && weeks >= HALF_YEAR; wave++) {
    const angle = (week: number) => (2 * Math.PI * wave * week) / WEEKS_A_YEAR;
    const spread = weeks >= TWO_YEARS ? WIDE : NARROW;
    terms.push(
      { name: `season ${wave} sin`, column: at((week) => Math.sin(angle(week))), spread },
      { name: `season ${wave} cos`, column: at((week) => Math.cos(angle(week))), spread },
    );
  }
  for (const { name, values } of controls) {
    const scaled = standardised(values);
    if (scaled !== null) terms.push({ name, column: scaled, spread: WIDE });
  }
  return {
    names: terms.map(({ name }) => name),
    columns: terms.map(({ column }) => column),
    ridge: terms.map(({ spread }) => 1 / spread ** 2),
  };
}

/** Null where it never varies: then it is part of the level. */
function standardised(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return sd > 1e-12 * Math.abs(mean) ? values.map((value) => (value - mean) / sd) : null;
}
