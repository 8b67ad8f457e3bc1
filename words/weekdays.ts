import { type Said, say } from './say.ts';

/** Monday is 1, Sunday 7, as in ISO 8601. */
export const weekdays: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, Said>> = {
  1: say`Monday`,
  2: say`Tuesday`,
  3: say`Wednesday`,
  4: say`Thursday`,
  5: say`Friday`,
  6: say`Saturday`,
  7: say`Sunday`,
};
