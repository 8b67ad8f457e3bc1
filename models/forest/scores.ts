/** Chances below this are taken for it: a forest that has never seen something must not be infinitely wrong. */
const LEAST_CHANCE = 0.001;

/** The share of rows whose class was told. */
export function accuracy(truth: Int32Array, told: Int32Array): number {
  return truth.filter((of, row) => of === told[row]).length / truth.length;
}

/**
 * F1 = 2 hits / (rows of the class + rows told to be of it), its mean over the classes that came or were told.
 *
 * Source: as scikit-learn's f1_score with average="macro".
 */
export function macroF1(truth: Int32Array, told: Int32Array, classes: number): number {
  const [came, said, hits] = [0, 1, 2].map(() => new Float64Array(classes)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  truth.forEach((of, row) => {
    came[of]!++;
    said[told[row]!]!++;
    if (of === told[row]) hits[of]!++;
  });
  const scores = Array.from(hits, (hit, of) => (2 * hit) / (came[of]! + said[of]!)).filter((score) => score >= 0);
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/**
 * The mean of -ln(chance given to what came): 0 is certain and right, ln(classes) knows nothing.
 *
 * @param chances shape (rows, classes)
 */
export function logLoss(truth: Int32Array, chances: Float64Array, classes: number): number {
  let sum = 0;
  truth.forEach((of, row) => {
    let all = 0;
    for (let each = 0; each < classes; each++) all += Math.max(LEAST_CHANCE, chances[row * classes + each]!);
    sum -= Math.log(Math.max(LEAST_CHANCE, chances[row * classes + of]!) / all);
  });
  return sum / truth.length;
}
