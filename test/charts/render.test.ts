import { afterAll, expect, it } from 'vitest';
import { closeCharts, renderPng } from '../../src/charts/render.ts';
afterAll(closeCharts);
it('renders', async () => {
  const png = await renderPng({ kind: 'chart', title: 't', subtitle: 's', alt: 'a', chart: { type: 'bars', unit: 'count', bars: [{ label: 'x', value: 1 }] } }, null);
  expect(png.readUInt32BE(16)).toBe(1600);
});
