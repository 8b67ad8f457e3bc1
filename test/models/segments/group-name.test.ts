import { expect, it } from 'vitest';
import { shownName } from '../../../models/segments/group-name.ts';
import { vocabulary } from '../../../models/segments/vocabulary.ts';
import { inEnglish, tell } from '../../../words/tell.ts';

const inIndonesian = (name: string) => tell(shownName(name), { language: 'id', shop: null });

it('tells every name that can be made, in both languages', () => {
  const names = vocabulary.slice(0, -1).flatMap((axis) =>
    [...axis.words.flat(), ...(axis.longGone ?? [])].flatMap((word) =>
      vocabulary
        .at(-1)!
        .words.flat()
        .map((noun) => `${word} ${noun}`.trim()),
    ),
  );
  for (const name of names) {
    expect(inEnglish(shownName(name))).toBe(name.charAt(0).toUpperCase() + name.slice(1));
    expect(inIndonesian(name)).not.toMatch(/spenders|customers/);
  }
});

it('tells names of several words, and of groups that nothing tells apart', () => {
  expect(inEnglish(shownName('active most frequent deal-seeking high spenders 2 (new)'))).toBe(
    'Active most frequent deal-seeking high spenders 2 (new)',
  );
  expect(inIndonesian('lapsed frequent low spenders 2 (new)')).toBe(
    'Pembelanja kecil sering memesan yang sudah pergi 2 (baru)',
  );
});

it('leaves names that people gave as they are', () => {
  for (const name of ['VIP', 'lebaran people', 'active', 'spenders 2', 'Active VIP (new)']) {
    expect(shownName(name)).toBe(name);
  }
});
