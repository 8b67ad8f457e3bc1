import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { fontFiles, readFont } from '../../src/charts/inter.ts';
import { paintSvg } from '../../src/charts/paint.ts';
import { closeCharts, renderPng } from '../../src/charts/render.ts';
import { vegaLiteSpec } from '../../src/charts/spec.ts';
import { kinds, nastyBars, reader } from './parts.ts';

afterAll(closeCharts);

/** Width and height as the PNG's header says: https://www.w3.org/TR/png-3/#11IHDR */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

/** An empty picture of this size takes about 9 kB. */
const MORE_THAN_BLANK = 20_000;

describe('the picture of a chart', () => {
  it.each(Object.entries(kinds))('%s is 1600 wide and not blank', async (_, part) => {
    const png = await renderPng(part, reader);

    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(sizeOf(png).width).toBe(1600);
    expect(sizeOf(png).height).toBeGreaterThan(300);
    expect(png.length).toBeGreaterThan(MORE_THAN_BLANK);
  });

  it('is the same for the same chart', async () => {
    const [first, second] = await Promise.all([renderPng(kinds.bars!, reader), renderPng(kinds.bars!, reader)]);

    expect(first.equals(second)).toBe(true);
  });

  it('survives names that were made to break it', async () => {
    expect((await renderPng(nastyBars, reader)).length).toBeGreaterThan(MORE_THAN_BLANK);
  });

  it('writes every label in full, and what was foreign as text', async () => {
    const svg = await paintSvg(vegaLiteSpec(nastyBars, reader));

    expect(svg).not.toContain('<image');
    expect(svg).toContain('&lt;!channel&gt;');
  });

  it('paints for many at once, beyond the life of one painter', async () => {
    const pictures = await Promise.all(Array.from({ length: 22 }, () => renderPng(kinds.grouped!, reader)));

    expect(pictures.every((png) => png.length > MORE_THAN_BLANK)).toBe(true);
  });

  it('loads nothing from disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sextant-chart-'));
    const file = join(folder, 'secret.json');
    writeFileSync(file, '[{"name":"a-secret"}]');
    const spec = (data: object): Parameters<typeof paintSvg>[0] =>
      ({ data, mark: 'text', encoding: { text: { field: 'name' } } }) as Parameters<typeof paintSvg>[0];

    expect(await paintSvg(spec({ values: [{ name: 'a-secret' }] }))).toContain('a-secret');
    expect(await paintSvg(spec({ url: pathToFileURL(file).href }))).not.toContain('a-secret');
    expect(await paintSvg(spec({ url: file }))).not.toContain('a-secret');
    rmSync(folder, { recursive: true });
  });
});

describe('the letters', () => {
  it('are as wide as they are drawn', () => {
    const { width } = readFont(fontFiles.plain);

    // 130 px at 12 px, measured in a rendered picture (reference/chat.md, 4.2); Vega's guess is 230.
    expect(width('At risk (need attention)') * 12).toBeGreaterThan(125);
    expect(width('At risk (need attention)') * 12).toBeLessThan(145);
    expect(width('iiii')).toBeLessThan(width('mmmm') / 3);
  });

  it('are Latin, Greek and Cyrillic', () => {
    const { has } = readFont(fontFiles.plain);

    expect(['é', 'Ω', 'Ж', '−', '…'].map(has)).toEqual([true, true, true, true, true]);
    expect(['名', '😀', 'न'].map(has)).toEqual([false, false, false]);
  });
});
