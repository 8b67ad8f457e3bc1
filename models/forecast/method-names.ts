import { type Said, say } from '../../words/say.ts';
import type { ForecastMethod } from './types.ts';

/** What a method is called inside a sentence. */
export const methodNames: Readonly<Record<ForecastMethod, Said>> = {
  'seasonal-naive': say`repeating last week`,
  combination: say`the combination`,
  ses: say`recent days, the newest counting most (exponential smoothing)`,
  median: say`recent medians`,
  ets: say`ETS`,
  theta: say`theta`,
  dotm: say`dynamic theta`,
  ces: say`level and weekdays carried on (complex exponential smoothing)`,
  ar: say`autoregression`,
  analogue: say`last year`,
  mstl: say`MSTL`,
  prophet: say`Prophet`,
};
