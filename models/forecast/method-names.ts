import { type Said, say } from '../../words/say.ts';
import type { ForecastMethod } from './types.ts';

/** What a method is called inside a sentence, and in a list of several: short, and without a comma. */
export const methodNames: Readonly<Record<ForecastMethod, Said>> = {
  'seasonal-naive': say`repeating last week`,
  combination: say`the combination`,
  ses: say`smoothed recent days`,
  median: say`recent medians`,
  ets: say`ETS`,
  theta: say`theta`,
  dotm: say`dynamic theta`,
  ces: say`smoothed level and trend`,
  ar: say`autoregression`,
  analogue: say`last year`,
  mstl: say`MSTL`,
  prophet: say`Prophet`,
};
