import type { Context } from '../command.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import { type KeptClusters, type KeptSegments, namesOf, segmentsRun } from '../runs/segments.ts';

/** The groups that hold today, and what they are called. */
export type Groups = {
  readonly cut: Cut;
  readonly run: RunOf<KeptSegments>;
  readonly clusters: KeptClusters;
  readonly names: readonly string[];
};

/** @throws {Refusal} where the data has no groups: what is said of them would be a story */
export async function readGroups(context: Context): Promise<Groups> {
  const cut = await readCut(context);
  const run = await segmentsRun(context, cut);
  const { clusters, whyNoClusters } = run.result;
  if (!clusters) {
    throw new Refusal('There are no groups to speak of', `${whyNoClusters ?? ''} /segment by:rfm shows plain RFM.`);
  }
  return { cut, run, clusters, names: namesOf(context.state, run.id, clusters) };
}

/** The place of the group that a person means by a name. */
export function placeOfName(names: readonly string[], typed: string): number {
  const place = names.findIndex((name) => name.toLowerCase() === typed.trim().toLowerCase());
  if (place !== -1) return place;
  const near = nearest(typed, names);
  throw new Refusal(
    `There is no group called "${typed}"`,
    `${near ? `Did you mean "${near}"? ` : ''}The groups are: ${names.join(', ')}.`,
  );
}
