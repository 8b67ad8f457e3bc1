import { describe, expect, it } from 'vitest';
import { type Curve, curveForms, marginalAt, salesAt } from '../../../models/campaigns/curve.ts';
import { bestSplit, type Share } from '../../../models/campaigns/split.ts';
import { type Random, randomBelow, seeded } from '../../../models/random.ts';

const TOTAL = 400;

/** Two to eight lines, most of them S-shaped, some with bounds. */
function instance(random: Random): Share[] {
  return Array.from({ length: 2 + randomBelow(7, random) }, () => {
    const curve: Curve = {
      form: curveForms[randomBelow(2, random)]!,
      a: 1e5 * random(),
      b: TOTAL * (0.05 + 0.6 * random()),
      shape: random() < 0.6 ? 1 + 3 * random() : 0.5 + 0.5 * random(),
    };
    const low = random() < 0.3 ? randomBelow(TOTAL / 16, random) : 0;
    return { curve, weight: 0.2 + random(), low, high: random() < 0.3 ? low + randomBelow(TOTAL, random) : TOTAL };
  });
}

/** The most that whole units can bring: every split tried, line by line. */
function bruteForce(lines: readonly Share[]): number {
  let most = new Float64Array(TOTAL + 1).fill(Number.NEGATIVE_INFINITY);
  most[0] = 0;
  for (const { curve, weight, low, high } of lines) {
    const next = new Float64Array(TOTAL + 1).fill(Number.NEGATIVE_INFINITY);
    for (let own = low; own <= Math.min(TOTAL, high); own++) {
      const value = weight * salesAt(curve, own);
      for (let all = own; all <= TOTAL; all++) next[all] = Math.max(next[all]!, most[all - own]! + value);
    }
    most = next;
  }
  return most[TOTAL]!;
}

describe('bestSplit', () => {
  const random = seeded(20_261_122);
  const instances = Array.from({ length: 130 }, () => instance(random))
    .filter((lines) => lines.reduce((sum, { high }) => sum + high, 0) >= TOTAL)
    .slice(0, 100);
  const splits = instances.map((lines) => bestSplit(TOTAL, lines));

  it('is never behind brute force, on 100 random instances of up to 8 lines, most of them S-shaped', () => {
    expect(instances).toHaveLength(100);
    instances.forEach((lines, at) => {
      const value = lines.reduce((sum, { curve, weight }, i) => sum + weight * salesAt(curve, splits[at]![i]!), 0);
      expect(value / bruteForce(lines)).toBeGreaterThan(1 - 1e-6);
    });
  });

  it('spends the total within bounds, and the next unit brings the same wherever none holds', () => {
    instances.forEach((lines, at) => {
      const split = splits[at]!;
      expect(split.reduce((sum, x) => sum + x, 0)).toBeCloseTo(TOTAL, 6);
      const free = lines.flatMap(({ curve, weight, low, high }, i) => {
        expect(split[i]).toBeGreaterThanOrEqual(low);
        expect(split[i]).toBeLessThanOrEqual(high);
        return split[i]! > low && split[i]! < high ? [weight * marginalAt(curve, split[i]!)] : [];
      });
      if (free.length > 1) expect(1 - Math.min(...free) / Math.max(...free)).toBeLessThan(1e-6);
    });
  });

  it('gives whatever is left to someone when nothing brings anything', () => {
    const nothing = { curve: { form: 'hill', a: 0, b: 1, shape: 1 }, weight: 1, low: 0, high: 300 } as const;
    expect(bestSplit(400, [nothing, nothing]).reduce((sum, x) => sum + x, 0)).toBe(400);
  });
});
