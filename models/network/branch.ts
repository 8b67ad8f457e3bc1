import { branchOf, forestOf } from './forest.ts';
import type { NetworkRequest } from './network.ts';
import { peopleOf } from './people.ts';
import { type Picture, pictureOf } from './picture.ts';
import { type Sponsor, sponsorsOf } from './sponsors.ts';

export type BranchRequest = Pick<NetworkRequest, 'referrals' | 'view'> & { readonly person: number };

/** One person's part of the network. */
export type Branch = {
  readonly sponsor: Sponsor;
  /** Ids from whom they came through up to the top of the tree. */
  readonly above: readonly number[];
  /** First those they brought themselves, then those who came through these, and so on. */
  readonly steps: readonly Step[];
  readonly picture: Picture;
};

export type Step = {
  readonly people: number;
  readonly revenueMinor: number;
  /** Of those who can be told, how many ordered in the last 90 days. */
  readonly told: number;
  readonly active: number;
};

/** What came through one person, step by step; null when they neither came through somebody nor brought anybody. */
export function referralBranch({ referrals, view, person }: BranchRequest): Branch | null {
  const forest = forestOf(referrals);
  const { id, parent, level, depth } = forest;
  const top = id.indexOf(person);
  if (top === -1) return null;
  const people = peopleOf(forest, view);
  const above: number[] = [];
  for (let at = parent[top]!; at !== -1; at = parent[at]!) above.push(id[at]!);
  const steps = Array.from({ length: depth[top]! }, () => ({ people: 0, revenueMinor: 0, told: 0, active: 0 }));
  branchOf(forest, [top]).forEach((isIn, at) => {
    const step = steps[level[at]! - level[top]! - 1];
    if (!isIn || !step) return;
    step.people++;
    step.revenueMinor += people.revenueMinor[at]!;
    step.told += people.isTold[at]!;
    step.active += people.isActive[at]!;
  });
  return {
    sponsor: sponsorsOf(forest, people, view)(top),
    above,
    steps,
    picture: pictureOf(forest, people, [top]),
  };
}
