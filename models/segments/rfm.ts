import { type Said, say } from '../../words/say.ts';
import { figuresOf } from './figures.ts';
import { type RfmResult, type RfmSegment, rfmSegments, type SegmentsRequest } from './types.ts';

/** What a team does with each, in a sentence. */
const actions: Readonly<Record<RfmSegment, Said>> = {
  champions: say`Thank them: early access, a loyalty tier, ask for referrals. They need no discount.`,
  loyal_customers: say`Keep them close: recommend what goes with past orders, offer a bundle.`,
  potential_loyalists: say`Invite the next order: a membership or a small reward for the third purchase.`,
  new_customers: say`Welcome them: how to use it, what to buy next, within two weeks.`,
  promising: say`Build the habit: free shipping on the second order.`,
  need_attention: say`Remind them now with something limited in time, before they cool.`,
  about_to_sleep: say`Wake them with popular products; one message, one small offer.`,
  cant_lose: say`Win them back in person: they bought often and stopped. A call or a strong voucher.`,
  at_risk: say`Win back with a personal offer; ask what went wrong.`,
  hibernating: say`One cheap reminder, then leave them out of paid campaigns.`,
};

/** By recency score, then frequency score, each 1..5: the map most tutorials share. */
const map: readonly (readonly RfmSegment[])[] = [
  ['hibernating', 'hibernating', 'at_risk', 'at_risk', 'cant_lose'],
  ['hibernating', 'hibernating', 'at_risk', 'at_risk', 'cant_lose'],
  ['about_to_sleep', 'about_to_sleep', 'need_attention', 'loyal_customers', 'loyal_customers'],
  ['promising', 'potential_loyalists', 'potential_loyalists', 'loyal_customers', 'loyal_customers'],
  ['new_customers', 'potential_loyalists', 'potential_loyalists', 'champions', 'champions'],
];

/**
 * `alike`: equal values get equal scores, by their middle rank, so the order of rows changes nothing.
 * `first`: as in the tutorials (pandas `qcut`, frequency ranked `method='first'`): equal order counts are split by
 * the order of rows. On Online Retail it cuts 1,493 one-time buyers in two by their id alone.
 */
export type TieRule = 'alike' | 'first';

/**
 * RFM: scores of 1 (worst) to 5 (best) for recency, frequency and money, and ten segments by the first two.
 *
 *     alike:  score(x) = 1 + floor(5 * (below(x) + equal(x) / 2) / n), at most 5       below, equal: customers
 *     first:  score(x) = 1 + number of quintile edges below x                           edges: linear quantiles
 *
 * Fewer days since the last order score higher. Money does not choose the segment; it is scored for lists.
 *
 * @param view columns of shape (n,), n >= 1
 * @throws {RangeError} on columns of unequal length or values that are not finite
 *
 * Source of the scores: Hughes, Strategic Database Marketing, 1994; of the map: the regular expressions used with
 * Online Retail in most public notebooks.
 */
export function rfm(view: SegmentsRequest['view'], { ties }: { readonly ties: TieRule }): RfmResult {
  const sooner = view.recencyDays.map((days) => -days);
  const score = ties === 'alike' ? middleRankScores : quintileScores;
  const recency = ties === 'alike' ? middleRankScores(sooner) : quintileScores(view.recencyDays).map((s) => 6 - s);
  const frequency = ties === 'alike' ? score(view.orders) : quintileScores(firstRanks(view.orders));
  const money = score(view.revenueMinor);
  const segment = recency.map((r, i) => rfmSegments.indexOf(map[r - 1]![frequency[i]! - 1]!));
  return {
    recency,
    frequency,
    money,
    segment,
    table: rfmSegments.map((name, index) => ({
      segment: name,
      action: actions[name],
      ...figuresOf(view, (i) => segment[i] === index),
    })),
    rule:
      ties === 'alike'
        ? say`Fifths by middle rank; customers with equal values get equal scores.`
        : say`Fifths as in pandas qcut; equal order counts are split by the order of rows.`,
  };
}

/** Equal values share the middle of their ranks. */
function middleRankScores(values: Float64Array): Uint8Array {
  const sorted = values.slice().sort();
  const scores = new Map<number, number>();
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    scores.set(sorted[start]!, Math.min(5, 1 + Math.floor((5 * (start + end)) / 2 / sorted.length)));
    start = end;
  }
  return Uint8Array.from(values, (value) => scores.get(value)!);
}

/** pandas `qcut(values, 5)`: right-closed bins between linear quantiles. */
function quintileScores(values: Float64Array): Uint8Array {
  const sorted = values.slice().sort();
  const edges = [0.2, 0.4, 0.6, 0.8].map((p) => {
    const place = p * (sorted.length - 1);
    const below = Math.floor(place);
    const low = sorted[below]!;
    return low + (place - below) * ((sorted[below + 1] ?? low) - low);
  });
  return Uint8Array.from(values, (value) => 1 + edges.filter((edge) => edge < value).length);
}

/** Ranks from 1, equal values in the order of rows. */
function firstRanks(values: Float64Array): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const ranks = new Float64Array(values.length);
  order.forEach((row, place) => {
    ranks[row] = place + 1;
  });
  return ranks;
}
