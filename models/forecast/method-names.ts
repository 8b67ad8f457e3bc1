import type { ForecastMethod } from './types.ts';

/** What a method is called inside a sentence. */
export const methodNames: Readonly<Record<ForecastMethod, string>> = {
  'seasonal-naive': 'repeating last week',
  combination: 'the combination',
  ses: 'simple smoothing',
  median: 'recent medians',
  ets: 'ETS',
  theta: 'theta',
  dotm: 'dynamic theta',
  ces: 'complex smoothing',
  ar: 'autoregression',
  analogue: 'last year',
  mstl: 'MSTL',
  prophet: 'Prophet',
};
