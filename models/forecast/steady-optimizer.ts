import type { ProphetOptimizer } from '@bsull/augurs/prophet';

/** Prophet's data for Stan, as far as its columns are concerned: X has shape (days, features). */
type Columns = { readonly X: number[][]; readonly sigmas: number[]; readonly s_a: number[]; readonly s_m: number[] };

/**
 * Makes Prophet answer alike each time.
 *
 * augurs keeps the seasonalities in a hash map with random keys, so with a week and a year their columns reach Stan
 * in one of two orders, drawn anew at each fit, and L-BFGS ends a tenth of a percent apart. Here the columns are
 * sorted by content before Stan sees them, and its coefficients put back afterwards.
 */
export function steady(optimizer: ProphetOptimizer): ProphetOptimizer {
  return {
    optimize(init, data, options) {
      const parsed = JSON.parse(data) as Columns;
      const order = columnOrder(parsed.X);
      const arrange = <T>(row: ArrayLike<T>) => order.map((from) => row[from]!);
      const sorted = JSON.stringify({
        ...parsed,
        X: parsed.X.map(arrange),
        sigmas: arrange(parsed.sigmas),
        s_a: arrange(parsed.s_a),
        s_m: arrange(parsed.s_m),
      });
      const result = optimizer.optimize({ ...init, beta: Float64Array.from(arrange(init.beta)) }, sorted, options);
      const beta = new Float64Array(order.length);
      order.forEach((from, at) => {
        beta[from] = result.params.beta[at]!;
      });
      return { ...result, params: { ...result.params, beta } };
    },
  };
}

/** Columns in lexicographic order of their values. */
function columnOrder(rows: readonly (readonly number[])[]): number[] {
  return Array.from(rows[0] ?? [], (_, column) => column).sort((a, b) => {
    for (const row of rows) if (row[a] !== row[b]) return row[a]! - row[b]!;
    return 0;
  });
}
