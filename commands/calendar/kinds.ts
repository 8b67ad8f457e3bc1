import type { CalendarKind } from '../../data/state/types.ts';

/** What people call each kind of entry, and type for it. */
export const kindNames: Readonly<Record<CalendarKind, string>> = {
  season: 'season',
  holiday: 'holiday',
  school: 'school holiday',
  promotion: 'promotion',
  price: 'other prices',
  closed: 'closed',
};
