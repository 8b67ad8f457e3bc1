import { writeFileSync } from 'node:fs';
import type { CampaignKind } from '../types/campaigns.ts';
import type { Day } from '../types/shop.ts';
import type { Response, SampleBudget } from './campaigns.ts';
import type { SampleSegment } from './customers.ts';
import type { SampleShop } from './shop.ts';

/** What a model should find out about the demo shop and no file of orders tells. */
export type SampleTruth = {
  readonly seed: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Segment of each customer, by the shop's name for them. */
  readonly segments: Readonly<Record<string, SampleSegment>>;
  readonly campaigns: readonly {
    readonly name: string;
    readonly kind: CampaignKind;
    /** Extra orders of a day: capacity · spend^shape / (half^shape + spend^shape), spend and half in rupiah. */
    readonly response: Response;
  }[];
  /** Decided on the way: fixed budgets, and how much of what the curve says came from then on. */
  readonly budgets: readonly SampleBudget[];
};

/** The truth of a demo shop. */
export function sampleTruth({ seed, firstDay, lastDay, customers, campaigns, budgets }: SampleShop): SampleTruth {
  return {
    seed,
    firstDay,
    lastDay,
    segments: Object.fromEntries(customers.map(({ ref, segment }) => [ref, segment])),
    campaigns: campaigns.map(({ name, kind, response }) => ({ name, kind, response })),
    budgets,
  };
}

/** Writes the truth as JSON, for tests and for whoever wants to see how well the models did. */
export function writeTruth(path: string, sample: SampleShop): void {
  writeFileSync(path, `${JSON.stringify(sampleTruth(sample), null, 2)}\n`);
}
