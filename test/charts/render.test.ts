import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openGallery } from '../../src/charts/gallery.ts';
import { fontFiles, readFont } from '../../src/charts/inter.ts';
import { paintSvg } from '../../src/charts/paint.ts';
import { closeCharts, renderPng } from '../../src/charts/render.ts';
import { vegaLiteSpec } from '../../src/charts/spec.ts';
import type { Chart, ChartPart } from '../../src/told.ts';
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
    const draw = () => paintSvg(vegaLiteSpec(kinds.bars!, reader));

    expect(await draw()).toBe(await draw());
  });

  it('is drawn once, however many ask for it', async () => {
    const drawn: number[] = [];
    const picture = openGallery(async (order: number) => {
      drawn.push(order);
      if (order === 13) throw new Error('no ink');
      return Buffer.from(String(order));
    });

    const asked = await Promise.all([picture(1), picture(1), picture(2)]);
    await expect(picture(13)).rejects.toThrow('no ink');
    await expect(picture(13)).rejects.toThrow('no ink');
    for (let order = 100; order < 170; order++) await picture(order);
    await picture(1);

    expect(asked.map(String)).toEqual(['1', '1', '2']);
    expect(drawn.filter((order) => order < 100)).toEqual([1, 2, 13, 13, 1]);
  });

  it('survives names that were made to break it', async () => {
    expect((await renderPng(nastyBars, reader)).length).toBeGreaterThan(MORE_THAN_BLANK);
  });

  it('writes every label in full, and what was foreign as text', async () => {
    const svg = await paintSvg(vegaLiteSpec(nastyBars, reader));

    expect(svg).not.toContain('<image');
    expect(svg).toContain('&lt;!channel&gt;');
  });

  it('says so where its font lacks letters, and only there', async () => {
    const chart: Chart = { type: 'bars', unit: 'count', bars: [{ label: '夏の大売り出し', value: 3 }] };
    const part: ChartPart = { ...kinds.bars!, chart };
    const [latin, lacking] = await Promise.all([
      renderPng({ ...part, chart: { ...chart, bars: [{ label: 'Summer', value: 3 }] } }, reader),
      renderPng(part, reader),
    ]);

    // A line more below the title, at twice the size.
    expect(sizeOf(lacking).height - sizeOf(latin).height).toBeGreaterThan(40);
  });

  it('paints for many at once, beyond the life of one painter', async () => {
    const { grouped } = kinds;
    const pictures = await Promise.all(
      Array.from({ length: 22 }, (_, i) => renderPng({ ...grouped!, title: `Picture ${i}` }, reader)),
    );

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
