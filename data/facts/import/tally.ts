import type { EpochDay } from '../../types/shop.ts';
import { type LineKind, lineKinds } from '../layouts/layout.ts';

const DAY_MS = 86_400_000;

/** One day of the roll-up while it is being added up. */
export type DayTally = { revenueMinor: number; orders: number; lines: number; lastSecond: number };

/** What an import counts while its rows go in: the report's figures and the daily roll-up. */
export type Tally = ReturnType<typeof startTally>;

/** The line as the tally sees it. */
type Counted = { readonly kind: LineKind; readonly amountMinor: number; readonly moment: { readonly local: number } };

/** An empty tally. */
export function startTally() {
  const days = new Map<EpochDay, DayTally>();
  const sums = {
    stored: 0,
    known: 0,
    corrected: 0,
    cancelledRows: 0,
    cancelledMinor: 0,
    anonymousRows: 0,
    anonymousMinor: 0,
    revenueMinor: 0,
    orders: 0,
  };
  let hasTimes = false;

  function dayAt(day: EpochDay): DayTally {
    let tally = days.get(day);
    if (!tally) {
      tally = { revenueMinor: 0, orders: 0, lines: 0, lastSecond: 0 };
      days.set(day, tally);
    }
    return tally;
  }

  return {
    sums,
    days,
    /** False when every row is at midnight: dates without a time of day. */
    hasTimes: () => hasTimes,
    line(line: Counted, isAnonymous: boolean) {
      const day = this.beside(line, isAnonymous);
      day.lines++;
      sums.stored++;
      if (isAnonymous) sums.anonymousRows++;
    },
    /** What a row tells beside itself: money, and no row. */
    beside({ kind, amountMinor, moment }: Counted, isAnonymous: boolean): DayTally {
      const isVoid = kind === lineKinds.void;
      const netMinor = isVoid ? 0 : amountMinor;
      const day = Math.floor(moment.local / DAY_MS);
      const second = Math.floor((moment.local - day * DAY_MS) / 1000);
      const tally = dayAt(day);
      tally.revenueMinor += netMinor;
      if (second > tally.lastSecond) tally.lastSecond = second;
      if (second > 0) hasTimes = true;
      sums.revenueMinor += netMinor;
      if (isVoid || kind === lineKinds.reversal) {
        sums.cancelledRows++;
        sums.cancelledMinor += isVoid ? -amountMinor : amountMinor;
      }
      if (isAnonymous) sums.anonymousMinor += netMinor;
      return tally;
    },
    /** An order number seen for the first time. */
    order() {
      sums.orders++;
    },
    /** The first sale of an order. */
    sale(day: EpochDay) {
      dayAt(day).orders++;
    },
  };
}
