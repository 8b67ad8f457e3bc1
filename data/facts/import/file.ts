import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, type Stats, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableFile } from '../errors.ts';

const READ_BYTES = 1 << 18;
/** Enough for the widest header seen in the wild, some 80 columns in two languages. */
const SAMPLE_BYTES = 1 << 16;

const saveAsCsv = 'Open it in the program it came from and save it as CSV (UTF-8).';

/** What was learned from reading a file once, before anything of it is stored. */
export type SourceFile = {
  readonly sha256: string;
  /** The beginning of the text. */
  readonly sample: string;
  /** The bytes of the text, unpacked. Rejects when the file is no longer the one that was inspected. */
  text(): AsyncGenerator<Buffer>;
};

/**
 * Reads the whole file once: its hash, and whether it is text in UTF-8, so that a file that is not is refused before a
 * row of it is stored. A gzip file is unpacked, whatever it is called.
 *
 * @throws {UnreadableFile} empty, not there, damaged, Excel, binary or not UTF-8
 */
export async function inspectFile(path: string): Promise<SourceFile> {
  const before = statFile(path);
  const packed = await isGzip(path, before);
  const hash = createHash('sha256');
  const isText = utf8Check();
  const sample: Buffer[] = [];
  let sampled = 0;

  for await (const chunk of read(path, packed, (bytes) => hash.update(bytes))) {
    if (sampled === 0) refuseForeignFormats(chunk);
    if (sampled < SAMPLE_BYTES) {
      sample.push(chunk);
      sampled += chunk.length;
    }
    if (chunk.includes(0)) throw new UnreadableFile('The file is not text: it has zero bytes in it.', saveAsCsv);
    isText(chunk);
  }
  isText(null);
  if (sampled === 0) throw new UnreadableFile('The file is empty.', 'Export it again.');

  return {
    sha256: hash.digest('hex'),
    sample: Buffer.concat(sample)
      .toString('utf8', 0, SAMPLE_BYTES)
      .replace(/^\uFEFF/, ''),
    async *text() {
      yield* read(path, packed);
      const after = statFile(path);
      if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
        throw new UnreadableFile('The file changed while it was being read.', 'Send it again when it is finished.');
      }
    },
  };
}

function statFile(path: string): Stats {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new UnreadableFile('There is no such file.', 'Check the path and send it again.');
  if (!stats.isFile()) throw new UnreadableFile('That is not a file.', 'Name one CSV file.');
  return stats;
}

async function isGzip(path: string, { size }: Stats): Promise<boolean> {
  if (size < 2) return false;
  for await (const start of createReadStream(path, { end: 1 })) return start[0] === 0x1f && start[1] === 0x8b;
  return false;
}

async function* read(path: string, packed: boolean, onBytes?: (bytes: Buffer) => void): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: READ_BYTES });
  if (onBytes) file.on('data', (bytes) => onBytes(bytes as Buffer));
  if (!packed) return yield* file;
  const text: Readable = file.pipe(createGunzip({ chunkSize: READ_BYTES }));
  file.on('error', (error) => text.destroy(error));
  try {
    yield* text;
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (!code?.startsWith('Z_')) throw error;
    throw new UnreadableFile('The gzip file is damaged or cut short.', 'Send it again, or send it unpacked.');
  } finally {
    file.destroy();
  }
}

/** Byte marks of what people send instead of CSV. */
const foreignFormats: readonly { readonly mark: Buffer; readonly what: string }[] = [
  { mark: Buffer.from('PK\x03\x04'), what: 'an Excel workbook or a zip archive' },
  { mark: Buffer.from('d0cf11e0', 'hex'), what: 'an old Excel workbook' },
  { mark: Buffer.from('%PDF'), what: 'a PDF' },
  { mark: Buffer.from('fffe', 'hex'), what: 'text in UTF-16, not UTF-8' },
  { mark: Buffer.from('feff', 'hex'), what: 'text in UTF-16, not UTF-8' },
];

function refuseForeignFormats(start: Buffer): void {
  const foreign = foreignFormats.find(({ mark }) => start.subarray(0, mark.length).equals(mark));
  if (foreign) throw new UnreadableFile(`The file is ${foreign.what}, not CSV.`, saveAsCsv);
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(start.toString('latin1', 0, 200))) {
    throw new UnreadableFile('The file is a web page, not CSV.', saveAsCsv);
  }
}

/** Checks chunk by chunk, null at the end; a character cut by the chunk's end is carried over. */
function utf8Check(): (chunk: Buffer | null) => void {
  let carried: Buffer = Buffer.alloc(0);
  let line = 1;
  return (chunk) => {
    const bytes = carried.length > 0 ? Buffer.concat([carried, chunk ?? Buffer.alloc(0)]) : (chunk ?? carried);
    const whole = chunk ? wholeCharacters(bytes) : bytes.length;
    if (!isUtf8(bytes.subarray(0, whole))) {
      const at = line + newlines(bytes.subarray(0, firstBadByte(bytes)));
      throw new UnreadableFile(`The file is not UTF-8: line ${at} has a byte that is no character.`, saveAsCsv);
    }
    line += newlines(bytes.subarray(0, whole));
    carried = Buffer.from(bytes.subarray(whole));
  };
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
