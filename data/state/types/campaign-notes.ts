import type { CampaignKind } from '../../types/campaigns.ts';
import type { Day, Instant } from '../../types/shop.ts';
import type { Actor } from './proposals.ts';

/** What a person said a campaign cost over some days: an amount, or a guess at a share of its sales. */
export type TypedCost = {
  readonly from: Day;
  /** The last day. */
  readonly to: Day;
  /** Null: `share` of what it sold, which is always an estimate. */
  readonly minor: number | null;
  readonly share: number | null;
  readonly isEstimated: boolean;
  readonly label: string | null;
};

/** What can be said of a campaign, each with its value. */
export type NoteValues = {
  /** `place` is its days. */
  readonly cost: TypedCost;
  readonly kind: CampaignKind;
  /** The name that it goes by now. */
  readonly same: string;
  readonly owner: { readonly owner: string; readonly due: Day | null };
  /** `place` is the month, "2026-05"; in minor units. */
  readonly budget: number;
};

export type NoteKind = keyof NoteValues;

export type CampaignNote<Kind extends NoteKind> = {
  readonly seq: number;
  /** The number of the first note on the same thing. */
  readonly first: number;
  readonly about: Kind;
  /** As files or people call it. */
  readonly campaign: string;
  readonly place: string;
  readonly value: NoteValues[Kind];
  readonly by: Actor;
  readonly at: Instant;
};

/** What people say of campaigns beside the files. Nothing is changed or deleted: the last note on a thing holds. */
export type CampaignNotes = {
  /** Returns the number of the note. */
  say<Kind extends NoteKind>(
    note: {
      readonly about: Kind;
      readonly campaign: string;
      readonly place?: string;
      readonly value: NoteValues[Kind];
      readonly by: Actor;
    },
    at: Instant,
  ): number;
  /** What holds, by campaign and place. */
  standing<Kind extends NoteKind>(about: Kind): readonly CampaignNote<Kind>[];
  /** What was said before it holds again. Null when it does not hold any more itself. Returns what was taken back. */
  takeBack(seq: number, by: Actor, at: Instant): CampaignNote<NoteKind> | null;
  /** Rises with every note: what was computed before it is old. */
  version(): number;
  /** What held at a version. */
  at(version: number): Pick<CampaignNotes, 'standing' | 'version'>;
};
