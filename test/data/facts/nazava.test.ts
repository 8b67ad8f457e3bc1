import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NeedsRepair } from '../../../data/facts/errors.ts';
import { emptyShop, jakarta } from './fixture.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/shopee-nazava');
const isThere = existsSync(folder);
const learnedAt = Date.parse('2025-11-05T00:00:00Z');

/** Expected: reference/connectors.md, section 7, and sums made with Python over the same files. */
describe.skipIf(!isThere)(`statistics of a real shop${isThere ? '' : ` (skipped: ${folder} is missing)`}`, () => {
  const request = (name: string) => ({ path: join(folder, name), name, learnedAt, shop: jakarta });

  it('vouchers: refused with the evidence, then 9 of 9 months and what they really cost', async () => {
    const { facts } = emptyShop();
    const voucher = request('voucher_cleaned.csv.gz');
    const refusal = (await facts.imports.load(voucher).catch((error: unknown) => error)) as NeedsRepair;
    expect(refusal).toBeInstanceOf(NeedsRepair);
    expect(refusal.evidence.join('\n')).toContain('Total_Cost_Ready_To_Ship_IDR: 354.1 → 354,100');

    const report = await facts.imports.load({ ...voucher, decisions: { repair: 'x1000' } });
    expect(report).toMatchObject({ rows: 9, stored: 9, checks: { passed: 9, of: 9 } });
    const { lines, groups } = await facts.figures.of({ report: 'shopee voucher', by: 'month' });
    const total = (metric: string, basis = '') =>
      lines.find((line) => line.metric === metric && line.basis === basis)?.total;
    expect(groups.map(({ name }) => name)).toEqual(Array.from({ length: 9 }, (_, at) => `2025-0${at + 1}`));
    expect(total('Claims')).toBe(131_479);
    expect(total('Cost', 'ready to ship')).toBe(116_667_996);
    expect(total('Cost', 'placed')).toBe(123_167_492);
    expect(total('Attributed ROI', 'ready to ship')).toBeCloseTo(14.686, 3);
    expect(total('Attributed ROI', 'placed')).toBeCloseTo(15.382, 3);
  });

  it('flash sales: 18 of 18 months that sold anything', async () => {
    const { facts } = emptyShop();
    const flash = request('flash_sale_cleaned.csv.gz');
    await expect(facts.imports.load(flash)).rejects.toBeInstanceOf(NeedsRepair);
    const report = await facts.imports.load({ ...flash, decisions: { repair: 'x1000' } });
    expect(report).toMatchObject({ rows: 22, stored: 22, checks: { passed: 18, of: 18 } });
    expect(report).toMatchObject({ firstDay: '2024-01-01', lastDay: '2025-10-25' });
  });

  it('traffic: its text has kept the thousands, and all 664 days and 22 months hold as they stand', async () => {
    const { facts } = emptyShop();
    const report = await facts.imports.load(request('traffic_overview_cleaned.csv.gz'));
    expect(report).toMatchObject({
      rows: 686,
      stored: 686,
      rejected: 0,
      checks: { passed: 686, of: 686, repair: null },
    });
    expect(report.figures).toMatchObject([
      { name: 'Product views', value: 2_872_659 },
      { name: 'Visitor-days', value: 977_953 },
      { name: 'New followers' },
    ]);
    expect(report.checks!.says.at(-1)).toContain(
      '22 of 22 rows, 21 of them exactly; not line 204: 78,114 told, 78,189',
    );
    const { lines, gaps, groups } = await facts.figures.of({ report: 'shopee traffic', by: 'month' });
    const visitors = lines.find(({ metric }) => metric === 'Visitors')!;
    expect(visitors.total).toBeNull();
    expect(visitors.values.reduce<number>((sum, value) => sum + value!, 0)).toBe(771_164);
    expect(gaps).toEqual([]);
    expect(groups.at(-1)).toMatchObject({ name: '2025-10', days: 25, of: 31 });
  });
});
