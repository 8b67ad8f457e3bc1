import type { CampaignKind, Shop } from '../../data/types.ts';
import type { CostState, Ledger } from '../../models/campaigns/roi.ts';
import { formatValue } from '../../words/quantity.ts';

export const kindWords: Readonly<Record<CampaignKind, string>> = {
  voucher: 'voucher',
  flash_sale: 'flash sale',
  ads: 'ads',
  broadcast: 'broadcast',
  other: 'other',
};

const costWords: Readonly<Record<CostState, string>> = {
  known: 'known',
  'partly known': 'not known on every day',
  estimated: 'an estimate',
  assumed: 'always the same share of its sales, so it was assumed and not measured',
  none: 'not known',
};

/** One sentence for each campaign whose return is not ranked, with what its cost comes to as far as anybody knows. */
export function leftOutWords({ leftOut }: Pick<Ledger, 'leftOut'>, shop: Shop | null): readonly string[] {
  return leftOut.map(({ name, cost, roughCostMinor }) => {
    const about = roughCostMinor === null ? '' : ` (${formatValue(roughCostMinor, 'money', shop)})`;
    return `${name}: ROI unknown, its cost is ${costWords[cost]}${about}. Not ranked, and in no total.`;
  });
}
