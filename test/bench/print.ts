import { tableText } from '../../src/text.ts';

/** One measured figure. `beside` is the yardstick of the same run; `goal` what was promised. */
export type Row = { readonly what: string; readonly measured: string; readonly beside: string; readonly goal: string };

export function printTable(title: string, rows: readonly Row[]): void {
  const columns = ['Measured', 'Sextant', 'Yardstick, same run', 'Goal or ratio'].map((name) => ({
    title: name,
    unit: 'text' as const,
  }));
  const cells = rows.map(({ what, measured, beside, goal }) => [what, measured, beside, goal]);
  console.log(`${title}\n${tableText({ columns, rows: cells }, { shop: null, language: 'en' })}\n`);
}

export function ms(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
}

export function seconds(value: number): string {
  return `${(value / 1000).toFixed(1)} s`;
}

/** The value below which `share` of the sorted sample lies. */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
