import { describe, expect, it } from 'vitest';
import { notPeople } from '../../../models/segments/unit-of-analysis.ts';
import { inEnglish } from '../../../words/tell.ts';

const columns = (rows: readonly (readonly [orders: number, recency: number, span: number])[]) => ({
  orders: Float64Array.from(rows, ([orders]) => orders),
  recencyDays: Float64Array.from(rows, ([, recency]) => recency),
  spanDays: Float64Array.from(rows, ([, , span]) => span),
});

describe('unit of analysis', () => {
  it('knows the 22 "customers" of 88 orders each for what they are', () => {
    const months = Array.from({ length: 22 }, (_, i) => [88, 1 + 30 * i, 29] as const);
    expect(inEnglish(notPeople(columns(months))!)).toBe(
      'Only 22 "customers", about 88 orders each: these look like days or months, not people.',
    );
  });

  it('knows days by their standing one behind the other, in whatever order they come', () => {
    const days = Array.from({ length: 40 }, (_, i) => [9, 1 + ((i * 7) % 40), 0] as const);
    expect(inEnglish(notPeople(columns(days))!)).toMatch(/Only 40 "customers", about 9 orders each/);
  });

  it('takes people for people: few orders each, or side by side', () => {
    expect(notPeople(columns(Array.from({ length: 300 }, (_, i) => [1 + (i % 4), i, 0] as const)))).toBeNull();
    expect(notPeople(columns(Array.from({ length: 30 }, (_, i) => [20, 1 + i, 300] as const)))).toBeNull();
    expect(notPeople(columns([]))).toBeNull();
  });
});
