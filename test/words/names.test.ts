import { describe, expect, it } from 'vitest';
import { kindName } from '../../commands/data/kind-names.ts';
import { titleOfTrait } from '../../commands/segments/trait-titles.ts';
import { layoutFields } from '../../data/facts/layouts/index.ts';
import { reports } from '../../data/facts/layouts/reports.ts';
import { titleOfFeature } from '../../models/segments/feature-words.ts';
import { shownName } from '../../models/segments/group-name.ts';
import { eventName } from '../../words/event-names.ts';
import { basisName, metricName } from '../../words/metric-names.ts';
import type { Words } from '../../words/say.ts';
import { tell } from '../../words/tell.ts';

const indonesian = (words: Words) => tell(words, { language: 'id', shop: null });
const untold = (names: readonly string[], shown: (name: string) => Words) =>
  names.filter((name) => typeof shown(name) === 'string');

/** What data calls things is a code: readers are told a name of it. A new layout, report or metric needs one. */
describe('what files tell', () => {
  const figures = reports.flatMap(({ metrics, rates }) => [...metrics, ...rates]);

  it('has a name for every kind of file', () => {
    const kinds = [...layoutFields.map(({ layout }) => layout), ...reports.map(({ source }) => source)];
    expect(untold(kinds, kindName)).toEqual([]);
    expect(indonesian(kindName('shopee voucher'))).toBe('voucher Shopee');
    expect(indonesian(kindName('order lines'))).toBe('baris pesanan');
  });

  it('has a name for every figure of a report, alone and with its basis', () => {
    const days = reports.flatMap(({ metrics }) =>
      metrics.flatMap(({ adds }) => (typeof adds === 'string' ? adds : [])),
    );
    expect(untold([...figures.flatMap(({ name, key }) => [name, key]), ...days], metricName)).toEqual([]);
    expect(
      untold(
        figures.flatMap(({ basis }) => (basis === '' ? [] : basis)),
        basisName,
      ),
    ).toEqual([]);
    expect(indonesian(metricName('Orders (placed)'))).toBe('Pesanan (dibuat)');
  });

  it('leaves what a file alone calls so as the file does', () => {
    expect(titleOfTrait('shoe size')).toBe('shoe size');
    const odd = 'constructor';
    for (const shown of [titleOfTrait, kindName, metricName, basisName, eventName, titleOfFeature, shownName])
      expect(shown(odd)).toBe(odd);
    expect(indonesian(titleOfTrait('spent on wines'))).toBe('Belanja anggur');
    expect(indonesian(titleOfTrait('marital status'))).toBe('Status pernikahan');
  });
});
