import { describe, expect, it } from 'vitest';
import { vegaLiteSpec } from '../../src/charts/spec.ts';
import type { Answer, ChartPart } from '../../src/told.ts';
import { demoHouse, dina } from '../support/house.ts';
import { overprints, wordsIn } from './words-in.ts';

const MINUTE_MS = 60_000;
/** All commands that draw something of the demo shop. */
const lines = [
  '/forecast',
  '/forecast show:components',
  '/segment',
  '/segment by:rfm',
  '/segment moves',
  '/segment next',
  '/segment quality',
  '/segment profile',
  '/drivers metric:revenue by:weekday',
  '/network',
  '/campaign roi',
  '/campaign show "Voucher Gajian"',
  '/campaign timing',
  '/campaign budget campaign:"Voucher Gajian" amount:12M month:2026-04',
  '/campaign pacing',
  '/budget plan',
  '/digest',
];

type Drawn = { readonly line: string; readonly answer: Answer; readonly part: ChartPart };

let all: readonly Drawn[] | null = null;

/** Asked once for all tests. */
async function everyChart(): Promise<readonly Drawn[]> {
  if (all) return all;
  const { say, time } = demoHouse();
  const drawn: Drawn[] = [];
  for (const line of lines) {
    time.at += MINUTE_MS;
    const answer = await say(line, dina);
    for (const part of answer.parts) if (part.kind === 'chart') drawn.push({ line, answer, part });
  }
  all = drawn;
  return drawn;
}

describe('the charts of all commands', () => {
  it('are of every kind', { timeout: 60_000 }, async () => {
    const kinds = new Set((await everyChart()).map(({ part }) => part.chart.type));

    expect([...kinds].sort()).toEqual(
      ['bars', 'columns', 'flow', 'forecast', 'heat', 'lines', 'panels', 'scatter', 'tree', 'waterfall'].sort(),
    );
  });

  it('say under their title until when their data reach', async () => {
    const silent = (await everyChart()).filter(({ part }) => !/(^| · )[^·]+ · data until \d/.test(part.subtitle));

    expect(silent.map(({ line, part }) => `${line}: ${part.subtitle}`)).toEqual([]);
  });

  it('say what was found, with its figure, to those who cannot see them', async () => {
    const silent = (await everyChart()).filter(({ part }) => !/\d/.test(part.alt));

    expect(silent.map(({ line, part }) => `${line}: ${part.alt}`)).toEqual([]);
  });

  it('cover no word with another, and hold every word', async () => {
    for (const { line, answer, part } of await everyChart()) {
      const { words, width } = await wordsIn(vegaLiteSpec(part, answer));

      expect(overprints(words), line).toEqual([]);
      expect(width, line).toBeLessThan(830);
      expect(words.map(({ text }) => text).join(' '), line).not.toMatch(/undefined|NaN|\{\d\}/);
    }
  });
});
