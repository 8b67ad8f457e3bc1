import { say, type Words } from '../../words/say.ts';
import type { Advice, CampaignReturn } from './types.ts';

export type Step = {
  readonly name: string;
  readonly label: Advice['label'] | 'find out';
  /** 1 is first. */
  readonly priority: number;
  /** Money a week that the step is about: see `planOfAction`. Null where nobody knows. */
  readonly atStakeMinor: number | null;
  readonly says: Words;
  /** Days until it should be done. */
  readonly within: number;
};

/** A tenth up or down: small enough to try, large enough to see. */
const STEP = 0.1;
/** What loses money first, then what could make some, then what is not known; all within the 30 days of the plan. */
const WITHIN: Readonly<Record<Step['label'], number>> = {
  cut: 7,
  'scale up': 7,
  'find out': 14,
  unknown: 14,
  hold: 30,
};

/**
 * What to do with each campaign in the next 30 days, by the money at stake.
 *
 *     scale up, cut   a tenth of its weekly spend times |next unit's worth - 1|
 *     hold            a tenth of its weekly spend times the half width of that worth's 80 % interval: what is not known
 *     find out        its weekly sales, where its cost is not known: they may cost anything
 *     unknown         its weekly spend, where no curve tells what it brings
 *
 * @param returns with curves; `weeks` is what their sums are over
 */
export function planOfAction(
  returns: readonly (Pick<
    CampaignReturn,
    'name' | 'advice' | 'salesMinor' | 'costMinor' | 'weeklySpendMinor' | 'margin' | 'response'
  > & {
    /** Known on every day, and no guess. */
    readonly isCostKnown: boolean;
  })[],
  weeks: number,
): readonly Step[] {
  const steps = returns
    .filter(({ salesMinor, weeklySpendMinor }) => salesMinor !== 0 || (weeklySpendMinor ?? 0) > 0)
    .map((each) => {
      const label = each.isCostKnown ? each.advice.label : ('find out' as const);
      const says = each.isCostKnown
        ? each.advice.says
        : say`Its cost is not known on every day, or is a guess: find out what it costs.`;
      return { name: each.name, label, says, atStakeMinor: atStake(each, label, weeks), within: WITHIN[label] };
    })
    .sort((a, b) => (b.atStakeMinor ?? -1) - (a.atStakeMinor ?? -1));
  return steps.map((step, at) => ({ ...step, priority: at + 1 }));
}

function atStake(
  {
    salesMinor,
    weeklySpendMinor,
    margin,
    response,
  }: Pick<CampaignReturn, 'salesMinor' | 'weeklySpendMinor' | 'margin' | 'response'>,
  label: Step['label'],
  weeks: number,
): number | null {
  if (label === 'find out') return Math.round(Math.abs(salesMinor) / weeks);
  if (weeklySpendMinor === null) return null;
  const marginal = response.curve?.marginal;
  if (!marginal || label === 'unknown') return Math.round(weeklySpendMinor);
  const keeps = margin ?? 1;
  const worth =
    label === 'hold' ? (keeps * (marginal.high80 - marginal.low80)) / 2 : Math.abs(keeps * marginal.expected - 1);
  return Math.round(STEP * weeklySpendMinor * worth);
}
