import type { Bounds } from './bounds.ts';
import { marginalAt } from './curve.ts';
import { quantileOf } from './interval.ts';
import { drawsOf } from './response.ts';
import type { AllocationLine, AllocationRequest, Explore } from './types.ts';

/** Up and down by this share of a line's spend, or by the largest step where that is smaller. */
const STEP = 0.2;
/** So many weeks of a year at 20 % up and down make spend vary by 10 %, which is what a curve needs. */
const WEEKS = 13;

/**
 * The step that would teach most: on the line where the money that the step could bring is least known.
 *
 *     unknown = step * w * (80 % interval of what the next unit brings, high - low)
 *
 * Where there is no curve, the next unit may bring anything from nothing to what a unit brought on average. The step
 * goes up in one week and down in the next, within the bounds, so that two weeks spend as much as ever; the other lines
 * stay as they are, so that what changes is this one's doing.
 *
 * @returns null where no line may move both ways
 */
export function exploreStep(
  { lines, maxStep }: AllocationRequest,
  at: { readonly bounds: readonly Bounds[]; readonly weights: readonly number[]; readonly from: readonly number[] },
): Explore | null {
  const steps = lines.flatMap((line, i) => {
    const from = at.from[i]!;
    const { low, high } = at.bounds[i]!;
    const stepMinor = Math.floor(Math.min(Math.min(STEP, maxStep ?? STEP) * from, high - from, from - low));
    if (line.keep || stepMinor <= 0) return [];
    const unknownMinor = stepMinor * at.weights[i]! * unknownOf(line, from);
    return [{ id: line.id, name: line.name, stepMinor, weeks: WEEKS, unknownMinor }];
  });
  return steps.sort((a, b) => b.unknownMinor - a.unknownMinor)[0] ?? null;
}

/** How wide the 80 % interval of the next unit's sales is. */
function unknownOf({ curve, roas }: AllocationLine, spend: number): number {
  if (curve === null) return Math.max(0, roas ?? 0);
  const marginals = drawsOf(curve)
    .map((draw) => marginalAt(draw, spend))
    .sort((x, y) => x - y);
  return marginals.length === 0 ? 0 : quantileOf(marginals, 0.9) - quantileOf(marginals, 0.1);
}
