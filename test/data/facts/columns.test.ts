import { describe, expect, it } from 'vitest';
import { readColumns } from '../../../data/facts/columns.ts';
import { emptyShop } from './fixture.ts';

const upTo = '(WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < :last) SELECT i FROM n)';

describe('columns of a query', () => {
  it('are as long as its rows, null as NaN', () => {
    const { db } = emptyShop();
    const [whole, half] = readColumns(db, ['i', 'CASE WHEN i % 2 = 0 THEN i / 2.0 END'], upTo, { last: 5000 });
    expect(whole).toHaveLength(5000);
    expect(whole?.at(-1)).toBe(5000);
    expect([...half!.subarray(0, 4)]).toEqual([Number.NaN, 1, Number.NaN, 2]);
  });

  it('are empty without rows, and do not hold on to those of the last query', () => {
    const { db } = emptyShop();
    const first = readColumns(db, ['i'], upTo, { last: 3 });
    const [empty] = readColumns(db, ['i'], `${upTo} WHERE i < 0`, { last: 3 });
    expect([...first[0]!]).toEqual([1, 2, 3]);
    expect(empty).toHaveLength(0);
  });
});
