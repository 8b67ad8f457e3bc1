import { describe, expect, it } from 'vitest';
import { coloursOf } from '../../src/charts/colours.ts';
import { BLUE, categorical, ORANGE, QUIET, textColour } from '../../src/charts/look.ts';
import { paintSvg } from '../../src/charts/paint.ts';
import { vegaLiteSpec } from '../../src/charts/spec.ts';
import type { Chart, ChartPart } from '../../src/told.ts';
import { kinds, reader } from './parts.ts';

type Colour = readonly [number, number, number];

/**
 * What eyes without one kind of cone see, in linear light.
 *
 * Source: Machado, Oliveira, Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency"
 */
const eyes: Readonly<Record<string, readonly Colour[]>> = {
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};

/** "#1264a3" or "rgb(18, 100, 163)" as linear light, 0..1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function light(colour: string): Colour {
  const bytes = colour.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : colour.match(/\d+/g)!.map(Number);
  return bytes.slice(0, 3).map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
}

const times = ([a, b, c]: Colour, [x, y, z]: Colour) => a * x + b * y + c * z;
const luminance = (colour: string) => times([0.2126, 0.7152, 0.0722], light(colour));

function contrast(a: string, b: string): number {
  const [dark, pale] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (pale + 0.05) / (dark + 0.05);
}

/** CIE 1976 L*a*b* under daylight. */
function lab(rgb: Colour): Colour {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  const x = f(times([0.4124, 0.3576, 0.1805], rgb) / 0.95047);
  const y = f(times([0.2126, 0.7152, 0.0722], rgb));
  const z = f(times([0.0193, 0.1192, 0.9505], rgb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference(a: string, b: string, through: readonly Colour[]): number {
  const [one, other] = [a, b].map((colour) => {
    const seen = through.map((row) => Math.min(1, Math.max(0, times(row, light(colour)))));
    return lab(seen as unknown as Colour);
  }) as [Colour, Colour];
  return Math.hypot(...one.map((value, i) => value - other[i]!));
}

describe('the colours', () => {
  it.each(Object.entries(eyes))('are told apart with %s', (_, through) => {
    const pairs = categorical.flatMap((a, i) => categorical.slice(0, i).map((b) => difference(a, b, through)));

    // 2 is the least that is seen side by side; small marks need ten times as much.
    expect(Math.min(...pairs)).toBeGreaterThan(20);
    expect(difference(BLUE, ORANGE, through)).toBeGreaterThan(100);
  });

  it('are dark enough for words on white', () => {
    for (const colour of [...categorical, QUIET]) {
      expect(contrast(textColour(colour), '#ffffff'), colour).toBeGreaterThan(4.5);
    }
  });

  it('leave every number of a heat map readable', async () => {
    const depths = Array.from({ length: 9 }, (_, i) => Array.from({ length: 9 }, (_, j) => (9 * i + j) / 40 - 1));
    for (const scale of ['diverging', undefined] as const) {
      const chart: Chart = {
        type: 'heat',
        unit: 'number',
        x: '',
        rows: depths.map((_, i) => `${i}`),
        columns: depths.map((_, i) => `${i}`),
        cells: scale ? depths : depths.map((row) => row.map(Math.abs)),
        ...(scale && { scale }),
      };
      const svg = await paintSvg(vegaLiteSpec({ ...kinds.heat!, chart }, reader));
      const grounds = [...svg.matchAll(/<path[^>]* fill="(rgb[^"]+)" stroke="#ffffff"/g)].map(([, fill]) => fill!);
      const numbers = [...svg.matchAll(/<text[^>]* fill="(#000000|#ffffff)"/g)].map(([, fill]) => fill!);

      expect(grounds).toHaveLength(81);
      expect(numbers).toHaveLength(81);
      expect(Math.min(...grounds.map((ground, i) => contrast(ground, numbers[i]!)))).toBeGreaterThan(4.5);
    }
  });
});

describe('the colours of a reply', () => {
  const part = (chart: Chart): ChartPart => ({ ...kinds.lines!, chart });
  const lines = (...labels: string[]) =>
    part({
      ...(kinds.lines!.chart as Extract<Chart, { type: 'lines' }>),
      lines: labels.map((label) => ({ label, points: [{ x: 0, y: 1 }] })),
    });
  const bars = part({ type: 'bars', unit: 'share', bars: ['Ads', 'Voucher'].map((label) => ({ label, value: 1 })) });

  it('stay with a name from picture to picture, and are not lent to another in the same one', () => {
    const colours = coloursOf([lines('Voucher', 'Ads'), lines('Ads', 'Search', 'Live')]);

    expect(['Voucher', 'Ads', 'Search', 'Live'].map((name) => colours.get(name))).toEqual([
      BLUE,
      ORANGE,
      BLUE,
      categorical[2],
    ]);
  });

  it('are those of the bars beside the lines', () => {
    const coloursIn = (parts: readonly ChartPart[]) =>
      JSON.stringify(vegaLiteSpec(bars, { ...reader, parts }))
        .match(/"colour":"#[0-9a-f]+"/g)!
        .slice(0, 2);

    expect(coloursIn([bars, lines('Voucher', 'Ads')])).toEqual([`"colour":"${ORANGE}"`, `"colour":"${BLUE}"`]);
    expect(coloursIn([bars])).toEqual([`"colour":"${BLUE}"`, `"colour":"${BLUE}"`]);
  });

  it('end in grey, which is for all that no colour is left for', () => {
    const names = Array.from({ length: 9 }, (_, i) => `Group ${i}`);
    const colours = coloursOf([lines(...names)]);

    expect(names.map((name) => colours.get(name)).slice(-3)).toEqual([categorical.at(-1), QUIET, QUIET]);
  });
});
