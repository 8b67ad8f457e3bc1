import { describe, expect, it } from 'vitest';
import { chiSquaredTail } from '../../../models/chi-squared.ts';
import { wilson } from '../../../models/intervals.ts';
import { type MovesRequest, moves, segmentMoves } from '../../../models/segments/moves.ts';

/** People who make this matrix: rows are groups before, columns groups now, the last column who stopped. */
function peopleOf(matrix: readonly (readonly number[])[], arrived: readonly number[]): MovesRequest {
  const before: number[] = [];
  const after: number[] = [];
  const active: number[] = [];
  matrix.forEach((row, from) => {
    row.forEach((count, to) => {
      for (let person = 0; person < count; person++) {
        before.push(from);
        after.push(Math.min(to, matrix.length - 1));
        active.push(Number(to < matrix.length));
      }
    });
  });
  const known = before.length;
  arrived.forEach((count, to) => {
    for (let person = 0; person < count; person++) {
      after.push(to);
      active.push(1);
    }
  });
  return {
    groups: matrix.length,
    before: {
      id: Int32Array.from(before, (_, i) => i),
      group: Int32Array.from(before),
      revenueMinor: new Float64Array(known).fill(10),
    },
    after: {
      id: Int32Array.from(after, (_, i) => i),
      group: Int32Array.from(after),
      isActive: Uint8Array.from(active),
      revenueMinor: new Float64Array(after.length).fill(25),
    },
  };
}

describe('moves', () => {
  // reference/models.md section 7: the distributor's published matrix, H1'22 to H2'22, and the sizes of its groups.
  const published = [
    [31510, 3834, 766],
    [8718, 8746, 404],
    [213, 58, 643],
  ];
  const sizes = [88375, 94879, 923];
  const matrix = published.map((row, at) => [...row, sizes[at]! - row.reduce((sum, count) => sum + count, 0)]);

  it('shows the people that a matrix of the active ones hides', () => {
    const { flows, customers } = moves(peopleOf(matrix, [78419, 62721, 1853]));
    const shares = flows.map((row) => row.map(({ share }) => Math.round(10_000 * share!) / 100));
    expect(shares).toEqual([
      [35.65, 4.34, 0.87, 59.14],
      [9.19, 9.22, 0.43, 81.17],
      [23.08, 6.28, 69.66, 0.98],
    ]);
    for (const row of flows) expect(row.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 12);
    const met = flows.flat().reduce((sum, flow) => sum + flow.customers, 0);
    expect(met).toBe(sizes[0]! + sizes[1]! + sizes[2]!);
    expect(customers).toBe(met + 78419 + 62721 + 1853);
  });

  it('carries the money of those who moved, as it was before', () => {
    const { flows, arrived } = moves(
      peopleOf(
        [
          [3, 2, 1],
          [0, 1, 0],
        ],
        [4, 0],
      ),
    );
    expect(flows.map((row) => row.map(({ revenueMinor }) => revenueMinor))).toEqual([
      [30, 20, 10],
      [0, 10, 0],
    ]);
    expect(arrived).toEqual([
      { customers: 4, revenueMinor: 100 },
      { customers: 0, revenueMinor: 0 },
    ]);
  });

  it('says nothing of shares in a group of nobody, and refuses people who vanish', () => {
    const request = peopleOf(
      [
        [0, 0, 0],
        [1, 1, 1],
      ],
      [1, 1],
    );
    expect(moves(request).flows[0]![0]).toMatchObject({ customers: 0, share: null, low95: null });
    const { after } = request;
    expect(() => moves({ ...request, after: { ...after, id: after.id.map((id) => id + 100) } })).toThrow(RangeError);
  });
});

describe('segmentMoves', () => {
  const model = { scaling: [{ feature: 'money', mean: 5, sd: 1 }] as const, centroids: [[1], [-1]] };
  const view = (spends: readonly number[], recencies: readonly number[]) => ({
    id: Int32Array.from(spends, (_, i) => i),
    recencyDays: Float64Array.from(recencies),
    orders: Float64Array.from(spends, () => 1),
    revenueMinor: Float64Array.from(spends),
  });
  const rich = Math.exp(6);
  const poor = Math.exp(4);

  it('takes one model to both dates; who did not buy in between is inactive', () => {
    const { now, pValue } = segmentMoves({
      model,
      before: view([rich, poor, poor], [5, 5, 5]),
      after: view([rich, rich, poor, poor], [10, 30, 31, 2]),
      days: 30,
      earlier: null,
    });
    expect(now.flows.map((row) => row.map(({ customers }) => customers))).toEqual([
      [1, 0, 0],
      [1, 0, 1],
    ]);
    expect(now.arrived.map(({ customers }) => customers)).toEqual([0, 1]);
    expect(pValue).toBeNull();
  });

  it('tells a real change from a chance one', () => {
    const period = (stopped: number) => {
      const spends = new Array<number>(200).fill(rich);
      return view(
        spends,
        spends.map((_, i) => (i < stopped ? 99 : 1)),
      );
    };
    const compare = (one: number, other: number) =>
      segmentMoves({ model, earlier: period(0), before: period(one), after: period(other), days: 30 }).pValue!;
    expect(compare(40, 42)).toBeGreaterThan(0.5);
    expect(compare(40, 90)).toBeLessThan(0.001);
  });
});

it('knows the chi-squared table and Wilson’s example', () => {
  // R: pchisq(x, df, lower.tail = FALSE).
  expect(chiSquaredTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
  expect(chiSquaredTail(18.307038053275146, 10)).toBeCloseTo(0.05, 12);
  expect(chiSquaredTail(1, 5)).toBeCloseTo(0.9625657732472964, 12);
  expect(chiSquaredTail(200, 3)).toBeCloseTo(4.2e-43, 44);
  expect(chiSquaredTail(0, 3)).toBe(1);
  // R: binom::binom.wilson(10, 100).
  expect(wilson(10, 100).low95).toBeCloseTo(0.05522914, 7);
  expect(wilson(10, 100).high95).toBeCloseTo(0.1743657, 6);
  expect(wilson(0, 5)).toMatchObject({ low95: 0 });
  expect(wilson(5, 5)).toMatchObject({ high95: 1 });
});
