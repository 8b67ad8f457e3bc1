import { isAscii, isUtf8 } from 'node:buffer';
import { say } from '../../../words/say.ts';
import { UnreadableFile } from '../errors.ts';

export const saveAsCsv = say`Open it in the program it came from and save it as CSV (UTF-8).`;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** So many characters of UTF-8 say that it is UTF-8: no need to count on. */
const ENOUGH = 200;

/** Bytes that Windows-1252 gives no character. */
const undefinedIn1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * Finds out how a text is written while its bytes go by. A mark at the beginning says it; else UTF-8, if all of it is;
 * else Windows-1252, the code page of Excel in Europe and America, which holds Latin-1. A text that is UTF-8 for the
 * most part is damaged and not Windows-1252.
 *
 * @throws {UnreadableFile} on zero bytes and on bytes that no known way of writing explains, naming the line
 */
export function encodingDetector(): { see(chunk: Buffer): void; end(): Encoding } {
  let wide: Encoding | undefined;
  let carried: Buffer = Buffer.alloc(0);
  let isFirst = true;
  let line = 1;
  let firstBad = 0;
  const counts = { good: 0, bad: 0 };
  let isIn1252 = true;

  function check(bytes: Buffer, whole: number): void {
    const part = bytes.subarray(0, whole);
    if (isUtf8(part)) {
      if (counts.good < ENOUGH && !isAscii(part)) counts.good += foreignCharacters(part).good;
    } else {
      if (firstBad === 0) firstBad = line + newlines(bytes.subarray(0, firstBadByte(bytes)));
      const seen = foreignCharacters(part);
      counts.good += seen.good;
      counts.bad += seen.bad;
      isIn1252 &&= !undefinedIn1252.some((byte) => part.includes(byte));
    }
    line += newlines(part);
  }

  return {
    see(chunk) {
      if (isFirst) wide = wideMark(chunk);
      isFirst = false;
      if (wide) return;
      if (chunk.includes(0)) throw new UnreadableFile(say`The file is not text: it has zero bytes in it.`, saveAsCsv);
      const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
      const whole = wholeCharacters(bytes);
      check(bytes, whole);
      carried = Buffer.from(bytes.subarray(whole));
    },
    end() {
      if (wide) return wide;
      check(carried, carried.length);
      if (counts.bad === 0) return 'utf-8';
      if (isIn1252 && counts.bad > counts.good) return 'windows-1252';
      const reason = say`The file is neither UTF-8 nor Windows-1252: line ${String(firstBad)} has a byte that is no character.`;
      throw new UnreadableFile(reason, saveAsCsv);
    },
  };
}

/** The text as UTF-8, whatever it was written in. */
export async function* asUtf8(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') return yield* bytes;
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  const rest = decoder.decode();
  if (rest !== '') yield Buffer.from(rest);
}

/** UTF-16 says so by its mark, or every other byte of a Latin text is zero. */
function wideMark(start: Buffer): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(start.length, 512) >> 1;
  let [first, second] = [0, 0];
  for (let at = 0; at < pairs; at++) {
    if (start[2 * at] === 0) first++;
    if (start[2 * at + 1] === 0) second++;
  }
  if (pairs >= 8 && second > pairs * 0.7 && first < pairs * 0.05) return 'utf-16le';
  if (pairs >= 8 && first > pairs * 0.7 && second < pairs * 0.05) return 'utf-16be';
  return undefined;
}

/** Characters outside ASCII: those that are UTF-8, and bytes that are not. */
function foreignCharacters(bytes: Buffer): { readonly good: number; readonly bad: number } {
  const foreign = bytes.toString('utf8').match(/[^\0-\x7f]/gu) ?? [];
  const bad = foreign.filter((character) => character === '\ufffd').length;
  return { good: foreign.length - bad, bad };
}

/** How many bytes there are before a character that the end cuts. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (length > 1) return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function firstBadByte(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, wholeCharacters(part)))) good = middle;
    else bad = middle;
  }
  return good;
}

function newlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}
