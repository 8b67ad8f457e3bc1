/** Mean, and standard deviation over n. */
export function momentsOf(values: Float64Array): { readonly mean: number; readonly sd: number } {
  let [sum, squares] = [0, 0];
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  const mean = sum / values.length;
  for (let at = 0; at < values.length; at++) squares += (values[at]! - mean) ** 2;
  return { mean, sd: Math.sqrt(squares / values.length) };
}

/** Less mean, by standard deviation over n. A column that does not vary becomes all NaN. */
export function standardisedColumn(values: Float64Array): Float64Array {
  const { mean, sd } = momentsOf(values);
  if (!(sd > 1e-9 * Math.max(1, Math.abs(mean)))) return new Float64Array(values.length).fill(Number.NaN);
  return values.map((value) => (value - mean) / sd);
}
