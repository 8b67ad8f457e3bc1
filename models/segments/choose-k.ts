import { count, number, type Said, say, sentences } from '../../words/say.ts';
import { hundredths } from '../rounding.ts';
import type { ElbowRow } from './types.ts';

/** A neighbour of the knee is taken when its silhouette is better by this much; less is within its uncertainty. */
const CLEARLY_BETTER = 0.02;
/** Two groups are "good" and "bad" customers, too coarse to act on, so they must stand out by this much. */
const TWO_STAND_OUT = 0.15;

/**
 * The number of groups, by elbow and silhouette.
 *
 *     knee   = argmax over k of how far inertia(k) lies below the chord from the first to the last k tried
 *     choice = knee, or knee - 1 or knee + 1 (from 3) where the silhouette is more than 0.02 better
 *     2      only where its silhouette is more than 0.15 better than the choice's
 *
 * The silhouette alone would nearly always say 2 on shop customers, the elbow alone cannot say 2 at all.
 *
 * @param elbow rows of consecutive k, at least one
 * @returns candidates, the choice first, then the other neighbours of the knee by silhouette
 *
 * Source of the knee: Satopaa et al., Finding a "Kneedle" in a Haystack, 2011.
 */
export function chooseK(elbow: readonly Pick<ElbowRow, 'k' | 'inertia' | 'silhouette'>[]): {
  readonly candidates: readonly number[];
  readonly reason: Said;
} {
  const first = elbow[0]!;
  const last = elbow.at(-1)!;
  const below = ({ k, inertia }: (typeof elbow)[number]) => {
    if (last.k === first.k) return 0;
    return first.inertia + ((last.inertia - first.inertia) * (k - first.k)) / (last.k - first.k) - inertia;
  };
  const knee = elbow.reduce((best, row) => (below(row) > below(best) ? row : best));
  const two = elbow.find(({ k }) => k === 2);
  const near = elbow.filter(({ k }) => Math.abs(k - knee.k) <= 1 && (k >= 3 || elbow.length === 1));
  const start = near.find(({ k }) => k === knee.k) ?? near[0] ?? knee;
  const choice = near.reduce((best, row) => {
    const gain = row.silhouette - (best === start ? CLEARLY_BETTER : 0);
    return gain > best.silhouette ? row : best;
  }, start);
  const others = near.filter((row) => row !== choice).sort((a, b) => b.silhouette - a.silhouette);
  if (two !== undefined && two !== choice && two.silhouette > choice.silhouette + TWO_STAND_OUT) {
    return {
      candidates: [2, choice.k, ...others.map(({ k }) => k)],
      reason: say`2 groups stand far apart: by ${number(hundredths(two.silhouette))} of 1, ${count(choice.k)} groups by ${number(hundredths(choice.silhouette))} (silhouette).`,
    };
  }
  const why =
    choice === knee
      ? say`${count(choice.k)} groups: more of them gain little (elbow).`
      : say`${count(choice.k)} groups: the elbow is at ${count(knee.k)}, and ${count(choice.k)} separate better.`;
  const coarse =
    two !== undefined && choice.k > 2 && two.silhouette > choice.silhouette
      ? say`2 groups stand a little further apart (${number(hundredths(two.silhouette))} against ${number(hundredths(choice.silhouette))}), but would only tell good customers from bad.`
      : null;
  return { candidates: [choice.k, ...others.map(({ k }) => k)], reason: sentences(why, coarse) };
}
