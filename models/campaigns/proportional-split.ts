/**
 * The split many tools call optimal: each campaign's share in proportion to its average return.
 *
 *     share_i = roi_i / sum of roi_j                    returns at or below 0, or unknown, get nothing
 *
 * Shown beside the allocation, not used: it takes budget from the best campaign to pay the second best, whatever the
 * next unit would bring. 1473.4 % and 300 % give 83.1 : 16.9.
 *
 * @returns shares that sum to 1, in the order given; null when no return is above 0
 */
export function proportionalSplit(rois: readonly (number | null)[]): number[] | null {
  const counted = rois.map((roi) => Math.max(0, roi ?? 0));
  const sum = counted.reduce((all, roi) => all + roi, 0);
  return sum > 0 ? counted.map((roi) => roi / sum) : null;
}
