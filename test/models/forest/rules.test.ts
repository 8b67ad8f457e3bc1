import { describe, expect, it } from 'vitest';
import { ruleFor, rulesOf } from '../../../models/forest/rules.ts';
import type { Table } from '../../../models/forest/table.ts';
import { randomBelow, seeded } from '../../../models/random.ts';

/** Days 0 to 399 and orders 1 to 12: recent ones with 4 orders and more are class 0, other recent ones 1, the rest 2. */
function planted(): Table {
  const random = seeded(1);
  const days = Float64Array.from({ length: 3000 }, () => randomBelow(400, random));
  const orders = Float64Array.from({ length: 3000 }, () => 1 + randomBelow(12, random));
  const label = Int32Array.from(days, (day, row) => (day >= 45 ? 2 : orders[row]! >= 4 ? 0 : 1));
  return { columns: [days, orders], label, classes: 3 };
}

describe('rulesOf', () => {
  it('finds what was planted, at round numbers', () => {
    expect(rulesOf(planted(), 6)).toEqual([
      {
        class: 1,
        conditions: [
          { feature: 0, from: null, below: 45 },
          { feature: 1, from: null, below: 4 },
        ],
      },
      {
        class: 0,
        conditions: [
          { feature: 0, from: null, below: 45 },
          { feature: 1, from: 4, below: null },
        ],
      },
      { class: 2, conditions: [{ feature: 0, from: 45, below: null }] },
    ]);
  });

  it('gives every row exactly one rule, and no more rules than asked for', () => {
    const random = seeded(2);
    const columns = [0, 1, 2].map(() => Float64Array.from({ length: 900 }, () => random() * 1000));
    const label = Int32Array.from(columns[0]!, (x, row) =>
      Math.min(4, Math.floor((x + columns[1]![row]! + columns[2]![row]!) / 600)),
    );
    for (const most of [4, 6, 9]) {
      const rules = rulesOf({ columns, label, classes: 5 }, most);
      expect(rules.length).toBeLessThanOrEqual(most);
      expect(rules.length).toBeGreaterThan(most / 2);
      for (let row = 0; row < 900; row++) {
        const values = columns.map((column) => column[row]!);
        expect(rules.filter((rule) => ruleFor([rule], values) === 0)).toHaveLength(1);
      }
      for (const { conditions } of rules) {
        for (const edge of conditions.flatMap(({ from, below }) => [from, below])) {
          expect(edge === null || Number(edge.toPrecision(2)) === edge).toBe(true);
        }
      }
    }
  });

  it('says one thing of all where nothing sorts them', () => {
    const random = seeded(3);
    const label = Int32Array.from({ length: 1000 }, (_, row) => Number(row % 5 === 0));
    const rules = rulesOf({ columns: [Float64Array.from(label, () => random())], label, classes: 2 }, 6);
    expect(rules).toEqual([{ class: 0, conditions: [] }]);
    expect(ruleFor(rules, [0.5])).toBe(0);
  });
});
