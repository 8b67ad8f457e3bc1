import type { Day } from '../../data/types/shop.ts';
import { IN_NO_GROUP, shownName } from '../../models/segments/group-name.ts';
import { groupsBy } from '../../models/segments/score.ts';
import { say, sentences } from '../../words/say.ts';
import { inEnglish } from '../../words/tell.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import { customersBy } from '../runs/customers.ts';
import type { RunOf } from '../runs/keep.ts';
import { type KeptSegments, namesOf } from '../runs/segments.ts';
import type { People } from '../runs/series.ts';

/**
 * Who is in which group by the model of a run, with all that they had bought before a day.
 *
 * The sets are called as `shownName` understands them: forecasts and the ledger keep these names.
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
      say`There are no groups to forecast`,
      sentences(whyNoClusters, say`/forecast looks at the whole shop.`),
    );
  }
  const { view } = await customersBy(context, [run.result.features ?? 'rfm'], before);
  const group = groupsBy(clusters, view);
  const names = called ?? namesOf(context.state, run.id, clusters).map((name) => inEnglish(shownName(name)));
  const sets = names.map((name, place) => ({ name, ids: view.id.filter((_, row) => group[row] === place) }));
  return { sets, rest: IN_NO_GROUP, run: run.id, before };
}
