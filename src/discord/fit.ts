import { count, plural, say } from '../../words/say.ts';
import { type Reader, tell } from '../../words/tell.ts';

/**
 * The longest text that fits: `write(kept)` says it with the first `kept` of `count` things, and counts the rest.
 * Null when even none of them fits.
 */
export function longestFit(count: number, room: number, write: (kept: number) => string): string | null {
  const whole = write(count);
  if (whole.length <= room) return whole;
  let best: string | null = null;
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const text = write(middle);
    if (text.length <= room) best = text;
    if (text.length <= room) low = middle + 1;
    else high = middle - 1;
  }
  return best;
}

/** Words that may be cut anywhere; says how many characters were. */
export function fitWords(text: string, room: number, write: (words: string) => string, reader: Reader): string | null {
  return longestFit(text.length, room, (kept) => {
    if (kept === text.length) return write(text);
    const end = /[\uD800-\uDBFF]/.test(text.charAt(kept - 1)) ? kept - 1 : kept;
    const left = text.length - end;
    return (
      write(text.slice(0, end)) +
      tell(plural(left, say`… 1 more character`, say`… ${count(left)} more characters`), reader)
    );
  });
}
