/**
 * Geometric carry-over: each week keeps a share of what the week before still did.
 *
 *     a_t = x_t + keep a_{t-1}            a_0 = x_0 + keep before
 *
 * Not normalised, as Robyn's `adstock_geometric`: a steady spend x ends at x / (1 - keep). Times (1 - keep) it is in
 * the units of spend again.
 *
 * @param spend  shape (n,), a period each, oldest first
 * @param keep   share that is carried over, 0 to below 1
 * @param before what had built up before the first period, same units as the result; 0 unless told
 *
 * Source: Broadbent, One Way TV Advertisements Work, 1979; facebookexperimental/Robyn, R/R/transformation.R.
 */
export function adstockGeometric(spend: Float64Array, keep: number, before = 0): Float64Array {
  if (!(keep >= 0 && keep < 1)) throw new RangeError(`the share carried over is ${keep}`);
  const built = new Float64Array(spend.length);
  let last = before;
  for (let t = 0; t < spend.length; t++) {
    last = spend[t]! + keep * last;
    built[t] = last;
  }
  return built;
}
