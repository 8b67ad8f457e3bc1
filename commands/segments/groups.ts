import type { FeatureSet } from '../../models/segments/feature-sets.ts';
import { shownName } from '../../models/segments/group-name.ts';
import { listed, type Said, say, sentences } from '../../words/say.ts';
import { inEveryLanguage, tell } from '../../words/tell.ts';
import type { Context } from '../command.ts';
import { languageOf } from '../language.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { readSegmentsCut, standingSet } from '../runs/customers.ts';
import type { Cut } from '../runs/cut.ts';
import type { RunOf } from '../runs/keep.ts';
import { type KeptClusters, type KeptSegments, namesOf, segmentsRun } from '../runs/segments.ts';

/** The groups that hold today, and what they are called. */
export type Groups = {
  readonly cut: Cut;
  readonly run: RunOf<KeptSegments>;
  readonly clusters: KeptClusters;
  /** What they were told apart by. */
  readonly set: FeatureSet;
  /** As they are kept, which is what identifies a group; `shownName` tells them. */
  readonly names: readonly string[];
};

/** @throws {Refusal} where the data has no groups: what is said of them would be a story */
export async function readGroups(context: Context): Promise<Groups> {
  const set = await standingSet(context);
  const cut = await readSegmentsCut(context, set);
  const run = await segmentsRun(context, cut);
  const { clusters, whyNoClusters } = run.result;
  if (!clusters) {
    throw new Refusal(
      say`There are no groups to speak of`,
      sentences(whyNoClusters, say`/segment by:rfm shows plain RFM.`),
    );
  }
  return { cut, run, clusters, set, names: namesOf(context.state, run.id, clusters) };
}

/** Groups of people who order, which alone can move, be written lists of and be looked at as of a day. */
export async function readOrderGroups(context: Context): Promise<Groups> {
  const groups = await readGroups(context);
  if (groups.set !== 'profile') return groups;
  throw new Refusal(
    say`These groups come from a table of customers`,
    say`It shows them on one day only. Bring their orders with /data add to see who moves and whom to write to.`,
  );
}

/** The place of the group that a person means by a name, as it is kept or as it is told in any language. */
export function placeOfName(names: readonly string[], typed: string): number {
  const spellings = names.map((name) => [name, ...inEveryLanguage(shownName(name))]);
  const wanted = typed.trim().toLowerCase();
  const place = spellings.findIndex((each) => each.some((name) => name.toLowerCase() === wanted));
  if (place !== -1) return place;
  const near = nearest(typed, spellings.flat());
  const meant = near === null ? undefined : names[spellings.findIndex((each) => each.includes(near))];
  throw new Refusal(
    say`There is no group called "${typed}"`,
    sentences(
      meant === undefined ? null : say`Did you mean "${shownName(meant)}"?`,
      say`The groups are: ${listed(names.map(shownName))}.`,
    ),
  );
}

/** Asks which group is meant, with a button for each. */
export function whichGroup(names: readonly string[], command: string, context: Context): Reply {
  return {
    title: say`Which group?`,
    tone: 'plain',
    parts: [],
    actions: names.map((name) => ({
      label: shownName(name),
      style: 'plain',
      ask: { name: command, input: { name: typedName(name, context) } },
    })),
  };
}

/** A group's name as its reader knows it, for what can be typed: every command takes it in any language. */
export function typedName(name: Said | string, { state, caller }: Pick<Context, 'state' | 'caller'>): string {
  return tell(typeof name === 'string' ? shownName(name) : name, {
    language: languageOf(state.memory, caller),
    shop: null,
  });
}
