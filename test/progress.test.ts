import { describe, expect, it } from 'vitest';
import { telling } from '../src/progress.ts';

function heard(steps: readonly { readonly at: number; readonly rows: number; readonly share: number | null }[]) {
  let time = 0;
  const said: string[] = [];
  const tell = telling(
    ({ words }) => said.push(words),
    () => time,
    { language: 'en', shop: null },
  );
  for (const { at, rows, share } of steps) {
    time = at;
    tell({ name: 'o.csv', rows, share });
  }
  return said;
}

describe('progress', () => {
  it('is not told of what takes less than two seconds', () => {
    expect(heard([100, 900, 1999].map((at) => ({ at, rows: at, share: at / 2000 })))).toEqual([]);
  });

  it('is told once a second, with rows, share and the time left', () => {
    const steps = Array.from({ length: 60 }, (_, i) => ({ at: i * 100, rows: i * 1000, share: i / 60 }));
    expect(heard(steps)).toEqual([
      'Reading o.csv: 20,000 rows, 33%, about 4 s left',
      'Reading o.csv: 30,000 rows, 50%, about 3 s left',
      'Reading o.csv: 40,000 rows, 66%, about 2 s left',
      'Reading o.csv: 50,000 rows, 83%, about 1 s left',
    ]);
  });

  it('says rows alone where nobody knows how many there will be', () => {
    expect(heard([{ at: 5000, rows: 4000, share: null }])).toEqual(['Reading o.csv: 4,000 rows']);
    expect(heard([{ at: 5000, rows: 4000, share: 1 }])).toEqual([
      'Reading o.csv: 4,000 rows, 100%, comparing with what is known',
    ]);
  });

  it('takes its pace from the rows, not from what came before them', () => {
    const steps = [
      { at: 100_000, rows: 1000, share: 0.1 },
      { at: 400_000, rows: 4000, share: 0.4 },
    ];
    expect(heard(steps)).toEqual([
      'Reading o.csv: 1,000 rows, 10%',
      'Reading o.csv: 4,000 rows, 40%, about 10 min left',
    ]);
  });
});
