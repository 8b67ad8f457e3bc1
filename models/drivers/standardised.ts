/** Mean, and standard deviation over n. */
export function momentsOf(values: Float64Array): { readonly mean: number; readonly sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return { mean, sd };
}

/** Less mean, by standard deviation over n. A column that does not vary becomes all NaN. */
export function standardisedColumn(values: Float64Array): Float64Array {
  const { mean, sd } = momentsOf(values);
  if (!(sd > 1e-9 * Math.max(1, Math.abs(mean)))) return new Float64Array(values.length).fill(Number.NaN);
  return values.map((value) => (value - mean) / sd);
}
