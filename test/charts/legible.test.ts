import { describe, expect, it } from 'vitest';
import { paintSvg } from '../../src/charts/paint.ts';
import { vegaLiteSpec } from '../../src/charts/spec.ts';
import { cutTo, hard, withNastyWords } from './hard.ts';
import { kinds, reader } from './parts.ts';
import { overprints, wordsIn } from './words-in.ts';

const all = Object.entries(kinds);

/** Pictures are scaled to one width: one that grew by more than this is written too small. */
const MOST_GROWTH = 1.03;

describe('what is written in a picture', () => {
  it.each([...all, ...Object.entries(hard)])(
    '%s: covers no other word, and is as large as it was meant',
    async (_, part) => {
      const { words, width } = await wordsIn(vegaLiteSpec(part, reader));

      expect(overprints(words)).toEqual([]);
      expect(width).toBeLessThan(800 * MOST_GROWTH);
      expect(width).toBeGreaterThan(800 / MOST_GROWTH);
    },
  );
});

describe('a chart of foreign words', () => {
  it.each(all)('%s: shows them as words', async (_, part) => {
    const svg = await paintSvg(vegaLiteSpec(withNastyWords(part), reader));

    expect(svg).not.toContain('<image');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(svg).not.toMatch(/[\x00-\x08\x0e-\x1f]/);
  });
});

describe('a chart of little', () => {
  it.each(all)('%s: is drawn with one of each, and with nothing', async (_, part) => {
    for (const most of [1, 0]) {
      const svg = await paintSvg(vegaLiteSpec(cutTo(most, part), reader));

      expect(svg).toContain('</svg>');
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
