import { describe, expect, it } from 'vitest';
import { dayTicks, epochDay } from '../../src/charts/days.ts';
import { spread } from '../../src/charts/labels.ts';
import { brief, scaleOf } from '../../src/charts/numbers.ts';
import { vegaLiteSpec } from '../../src/charts/spec.ts';
import { clipApart, drawable, wrap, wrapApart, wrapParts } from '../../src/charts/words.ts';
import type { ChartPart, ForecastChart } from '../../src/told.ts';
import { kinds, nastyBars, reader } from './parts.ts';

/** Every object of a specification, however deep. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)];
}

describe('the specification of a chart', () => {
  it.each(Object.entries(kinds))('%s: same input, same specification', (_, part) => {
    expect(vegaLiteSpec(structuredClone(part), reader)).toEqual(vegaLiteSpec(structuredClone(part), reader));
  });

  it.each(Object.entries(kinds))('%s: carries its values, loads nothing, draws no image', (_, part) => {
    const objects = objectsIn(vegaLiteSpec(part, reader));
    const urls = objects.flatMap((each) => ['url', 'href', 'usermeta', 'loader'].filter((key) => key in each));
    const marks = objects.map(({ mark, type }) => (typeof mark === 'string' ? mark : type));

    expect(urls).toEqual([]);
    expect(marks).not.toContain('image');
  });

  it.each(Object.entries(kinds))('%s: says its finding to those who cannot see it', (_, part) => {
    expect(vegaLiteSpec(part, reader)).toMatchObject({ description: part.alt, title: { text: [part.title] } });
  });

  it('lays a forecast over what came, where both tell of the same days', () => {
    const ahead = JSON.stringify(vegaLiteSpec(kinds.forecast!, reader));
    const chart = kinds.forecast!.chart as ForecastChart;
    const over = { ...chart, actual: chart.expected.map(({ day }) => ({ day, value: 100 })) };
    const spec = JSON.stringify(vegaLiteSpec({ ...kinds.forecast!, chart: over }, reader));
    // The thin line where knowing ends.
    expect(ahead).toContain('"type":"rule","color"');
    expect(spec).not.toContain('"type":"rule","color"');
    expect(spec).toMatch(/"text":"Actual".*"text":"Forecast"/);
  });

  it('keeps control characters out, wherever a foreign text enters', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(JSON.stringify(vegaLiteSpec(nastyBars, reader))).not.toMatch(/\\u00[01][0-9a-f]|[\x00-\x1f]/);
  });

  it('writes money on its axis briefly, in the currency of the shop', () => {
    expect(JSON.stringify(vegaLiteSpec(kinds.forecast!, reader))).toContain('GBP 150M');
  });

  it('counts the bars it has no room for', () => {
    const bars = Array.from({ length: 40 }, (_, i) => ({ label: `Product ${i}`, value: i }));
    const part: ChartPart = { ...kinds.bars!, chart: { type: 'bars', unit: 'count', bars } };

    expect(JSON.stringify(vegaLiteSpec(part, reader))).toContain('… and 26 more');
  });

  it('counts the columns it has no room for', () => {
    const columns = Array.from({ length: 70 }, (_, i) => ({ label: `${i}`, value: i }));
    const part: ChartPart = { ...kinds.columns!, chart: { type: 'columns', unit: 'count', x: '', columns } };

    expect(JSON.stringify(vegaLiteSpec(part, reader))).toContain('10 more not drawn');
  });

  it('keeps two bars apart whose names read the same once they are cut', () => {
    const spec = JSON.stringify(vegaLiteSpec(nastyBars, reader));

    expect(spec).toContain('"row":1');
    expect(spec).toContain('"row":2');
  });
});

describe('the value axis', () => {
  it('starts at zero unless all values lie far from it', () => {
    expect(scaleOf([3, 20], { fromZero: false }).low).toBe(0);
    expect(scaleOf([95, 104], { fromZero: false }).low).toBeGreaterThan(80);
    expect(scaleOf([95, 104], { fromZero: true }).low).toBe(0);
  });

  it('holds every value between its ends, and stands on round ticks', () => {
    for (const values of [[-7, 12], [0.013, 0.094], [1, 1], [0, 0], [-5, -3], [1e12, 3.3e12], []]) {
      const { low, high, ticks } = scaleOf(values, { fromZero: false });
      expect(low).toBeLessThanOrEqual(Math.min(...values, Number.POSITIVE_INFINITY));
      expect(high).toBeGreaterThanOrEqual(Math.max(...values, Number.NEGATIVE_INFINITY));
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(high).toBeGreaterThan(low);
    }
  });

  it('writes numbers as a person would', () => {
    expect(brief(150e8, 'money', reader)).toBe('GBP 150M');
    expect(brief(-24e8, 'money', reader)).toBe('−GBP 24M');
    expect(brief(0, 'money', reader)).toBe('GBP 0');
    expect(brief(0.41, 'share', reader)).toBe('41%');
    expect(brief(1500, 'count', { language: 'en', shop: null })).toBe('1.5K');
  });
});

describe('the time axis', () => {
  it('stands on Mondays for weeks and on firsts for months, with at most six ticks', () => {
    const weekly = dayTicks(epochDay('2026-03-30'), epochDay('2026-04-27'));
    const yearly = dayTicks(epochDay('2024-01-15'), epochDay('2026-04-27'));

    expect(weekly.map((day) => new Date(day * 86_400_000).getUTCDay())).toEqual([1, 1, 1, 1, 1]);
    expect(yearly.every((day) => new Date(day * 86_400_000).getUTCDate() === 1)).toBe(true);
    expect(yearly.length).toBeLessThanOrEqual(6);
  });

  it('has ticks for any span', () => {
    for (let span = 0; span < 4000; span += 7) {
      const ticks = dayTicks(20_000, 20_000 + span);
      expect(ticks.length).toBeGreaterThanOrEqual(1);
      expect(ticks.length).toBeLessThanOrEqual(7);
    }
  });
});

describe('words in a picture', () => {
  it('drops what cannot be drawn and keeps one line', () => {
    expect(drawable('Kopi\u0000 \u202eSusu\n & <b>')).toBe('Kopi Susu & <b>');
  });

  it('breaks a long title in the middle and ends one that is too long in an ellipsis', () => {
    expect(wrap('one two three four', { letters: 12, lines: 2 })).toEqual(['one two', 'three four']);
    expect(wrap('a '.repeat(60), { letters: 20, lines: 2 }).at(-1)).toMatch(/…$/);
  });

  it('breaks no word that fits a line, however even the lines would be', () => {
    expect(wrap('incomprehensibilities, a word', { letters: 22, lines: 2 })).toEqual([
      'incomprehensibilities,',
      'a word',
    ]);
    const parts = ['Some customers of each group; the name stands at its middle', 'data until 15 Nov 2026'];
    expect(wrapParts(parts, { letters: 77, lines: 2 })).toEqual(parts);
  });

  it('leaves emoji out, with all that joins and colours them, and keeps the signs that are letters', () => {
    expect(drawable('😀🔥 Flash 🇮🇩 Sale 👨‍👩‍👧 1️⃣ ❤️')).toBe('Flash Sale 1');
    expect(drawable('Kopi™ © 2026 → #1')).toBe('Kopi™ © 2026 → #1');
    expect(drawable('🔥🔥')).toBe('🔥🔥');
  });

  it('tells names apart that would read the same once they are cut', () => {
    const long = 'Campaign with a very long name indeed for customers who are';
    const room = { letters: 16, lines: 2 };

    expect(wrapApart([`${long} new`, `${long} loyal`], room).map((lines) => lines.at(-1))).toEqual([
      expect.stringMatching(/new$/),
      expect.stringMatching(/loyal$/),
    ]);
    expect(wrapApart([long, 'Short'], room)).toEqual([wrap(long, room), ['Short']]);
    expect(clipApart([`${long} new`, `${long} loyal`], 20).every((name) => name.length <= 20)).toBe(true);
    expect(new Set(clipApart([`${long} new`, `${long} loyal`], 20)).size).toBe(2);
  });

  it('cuts only what fits no line, and no letter in half', () => {
    expect(wrap('abcdefghij', { letters: 4, lines: 3 })).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('a𝐀𝐀𝐀b', { letters: 4, lines: 3 }).join('')).toBe('a𝐀𝐀𝐀b');
  });

  it('breaks small print between its parts', () => {
    expect(wrapParts(['Placed orders', 'data until 19 Apr', 'dot: now'], { letters: 34, lines: 2 })).toEqual([
      'Placed orders',
      'data until 19 Apr · dot: now',
    ]);
  });
});

describe('labels beside lines', () => {
  const label = (at: number, size = 4) => ({ at, size });

  it('are moved apart and no further', () => {
    expect(spread([label(10), label(11), label(50)]).map(({ at }) => at)).toEqual([8.5, 12.5, 50]);
  });

  it('take the room their lines need', () => {
    expect(spread([label(10, 4), label(10, 8)]).map(({ at }) => at)).toEqual([7, 13]);
  });

  it('stay within the plot', () => {
    expect(spread([label(1), label(2), label(99)], [0, 100]).map(({ at }) => at)).toEqual([2, 6, 98]);
  });

  it('never overlap', () => {
    for (let seed = 1; seed < 200; seed++) {
      const labels = Array.from({ length: 6 }, (_, i) => label((seed * (i + 3) * 7919) % 23, 3 + (i % 3)));
      const placed = spread(labels);
      placed.slice(1).forEach((each, i) => {
        expect(each.at - placed[i]!.at).toBeGreaterThanOrEqual((each.size + placed[i]!.size) / 2 - 0.001);
      });
    }
  });
});
