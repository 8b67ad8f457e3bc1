import type { CalendarKind } from '../../data/state/types.ts';
import { say } from '../../words/say.ts';

/** What people call each kind of entry, and type for it. */
export const kindNames: Readonly<Record<CalendarKind, string>> = {
  season: 'season',
  holiday: 'holiday',
  school: say`school holiday`,
  promotion: 'promotion',
  price: say`other prices`,
  closed: 'closed',
};
