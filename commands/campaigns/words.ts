import type { CampaignKind } from '../../data/types/campaigns.ts';
import type { CostState, Ledger } from '../../models/campaigns/roi.ts';
import type { Advice } from '../../models/campaigns/types.ts';
import { money, type Said, say } from '../../words/say.ts';

export const kindWords: Readonly<Record<CampaignKind, Said>> = {
  voucher: say`voucher`,
  flash_sale: say`flash sale`,
  ads: say`ads`,
  broadcast: say`broadcast`,
  other: say`other`,
};

/** What to do with a campaign, in a table. */
export const adviceWords: Readonly<Record<Advice['label'] | 'find out', Said>> = {
  'scale up': say`scale up`,
  hold: say`hold`,
  cut: say`cut`,
  unknown: say`unknown`,
  'find out': say`find out`,
};

const costWords: Readonly<Record<CostState, Said>> = {
  known: say`known`,
  'partly known': say`not known on every day`,
  estimated: say`an estimate`,
  assumed: say`always the same share of its sales, so it was assumed and not measured`,
  none: say`not known`,
};

/** One sentence for each campaign whose return is not ranked, with what its cost comes to as far as anybody knows. */
export function leftOutWords({ leftOut }: Pick<Ledger, 'leftOut'>): readonly Said[] {
  return leftOut.map(({ name, cost, roughCostMinor }) =>
    roughCostMinor === null
      ? say`${name}: ROI unknown, its cost is ${costWords[cost]}. Not ranked, and in no total.`
      : say`${name}: ROI unknown, its cost is ${costWords[cost]} (${money(roughCostMinor)}). Not ranked, and in no total.`,
  );
}
