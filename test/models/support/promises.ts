import type { CampaignDays } from '../../../data/types/campaigns.ts';
import { type Curve, salesAt } from '../../../models/campaigns/curve.ts';
import { addDays } from '../../../models/days.ts';
import { unitLuck } from '../../../models/promises/luck.ts';
import type { PromiseRequest } from '../../../models/promises/types.ts';
import { seeded } from '../../../models/random.ts';
import { campaignDays } from './campaigns.ts';

export const WEEKS = 6;
const FROM = '2025-07-07';

/** Weekly spend and sales of two campaigns whose curves are known. */
const curves: Readonly<Record<number, Curve>> = {
  1: { form: 'hill', a: 40_000_000, b: 8_000_000, shape: 1 },
  2: { form: 'exponential', a: 12_000_000, b: 3_000_000, shape: 1 },
};
const now: Readonly<Record<number, number>> = { 1: 8_000_000, 2: 6_000_000 };
const then: Readonly<Record<number, number>> = { 1: 9_600_000, 2: 4_400_000 };
const ids = [1, 2];

export type Luck = {
  readonly seed: number;
  /** Standard deviation of a week's sales, as a share of them. */
  readonly noise: number;
  readonly correlation: number;
  /** Weeks before the shift. */
  readonly history: number;
};

/** What a week truly brings at a spend. */
function truly(spend: Readonly<Record<number, number>>): number {
  return ids.reduce((sum, id) => sum + salesAt(curves[id]!, spend[id]!), 0);
}

export const baseline = truly(now);
export const trueGain = truly(then) - baseline;

export const shiftDay = ({ history }: Pick<Luck, 'history'>) => addDays(FROM, 7 * history);

/**
 * Sales that follow the curves with luck that both campaigns share, through the shift and six weeks after it. From then
 * on everything is `times` what the curves say: 1 keeps the promise to the unit.
 */
export function shiftedShop({ seed, noise, correlation, history }: Luck, times = 1): CampaignDays {
  const luck = new Float64Array(history + WEEKS);
  unitLuck(luck, correlation, seeded(seed));
  const vary = seeded(seed + 1_000_000);
  const rows = Array.from(luck, (z, week) => {
    const after = week >= history;
    return ids.map((id) => {
      const spend = after ? then[id]! : now[id]! * (0.7 + 0.6 * vary());
      const sales = salesAt(curves[id]!, spend) * Math.max(0, 1 + noise * z) * (after ? times : 1);
      return { campaign: id, day: addDays(FROM, 7 * week), spend, sales };
    });
  });
  return campaignDays(rows.flat());
}

/** As many times what the curves say, as makes it this share less than the old budgets brought. */
export function losing(share: number): number {
  return ((1 - share) * baseline) / truly(then);
}

export function shiftRequest(days: CampaignDays, luck: Pick<Luck, 'history'>): PromiseRequest {
  return {
    lines: ids.map((id) => ({
      id,
      currentMinor: now[id]!,
      proposedMinor: then[id]!,
      margin: null,
      curve: curves[id]!,
    })),
    objective: 'sales',
    gain: { expected: trueGain, low80: trueGain / 2, high80: 2 * trueGain },
    days,
    from: FROM,
    before: shiftDay(luck),
    weeks: WEEKS,
    seed: 1,
  };
}
