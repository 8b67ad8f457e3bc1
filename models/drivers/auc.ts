import { seeded, shuffled } from '../random.ts';
import { type LogisticRequest, logistic } from './logistic.ts';
import { momentsOf } from './standardised.ts';

/**
 * The chance that one who answered is scored above one who did not; 0.5 is a coin. Equal scores count half. Null where
 * all answers are the same.
 *
 *     (sum of ranks of those who answered - yes (yes + 1) / 2) / (yes no)               equal scores share their middle rank
 *
 * Source: Hanley & McNeil, 1982.
 */
export function auc(scores: Float64Array, outcome: Float64Array): number | null {
  const order = Int32Array.from(scores.keys()).sort((a, b) => scores[a]! - scores[b]!);
  let [yes, ranks] = [0, 0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to++;
    for (let at = from; at < to; at++) {
      if (outcome[order[at]!] !== 1) continue;
      yes++;
      ranks += (from + 1 + to) / 2;
    }
    from = to;
  }
  const no = scores.length - yes;
  return yes === 0 || no === 0 ? null : (ranks - (yes * (yes + 1)) / 2) / (yes * no);
}

const FOLDS = 10;

/**
 * How well a logistic regression tells answers apart among customers it has not seen: the mean AUC of ten folds, each
 * scored by a model of the other nine. Null where some fold cannot be fitted.
 */
export function crossValidatedAuc({ outcome, drivers }: LogisticRequest, seed: number): number | null {
  const order = shuffled(outcome.length, seeded(seed));
  const areas: number[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeld = (_: number, place: number) => place % FOLDS === fold;
    const [held, rest] = [order.filter(isHeld), order.filter((row, place) => !isHeld(row, place))];
    const model = logistic({ outcome: taken(outcome, rest), drivers: drivers.map((each) => of(each, rest)) });
    if (model.kind !== 'fitted') return null;
    const scores = new Float64Array(held.length);
    drivers.forEach(({ values }, j) => {
      const { mean, sd } = momentsOf(taken(values, rest));
      held.forEach((row, place) => {
        scores[place]! += (model.effects[j]!.coefficient * (values[row]! - mean)) / sd;
      });
    });
    const area = auc(scores, taken(outcome, held));
    if (area !== null) areas.push(area);
  }
  return areas.length === 0 ? null : areas.reduce((sum, area) => sum + area, 0) / areas.length;
}

const taken = (values: Float64Array, rows: Int32Array) => Float64Array.from(rows, (row) => values[row]!);

const of = ({ name, values }: LogisticRequest['drivers'][number], rows: Int32Array) => ({
  name,
  values: taken(values, rows),
});
