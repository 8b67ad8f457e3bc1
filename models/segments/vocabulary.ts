import type { Transform } from './types.ts';

/** A way to tell groups apart in words. */
export type AxisWords = {
  readonly feature: string;
  readonly transform: Transform;
  /** Which end the first word of a row stands for. */
  readonly first: 'small' | 'large';
  /** Rows for one tier, two, three, four and five. Words of all axes are said in the order of `vocabulary`. */
  readonly words: readonly (readonly string[])[];
  /** Of the last two tiers, where their customers have stayed away for much longer than they ever do between two orders. */
  readonly longGone?: readonly [string, string];
};

/** In the order in which words are said; the last is the noun. How they are shown, `group-name.ts` says. */
export const vocabulary: readonly AxisWords[] = [
  {
    feature: 'recency',
    transform: 'log1p',
    first: 'small',
    words: [
      [''],
      ['active', 'lapsing'],
      ['active', 'cooling', 'lapsing'],
      ['active', 'recent', 'cooling', 'lapsing'],
      ['active', 'recent', 'cooling', 'lapsing', 'lapsed'],
    ],
    longGone: ['lapsed', 'lost'],
  },
  {
    feature: 'days from first to last',
    transform: 'log1p',
    first: 'large',
    words: [[''], ['long-standing', 'short-lived'], ['long-standing', 'settled', 'short-lived']],
  },
  {
    feature: 'frequency',
    transform: 'log1p',
    first: 'large',
    words: [
      [''],
      ['frequent', 'occasional'],
      ['frequent', 'regular', 'occasional'],
      ['frequent', 'regular', 'occasional', 'rare'],
      ['most frequent', 'frequent', 'regular', 'occasional', 'rare'],
    ],
  },
  {
    feature: 'promo share',
    transform: 'none',
    first: 'large',
    words: [[''], ['deal-seeking', 'full-price'], ['deal-seeking', 'occasional-deal', 'full-price']],
  },
  {
    feature: 'order size',
    transform: 'log1p',
    first: 'large',
    words: [[''], ['big-basket', 'small-basket'], ['big-basket', 'mid-basket', 'small-basket']],
  },
  {
    feature: 'products',
    transform: 'log1p',
    first: 'large',
    words: [[''], ['wide-range', 'narrow-range'], ['wide-range', 'mid-range', 'narrow-range']],
  },
  {
    feature: 'money',
    transform: 'log1p',
    first: 'large',
    words: [
      ['customers'],
      ['high spenders', 'low spenders'],
      ['high spenders', 'mid spenders', 'low spenders'],
      ['top spenders', 'high spenders', 'mid spenders', 'low spenders'],
      ['top spenders', 'high spenders', 'mid spenders', 'low spenders', 'lowest spenders'],
    ],
  },
];
