import { describe, expect, it } from 'vitest';
import {
  change,
  count,
  days,
  instant,
  lines,
  listed,
  money,
  named,
  period,
  plural,
  say,
  sentences,
  share,
  type Words,
} from '../../words/say.ts';
import { inEnglish, type Language, tell, toldIn } from '../../words/tell.ts';

const shop = { currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG' };
const inBoth = (words: Parameters<typeof tell>[0]) =>
  (['en', 'id'] as const).map((language: Language) => tell(words, { language, shop }).replaceAll('\u00a0', ' '));

describe('telling', () => {
  it('writes numbers, money and dates as the language does', () => {
    expect(inBoth(say`${money(152_400_000)} ${count(12_480)} ${change(-0.125)}`)).toEqual([
      'IDR 152M 12,480 −13%',
      'IDR 152 jt 12.480 −13%',
    ]);
    // Indonesian would shorten it to 1,5 M, and 1.5M is what people type for a thousandth of it.
    expect(inBoth(say`${money(1_500_000_000)}`)).toEqual(['IDR 1.5B', 'IDR 1,5 miliar']);
    expect(inBoth(say`${period('2026-11-09', '2026-11-15')} ${days(1)} ${days(3)}`)).toEqual([
      '9–15 Nov 2026 1 day 3 days',
      '9–15 Nov 2026 1 hari 3 hari',
    ]);
    expect(inBoth(say`${instant(Date.UTC(2026, 10, 16, 1, 0))}`)[0]).toContain('16 Nov 2026');
    expect(inBoth(say`${money(null)}`)).toEqual(['–', '–']);
    expect(inBoth(say`${share(0)} ${share(0.0003)} ${share(0.0006)}`)).toEqual(['0% <0.1% 0.1%', '0% <0,1% 0,1%']);
  });

  it('joins lists as the language does, and whole sentences by a blank or a line', () => {
    expect(inBoth(say`${listed(['Dina', 'Raka', 'Sari'].map(named), 'or')}`)).toEqual([
      'Dina, Raka or Sari',
      'Dina, Raka, atau Sari',
    ]);
    expect(inEnglish(sentences(say`One.`, null, named('Two.')))).toBe('One. Two.');
    expect(inEnglish(lines([named('a'), null, named('b')]))).toBe('a\nb');
  });

  it('chooses the English form by the number', () => {
    const of = (n: number) => inEnglish(plural(n, say`${count(n)} file`, say`${count(n)} files`));
    expect([of(0), of(1), of(2)]).toEqual(['0 files', '1 file', '2 files']);
  });

  it('leaves what people wrote as it is, braces and all, and what JSON has kept', () => {
    const words = say`There is no command "${named('{0} {1} $&')}"`;
    expect(tell(JSON.parse(JSON.stringify(words)), { language: 'id', shop })).toBe('Tidak ada perintah "{0} {1} $&"');
  });

  it('tells every sentence inside a thing, and touches nothing else', () => {
    const thing = {
      title: say`There is no command "${named('x')}"`,
      rows: [[say`${count(1200)}`, 3, null, 'as it is']],
      at: 5,
    };
    expect(toldIn(thing, { language: 'id', shop })).toEqual({
      title: 'Tidak ada perintah "x"',
      rows: [['1.200', 3, null, 'as it is']],
      at: 5,
    });
  });

  it('is refused by the compiler for English that nobody could translate', () => {
    const every = 'week' as 'day' | 'week';
    const told: readonly Words[] = [
      named('Ask an admin.'),
      // @ts-expect-error: not a sentence, and nobody's name
      'Ask an admin.',
      // @ts-expect-error: a code of ours has words of its own
      say`It looks at every ${every}.`,
      // @ts-expect-error: in a list too
      say`${listed([every])}`,
    ];
    expect(told.map(inEnglish)).toEqual(['Ask an admin.', 'Ask an admin.', 'It looks at every week.', 'week']);
  });
});
