import type { Day } from '../../data/types/shop.ts';
import type { CalendarEvent } from '../../models/forecast/events.ts';

/** What is assumed of the coming days that the history does not tell. */
export type WhatIf = {
  /** A promotion with all its days, past ones to learn from and coming ones. Null: promotions go on as they did. */
  readonly promotion: (CalendarEvent & { readonly plan: string }) | null;
  /** Sells so much more than is expected: 0.1 is a tenth. */
  readonly growth: number;
  /** Coming days without trade, beside those of the calendar. */
  readonly closedDays: readonly Day[];
};

export const asItGoes: WhatIf = { promotion: null, growth: 0, closedDays: [] };

/** What is assumed, in a receipt. Nothing assumed leaves no trace in it. */
export function assumed({ promotion, growth, closedDays }: WhatIf) {
  return {
    ...(promotion && { promotion: `${promotion.name} ${promotion.plan}` }),
    ...(growth !== 0 && { growth: `${growth > 0 ? '+' : '−'}${Math.abs(Math.round(growth * 1000) / 10)}%` }),
    ...(closedDays.length > 0 && { closed: closedDays.join(' ') }),
  };
}
