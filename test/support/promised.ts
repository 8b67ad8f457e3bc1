import type { Connection } from '../../data/database.ts';
import { epochDay } from '../../models/days.ts';
import { DAY_MS, NOON } from './clock.ts';

const WEEK_MS = 7 * DAY_MS;

/** Ten weeks before the shop's data end: what comes after is already there, and not known yet. */
export const SHIFTED_AT = NOON - 10 * WEEK_MS;
/** The first whole week of a shift that is carried out then. */
export const FIRST_WEEK = '2026-02-16';

/** From the first week on, campaigns sold so many times what they really did. */
export function sell(db: Connection, times: number): void {
  const change = db.prepare(
    'UPDATE sale_order SET net_minor = round(net_minor * ?) WHERE campaign_id IS NOT NULL AND day >= ?',
  );
  change.run(times, epochDay(FIRST_WEEK));
}

/** The Tuesday after so many whole weeks of the shift, at noon. */
export const afterWeeks = (count: number) => Date.parse(`${FIRST_WEEK}T05:00:00Z`) + count * WEEK_MS + DAY_MS;
