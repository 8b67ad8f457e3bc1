import { describe, expect, it } from 'vitest';
import { allocate } from '../../../models/campaigns/allocation.ts';
import { marginalAt, salesAt } from '../../../models/campaigns/curve.ts';
import type { AllocationLine, ResponseCurve } from '../../../models/campaigns/types.ts';
import { Infeasible } from '../../../models/errors.ts';
import { seeded } from '../../../models/random.ts';

function curve(a: number, b: number): ResponseCurve {
  return {
    form: 'exponential',
    a,
    b,
    shape: 1,
    basis: 'attributed',
    draws: {
      form: ['exponential', 'exponential', 'exponential'],
      a: [0.8 * a, a, 1.2 * a],
      b: [b, b, b],
      shape: [1, 1, 1],
    },
    weeks: 20,
    rSquared: 0.8,
    seen: { least: 0, most: Number.MAX_SAFE_INTEGER },
    marginal: { at: 0, expected: a / b, low80: a / b, high80: a / b },
  };
}

function line(id: number, currentMinor: number, of: Partial<AllocationLine> = {}): AllocationLine {
  return {
    id,
    name: `line ${id}`,
    currentMinor,
    floorMinor: null,
    ceilingMinor: null,
    keep: false,
    margin: 0.5,
    curve: null,
    ...of,
  };
}

const proposed = (request: Parameters<typeof allocate>[0]) =>
  allocate(request).lines.map(({ proposedMinor }) => proposedMinor);

describe('allocate', () => {
  it('agrees with the solution done by hand', () => {
    // Same b: marginal returns are equal when x1 - x2 = b ln(a1 / a2) = 1000 ln 2 = 693.147, and x1 + x2 = 3000.
    const lines = [line(1, 1500, { curve: curve(8000, 1000) }), line(2, 1500, { curve: curve(4000, 1000) })];
    expect(proposed({ totalMinor: 3000, lines, maxStep: null })).toEqual([1847, 1153]);
  });

  it('beats every other split of a grid, and has equal marginal returns inside the bounds', () => {
    const of = [curve(90_000, 9000), curve(50_000, 20_000), curve(20_000, 1500)];
    const lines = of.map((each, i) => line(i + 1, 5000, { curve: each }));
    const result = allocate({ totalMinor: 15_000, lines, maxStep: null });
    const sales = (split: readonly number[]) => split.reduce((sum, x, i) => sum + salesAt(of[i]!, x), 0);
    const best = sales(result.lines.map(({ proposedMinor }) => proposedMinor));

    for (let x = 0; x <= 15_000; x += 250) {
      for (let y = 0; x + y <= 15_000; y += 250) expect(sales([x, y, 15_000 - x - y])).toBeLessThanOrEqual(best + 1);
    }
    const [first, second, third] = result.lines.map(({ marginal }) => marginal!);
    expect(first! / second!).toBeCloseTo(1, 2);
    expect(first! / third!).toBeCloseTo(1, 2);
  });

  it('weighs sales by what is left of them', () => {
    const lines = [
      line(1, 1000, { curve: curve(8000, 1000), margin: 0.1 }),
      line(2, 1000, { curve: curve(8000, 1000), margin: 0.4 }),
    ];
    const [thin, fat] = proposed({ totalMinor: 2000, lines, maxStep: null });
    // 1000 ln 4 = 1386 apart.
    expect(fat! - thin!).toBe(1386);
    expect(allocate({ totalMinor: 2000, lines, maxStep: null }).objective).toBe('margin');
  });

  it('weighs sales alone where a margin is not known', () => {
    const lines = [
      line(1, 1000, { curve: curve(8000, 1000), margin: 0.1 }),
      line(2, 1000, { curve: curve(8000, 1000), margin: null }),
    ];
    const result = allocate({ totalMinor: 2000, lines, maxStep: null });
    expect(result.objective).toBe('sales');
    expect(result.profitGain).toBeNull();
    expect(result.lines.map(({ proposedMinor }) => proposedMinor)).toEqual([1000, 1000]);
  });

  it('keeps what is to be kept, floors, ceilings and the largest step, and says which was met', () => {
    const lines = [
      line(1, 1000, { curve: curve(90_000, 3000) }),
      line(2, 1000, { curve: curve(100, 3000) }),
      line(3, 1000, { curve: curve(90_000, 3000), ceilingMinor: 1050 }),
      line(4, 1000, { curve: curve(100, 3000), floorMinor: 950 }),
      line(5, 1000, { keep: true }),
      line(6, 1000),
    ];
    const result = allocate({ totalMinor: 6000, lines, maxStep: 0.2 });
    expect(result.lines.map(({ proposedMinor, bound }) => [proposedMinor, bound])).toEqual([
      [1200, 'step'],
      [800, 'step'],
      [1050, 'ceiling'],
      [950, 'floor'],
      [1000, 'kept'],
      [1000, 'share'],
    ]);
  });

  it('lets lines without a curve keep their share of a larger total', () => {
    const lines = [line(1, 3000), line(2, 1000, { curve: curve(8000, 1000) })];
    expect(proposed({ totalMinor: 8000, lines, maxStep: null })).toEqual([6000, 2000]);
  });

  it('moves a line without a curve where the others cannot take up the rest', () => {
    const lines = [line(1, 1000), line(2, 1000, { curve: curve(8000, 1000), ceilingMinor: 1000 })];
    expect(proposed({ totalMinor: 3000, lines, maxStep: null })).toEqual([2000, 1000]);
  });

  it('keeps every law on 400 random requests', () => {
    const random = seeded(20_261_122);
    let solved = 0;
    for (let round = 0; round < 400; round++) {
      const lines = Array.from({ length: 1 + Math.floor(6 * random()) }, (_, i) => {
        const current = Math.floor(1e6 * random());
        return line(i, random() < 0.1 ? 0 : current, {
          curve: random() < 0.3 ? null : curve(1e7 * random(), 1 + 1e6 * random()),
          margin: random() < 0.1 ? null : random(),
          floorMinor: random() < 0.3 ? Math.floor(current * random()) : null,
          ceilingMinor: random() < 0.3 ? Math.ceil(current * (1 + random())) : null,
          keep: random() < 0.1,
        });
      });
      const current = lines.reduce((sum, { currentMinor }) => sum + currentMinor, 0);
      const totalMinor = Math.floor(current * (0.7 + 0.6 * random()));
      const maxStep = random() < 0.5 ? null : random();
      try {
        const { lines: out, salesGain } = allocate({ totalMinor, lines, maxStep });
        solved++;
        expect(out.reduce((sum, { proposedMinor }) => sum + proposedMinor, 0)).toBe(totalMinor);
        out.forEach(({ proposedMinor: x }, i) => {
          const { currentMinor, floorMinor, ceilingMinor, keep } = lines[i]!;
          expect(Number.isInteger(x) && x >= 0).toBe(true);
          if (keep) expect(x).toBe(currentMinor);
          else {
            expect(x).toBeGreaterThanOrEqual(floorMinor ?? 0);
            if (ceilingMinor !== null) expect(x).toBeLessThanOrEqual(ceilingMinor);
            if (maxStep !== null && floorMinor === null && ceilingMinor === null) {
              expect(Math.abs(x - currentMinor)).toBeLessThanOrEqual(maxStep * currentMinor + 1e-3);
            }
          }
        });
        if (salesGain !== null) {
          expect(salesGain.low80).toBeLessThanOrEqual(salesGain.expected);
          expect(salesGain.high80).toBeGreaterThanOrEqual(salesGain.expected);
        }
      } catch (error) {
        if (!(error instanceof Infeasible)) throw error;
        expect(totalMinor < error.least || totalMinor > error.most).toBe(true);
      }
    }
    expect(solved).toBeGreaterThan(200);
  });

  it('never loses expected sales by moving an unchanged total', () => {
    const random = seeded(5);
    for (let round = 0; round < 100; round++) {
      const lines = Array.from({ length: 4 }, (_, i) =>
        line(i, Math.floor(1e6 * random()), { curve: curve(1e7 * random(), 1e6 * random()), margin: null }),
      );
      const totalMinor = lines.reduce((sum, { currentMinor }) => sum + currentMinor, 0);
      expect(allocate({ totalMinor, lines, maxStep: 0.2 }).salesGain!.expected).toBeGreaterThan(-100);
    }
  });

  it('counts the gain of the copies of the curves', () => {
    const one = curve(8000, 1000);
    const { salesGain, profitGain } = allocate({
      totalMinor: 2000,
      lines: [line(1, 1000, { curve: one })],
      maxStep: null,
    });
    const gain = salesAt(one, 2000) - salesAt(one, 1000);
    expect(salesGain!.expected).toBeCloseTo(gain, 9);
    // Three copies at 0.8, 1 and 1.2: the 10 % quantile lies a fifth of the way from the first to the second.
    expect(salesGain!.low80).toBeCloseTo(0.84 * gain, 9);
    expect(profitGain!.expected).toBeCloseTo(0.5 * gain - 1000, 9);
    expect(marginalAt(one, 2000)).toBeLessThan(marginalAt(one, 1000));
  });

  it('says when it proposes what was never tried', () => {
    const tried = { ...curve(80_000, 1000), seen: { least: 900, most: 1100 } };
    const { checks } = allocate({ totalMinor: 2000, lines: [line(1, 1000, { curve: tried })], maxStep: null });
    expect(checks.find(({ name }) => name === 'range')).toMatchObject({ passed: false });
  });

  it.each([
    [
      'less than the floors',
      { totalMinor: 900, lines: [line(1, 500, { floorMinor: 600 }), line(2, 500, { floorMinor: 400 })], maxStep: null },
      1000,
    ],
    ['less than the steps allow', { totalMinor: 500, lines: [line(1, 1000), line(2, 1000)], maxStep: 0.2 }, 1600],
    [
      'less than what is kept',
      { totalMinor: 500, lines: [line(1, 1000, { keep: true }), line(2, 1000)], maxStep: null },
      1000,
    ],
  ])('refuses %s, with what would do', (_, request, least) => {
    expect(() => allocate(request)).toThrow(Infeasible);
    expect(() => allocate(request)).toThrow(expect.objectContaining({ least, total: request.totalMinor }));
  });

  it('refuses more than the ceilings, with what would do', () => {
    const lines = [line(1, 500, { ceilingMinor: 600 }), line(2, 500, { ceilingMinor: 700 })];
    expect(() => allocate({ totalMinor: 2000, lines, maxStep: null })).toThrow(expect.objectContaining({ most: 1300 }));
  });

  it.each([
    [{ totalMinor: 10.5, lines: [line(1, 1)], maxStep: null }],
    [{ totalMinor: -1, lines: [line(1, 1)], maxStep: null }],
    [{ totalMinor: 1, lines: [], maxStep: null }],
    [{ totalMinor: 1, lines: [line(1, 1)], maxStep: -0.1 }],
    [{ totalMinor: 1, lines: [line(1, Number.NaN)], maxStep: null }],
    [{ totalMinor: 2, lines: [line(1, 1), line(1, 1)], maxStep: null }],
    [{ totalMinor: 9, lines: [line(1, 1, { floorMinor: 5, ceilingMinor: 4 })], maxStep: null }],
  ])('refuses what makes no sense (%#)', (request) => {
    expect(() => allocate(request)).toThrow(RangeError);
  });

  // reference/models.md, section 13, and its fixtures: scipy 1.10.1 and a search by 250.
  describe('on 500k, 300k and 200k of x / (x + 60k), (x + 20k), (x + 80k), with 150k', () => {
    const hill = (a: number, b: number, shape = 1): ResponseCurve => ({ ...curve(a, b), form: 'hill', shape });
    const of = [hill(500_000, 60_000), hill(300_000, 20_000), hill(200_000, 80_000)];
    const current = [80_000, 30_000, 40_000];
    const lines = of.map((each, i) => line(i, current[i]!, { name: 'ABC'[i]!, curve: each, margin: null }));
    const value = (split: readonly number[], curves = of) =>
      split.reduce((sum, x, i) => sum + salesAt(curves[i]!, x), 0);

    it('finds the free optimum, where each next unit brings 1.480193', () => {
      const result = allocate({ totalMinor: 150_000, lines, maxStep: null });
      const split = result.lines.map(({ proposedMinor }) => proposedMinor);
      expect(split).toEqual([82_365, 43_667, 23_968]);
      expect(value(split)).toBeCloseTo(541_140.199, 3);
      for (const { marginal } of result.lines) expect(marginal).toBeCloseTo(1.480193, 4);
      expect(result.checks.find(({ name }) => name === 'equal marginals')).toMatchObject({ passed: true });
    });

    it('keeps within 20 percent, and says that raising the limit of B is worth most', () => {
      const result = allocate({ totalMinor: 150_000, lines, maxStep: 0.2 });
      const split = result.lines.map(({ proposedMinor }) => proposedMinor);
      expect(split).toEqual([82_000, 36_000, 32_000]);
      expect(value(split)).toBeCloseTo(538_732.394, 3);
      expect(result.salesGain!.expected).toBeCloseTo(6351, 0);
      expect(result.lines.map(({ marginal }) => Number(marginal!.toFixed(4)))).toEqual([1.4878, 1.9133, 1.2755]);
      expect(result.tightest).toMatchObject({ name: 'B', bound: 'step' });
      expect(result.tightest!.next).toBeCloseTo(1.913265, 5);
      expect(result.tightest!.elsewhere).toBeCloseTo(1.4878, 4);
    });

    it('does not stop at nothing for a third channel that pays only at large spends', () => {
      const curves = [of[0]!, of[1]!, hill(420_000, 80_000, 3)];
      const sShaped = lines.map((each, i) => ({ ...each, curve: curves[i]! }));
      const split = proposed({ totalMinor: 150_000, lines: sShaped, maxStep: null });
      expect(value(split, curves)).toBeGreaterThan(598_082.94);
      for (const [i, x] of [35_500, 22_750, 91_750].entries()) expect(Math.abs(split[i]! - x)).toBeLessThan(125);
    });

    it('tells what a tenth more and less of each line would bring', () => {
      const [first] = allocate({ totalMinor: 150_000, lines, maxStep: 0 }).lines;
      expect(first!.whatIf!.stepMinor).toBe(8000);
      expect(first!.whatIf!.more.expected).toBeCloseTo(salesAt(of[0]!, 88_000) - salesAt(of[0]!, 80_000), 6);
      expect(first!.whatIf!.less.expected).toBeCloseTo(salesAt(of[0]!, 72_000) - salesAt(of[0]!, 80_000), 6);
    });
  });

  it('stays within reach of what was ever spent, unless told', () => {
    const tried = { ...curve(90_000, 3000), seen: { least: 800, most: 1100 } };
    const lines = [line(1, 1000, { curve: tried }), line(2, 1000, { curve: curve(100, 3000) })];
    expect(proposed({ totalMinor: 2000, lines, maxStep: null })).toEqual([2000, 0]);
    const result = allocate({ totalMinor: 2000, lines, maxStep: null, reach: 0.1 });
    expect(result.lines.map(({ proposedMinor, bound }) => [proposedMinor, bound])).toEqual([
      [1210, 'seen'],
      [790, null],
    ]);
  });

  it('goes for sales where it is told to, though margins are known', () => {
    const lines = [
      line(1, 1000, { curve: curve(8000, 1000), margin: 0.1 }),
      line(2, 1000, { curve: curve(8000, 1000), margin: 0.4 }),
    ];
    expect(allocate({ totalMinor: 2000, lines, maxStep: null, goal: 'sales' })).toMatchObject({ objective: 'sales' });
    expect(proposed({ totalMinor: 2000, lines, maxStep: null, goal: 'sales' })).toEqual([1000, 1000]);
    const unknown = [...lines, line(3, 1000, { curve: curve(1, 1000), margin: null })];
    const { checks } = allocate({ totalMinor: 3000, lines: unknown, maxStep: null, goal: 'profit' });
    expect(checks.find(({ name }) => name === 'goal')).toMatchObject({ passed: false });
  });

  describe('the verdict', () => {
    /** Copies that disagree on which line is the better one. */
    const unsure = (a: number, factors: readonly number[]): ResponseCurve => {
      const one = curve(a, 1000);
      const same = <T>(value: T) => factors.map(() => value);
      return {
        ...one,
        draws: { form: same('exponential' as const), a: factors.map((f) => f * a), b: same(1000), shape: same(1) },
      };
    };

    it('is to shift where nearly all copies gain, and to hold where some lose', () => {
      const sure = [line(1, 1000, { curve: curve(8000, 1000) }), line(2, 1000, { curve: curve(4000, 1000) })];
      expect(allocate({ totalMinor: 2000, lines: sure, maxStep: 0.2 })).toMatchObject({ verdict: 'shift' });

      const lines = [
        line(1, 1000, { curve: unsure(8000, [0.3, 0.6, 1, 1.4, 1.7]) }),
        line(2, 1000, { curve: unsure(7000, [1.7, 1.4, 1, 0.6, 0.3]) }),
      ];
      const result = allocate({ totalMinor: 2000, lines, maxStep: 0.2 });
      expect(result.verdict).toBe('hold');
      expect(result.overShares!.low80).toBeLessThan(0);
    });

    it('compares with today’s shares of the same total, so that a larger total is no gain by itself', () => {
      const alike = [1, 2].map((id) => line(id, 1000, { curve: curve(8000, 1000) }));
      const result = allocate({ totalMinor: 3000, lines: alike, maxStep: null });
      expect(result.salesGain!.expected).toBeGreaterThan(1000);
      expect(result).toMatchObject({ verdict: 'hold', overShares: { expected: 0 } });
    });

    it('is not given where fewer than two lines that may move have a curve', () => {
      const lines = [line(1, 1000, { curve: curve(8000, 1000) }), line(2, 1000, { roas: 3 })];
      expect(allocate({ totalMinor: 2000, lines, maxStep: 0.2 }).verdict).toBe('unknown');
    });
  });

  describe('the step to learn from', () => {
    const known = curve(8000, 1000);
    const lines = [
      line(1, 1000, { curve: known }),
      line(2, 1000, { roas: 5 }),
      line(3, 5000, { roas: 5, keep: true }),
      line(4, 100, { roas: 9 }),
    ];

    it('is where the money that it could bring is least known, and may move', () => {
      // Line 1: marginal 8 / e, copies from 0.84 to 1.16 of it; line 2: anything up to 5; line 4: up to 9 of little.
      const { explore } = allocate({ totalMinor: 7100, lines, maxStep: null, goal: 'sales' });
      expect(explore).toEqual({ id: 2, name: 'line 2', stepMinor: 200, weeks: 13, unknownMinor: 200 * 5 });
    });

    it('is chosen by sales where neither a curve nor the cost of goods is known', () => {
      const blind = [line(1, 1000, { roas: 2, margin: null }), line(2, 1000, { roas: 5, margin: null })];
      expect(allocate({ totalMinor: 2000, lines: blind, maxStep: null }).explore).toMatchObject({
        id: 2,
        unknownMinor: 1000,
      });
    });

    it('leaves the others as they are', () => {
      const result = allocate({ totalMinor: 7100, lines, maxStep: 0.1, goal: 'sales', explore: true });
      expect(result).toMatchObject({ verdict: 'explore', totalMinor: 7200 });
      expect(result.lines.map(({ proposedMinor }) => proposedMinor)).toEqual([1000, 1100, 5000, 100]);
    });

    it('is none where no line may move both ways', () => {
      const fixed = lines.map((each) => ({ ...each, keep: true }));
      const result = allocate({ totalMinor: 7100, lines: fixed, maxStep: null, explore: true });
      expect(result.explore).toBeNull();
      expect(result.lines.every(({ change }) => change === 0)).toBe(true);
    });
  });
});
