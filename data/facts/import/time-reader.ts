import { say } from '../../../words/say.ts';
import { zoneClock } from '../../days.ts';
import type { Instant } from '../../types/shop.ts';
import type { Moment } from '../layouts/layout.ts';
import type { Unreadable, WrittenTime } from './cells.ts';
import { empty } from './cells.ts';

/**
 * Reads moments written by the wall clock of the file's zone, and places them on the shop's. What is not before
 * `before` has not happened yet and is unreadable.
 */
export function timeReader({
  fileZone,
  shopZone,
  before,
  read: readWritten,
}: {
  readonly fileZone: string;
  readonly shopZone: string;
  readonly before: Instant;
  read(text: string): WrittenTime | Unreadable;
}): (text: string) => Moment | Unreadable {
  const fileClock = zoneClock(fileZone);
  const shopClock = zoneClock(shopZone);
  let lastText = '';
  let last: Moment | Unreadable = empty;

  function read(text: string): Moment | Unreadable {
    const time = readWritten(text);
    if ('reason' in time) return time;
    const instant = time.kind === 'instant' ? time.instant : fileClock.instantOf(time.local);
    if (instant > before) return { reason: say`is in the future` };
    const isShopClock = time.kind === 'local' && fileZone === shopZone;
    return { instant, local: isShopClock ? time.local : shopClock.localOf(instant) };
  }

  return (text) => {
    // The lines of an order stand together and share their time.
    if (text !== lastText) {
      last = read(text);
      lastText = text;
    }
    return last;
  };
}
