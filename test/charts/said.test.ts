import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { vegaLiteSpec } from '../../src/charts/spec.ts';
import type { Answer, ChartPart } from '../../src/told.ts';
import { demoHouse, dina } from '../support/house.ts';
import { overprints, wordsIn } from './words-in.ts';

const MINUTE_MS = 60_000;
/** What draws only when asked for more, or once something was typed. */
const more = [
  '/forecast show:components',
  '/segment by:rfm',
  '/campaign budget campaign:"Voucher Gajian" amount:12M month:2026-04',
  '/campaign pacing',
];

/** Every chart that the commands' own examples draw of the demo shop. */
describe('the charts of all commands', () => {
  const drawn: { readonly line: string; readonly answer: Answer; readonly part: ChartPart }[] = [];

  beforeAll(async () => {
    const { say, time } = demoHouse();
    for (const line of [...commands.map(({ examples }) => `/${examples[0]}`), ...more]) {
      time.at += MINUTE_MS;
      const answer = await say(line, dina);
      for (const part of answer.parts) if (part.kind === 'chart') drawn.push({ line, answer, part });
    }
  }, 60_000);

  it('are of every kind', () => {
    const kinds = new Set(drawn.map(({ part }) => part.chart.type));

    expect([...kinds].sort()).toEqual(
      ['bars', 'columns', 'flow', 'forecast', 'heat', 'lines', 'panels', 'scatter', 'tree', 'waterfall'].sort(),
    );
  });

  it('say under their title until when their data reach', () => {
    const silent = drawn.filter(({ part }) => !/(^| · )[^·]+ · data until \d/.test(part.subtitle));

    expect(silent.map(({ line, part }) => `${line}: ${part.subtitle}`)).toEqual([]);
  });

  it('say what was found, with its figure, to those who cannot see them', () => {
    const silent = drawn.filter(({ part }) => !/\d/.test(part.alt));

    expect(silent.map(({ line, part }) => `${line}: ${part.alt}`)).toEqual([]);
  });

  it('cover no word with another, and hold every word', async () => {
    for (const { line, answer, part } of drawn) {
      const { words, width } = await wordsIn(vegaLiteSpec(part, answer));

      expect(overprints(words), line).toEqual([]);
      expect(width, line).toBeLessThan(830);
      expect(words.map(({ text }) => text).join(' '), line).not.toMatch(/undefined|NaN|\{\d\}/);
    }
  });
});
