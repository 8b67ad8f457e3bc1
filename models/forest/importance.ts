import { type Random, shuffled } from '../random.ts';
import { type Binned, binned } from './bins.ts';
import { type Forest, likeliest, probabilitiesOf } from './forest.ts';
import { accuracy } from './scores.ts';
import { requireTable, type Table } from './table.ts';

/**
 * What each feature is worth to a forest: how much of its accuracy is lost when the feature's values are dealt out anew among
 * the rows. About 0, or a little below, for what it does not need; what two features say alike is credited to neither.
 *
 * @param judged rows that the forest has not learned from
 * @param options.rounds how often they are dealt out; the mean is returned
 * @returns shape (features,): accuracy lost, 0..1
 *
 * Source: Breiman, Random Forests, 2001, section 10.
 */
export function permutationImportance(
  forest: Forest,
  judged: Table,
  { rounds, random }: { readonly rounds: number; readonly random: Random },
): Float64Array {
  requireTable(judged);
  const { columns, label, classes } = judged;
  const rows = binned(columns, forest.cuts);
  const told = (by: Binned) => accuracy(label, likeliest(probabilitiesOf(forest, by), classes));
  const whole = told(rows);
  return Float64Array.from(columns, (_, feature) => {
    const own = rows.codes.slice(feature * rows.rows, (feature + 1) * rows.rows);
    let lost = 0;
    for (let round = 0; round < rounds; round++) {
      const codes = rows.codes.slice();
      shuffled(rows.rows, random).forEach((from, row) => {
        codes[feature * rows.rows + row] = own[from]!;
      });
      lost += whole - told({ ...rows, codes });
    }
    return lost / rounds;
  });
}
