import type { CalendarKind } from '../../data/state/types/calendar.ts';
import { type Said, say } from '../../words/say.ts';

/** What people call each kind of entry. */
export const kindNames: Readonly<Record<CalendarKind, Said>> = {
  season: say`season`,
  holiday: say`holiday`,
  school: say`school holiday`,
  promotion: say`promotion`,
  price: say`other prices`,
  closed: say`closed`,
};
