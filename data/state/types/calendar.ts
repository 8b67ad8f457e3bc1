import type { Words } from '../../../words/say.ts';
import type { Day, Instant } from '../../types/shop.ts';

export type CalendarKind = 'season' | 'holiday' | 'school' | 'promotion' | 'price' | 'closed';

/** Days that sell differently, or not at all (`closed`); both days inclusive. */
export type NewCalendarEntry = {
  readonly name: string;
  readonly kind: CalendarKind;
  readonly from: Day;
  readonly to: Day;
  /** ISO 3166; null is this shop's own. */
  readonly country: string | null;
  /** Who announced it, or who added it. */
  readonly source: Words;
};

export type CalendarEntry = NewCalendarEntry & { readonly id: number };

export type Calendar = {
  /** What holds for a shop in this country, by first day. */
  list(country: string | null): readonly CalendarEntry[];
  /** Null when there is one of this name that begins on the same day. */
  add(entry: NewCalendarEntry, at: Instant): CalendarEntry | null;
  /** Null when there is no such entry. */
  remove(id: number, at: Instant): CalendarEntry | null;
  /** Goes up with every change: what was computed with another is old. */
  version(): number;
  /** The calendar as it stood at a version. */
  at(version: number): Pick<Calendar, 'list' | 'version'>;
};
