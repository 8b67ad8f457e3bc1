import type { Day } from '../../data/types.ts';
import { groupsBy } from '../../models/segments/score.ts';
import { inEnglish } from '../../words/tell.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { customersBy } from '../runs/customers.ts';
import type { RunOf } from '../runs/keep.ts';
import { type KeptSegments, namesOf } from '../runs/segments.ts';
import type { People } from '../runs/series.ts';
import { capital } from './capital.ts';

/**
 * Who is in which group by the model of a run, with all that they had bought before a day.
 *
 * @param called their names, if not those of today
 * @throws {Refusal} where the data has no groups
 */
export async function peopleOf(
  context: Context,
  run: RunOf<KeptSegments>,
  before: Day,
  called?: readonly string[],
): Promise<People> {
  const { clusters, whyNoClusters } = run.result;
  if (!clusters) {
    throw new Refusal(
      'There are no groups to forecast',
      `${inEnglish(whyNoClusters ?? '')} /forecast looks at the whole shop.`,
    );
  }
  const { view } = await customersBy(context, [run.result.features ?? 'rfm'], before);
  const group = groupsBy(clusters, view);
  const names = called ?? namesOf(context.state, run.id, clusters).map(capital);
  const sets = names.map((name, place) => ({ name, ids: view.id.filter((_, row) => group[row] === place) }));
  return { sets, rest: 'In no segment', run: run.id, before };
}
