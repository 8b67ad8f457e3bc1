import type { EpochDay, Instant } from '../../types/shop.ts';
import type { Grain } from '../layouts/layout.ts';
import { openKeyedStore } from './keyed-store.ts';

/** What a campaign cost on a day. */
export type SpendRow = {
  readonly campaign: string;
  readonly day: EpochDay;
  readonly at: Instant;
  /** Null: spent, but how much is not known. */
  readonly spendMinor: number | null;
};

/** Daily costs of campaigns. Several lines of a campaign and a day are parts of one cost. */
export const dailySpend: Grain<SpendRow> = {
  name: 'daily spend',
  open(db, { importId, words }) {
    const campaigns = words.prompt('campaign');
    let spendMinor = 0;
    return openKeyedStore<SpendRow>(db, importId, {
      table: 'campaign_spend',
      current: 'current_spend',
      key: ['campaign_id', 'day'],
      values: ['spend_minor'],
      twice: 'add up',
      entriesOf({ campaign, day, spendMinor: minor }) {
        spendMinor += minor ?? 0;
        return [{ key: [campaigns.idOf(campaign), day], values: [minor] }];
      },
      daysOf: ({ day }) => [day],
      toldAt: ({ at }) => at,
      figures: () => [{ name: 'Spend', value: spendMinor, unit: 'money' }],
    });
  },
};
