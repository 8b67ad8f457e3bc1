import { createHash } from 'node:crypto';
import { createReadStream, type Stats, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { count, type Said, say, type Words } from '../../../words/say.ts';
import { TooLarge, UnreadableFile } from '../errors.ts';
import { csvTable } from './csv.ts';
import { asUtf8, type Encoding, encodingDetector, saveAsCsv } from './encoding.ts';
import { type ImportLimits, importLimits } from './limits.ts';
import type { NamedSource, SourceFile } from './source.ts';
import { isWorkbook, workbookTables } from './workbook.ts';
import { unpacked, type ZipPart, zipParts } from './zip.ts';

/** Some thousand rows: they are read, taken in and forgotten while they are in the processor's own memory. */
const READ_BYTES = 1 << 16;
/** Enough for the widest header seen in the wild, some 80 columns in two languages, and fifty rows after it. */
const SAMPLE_BYTES = 1 << 16;

/**
 * Looks a file through once: its hash, what it is and how it is written, so that what cannot be read is refused before a
 * row of it is stored. The name says nothing: a gzip file is unpacked and a workbook opened, whatever they are called.
 *
 * @throws {UnreadableFile} empty, not there, damaged, binary, a web page, or in no known encoding
 * @throws {TooLarge}
 */
export async function inspectFile(path: string, limits: ImportLimits = importLimits): Promise<SourceFile> {
  const before = statFile(path);
  if (before.size > limits.fileBytes) {
    throw new TooLarge(say`The file has ${megabytes(before.size)}; up to ${megabytes(limits.fileBytes)} are read.`);
  }
  const start = await firstBytes(path, before);
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  const hash = createHash('sha256');
  const seen = lookThrough();
  const whole: Buffer[] = [];
  let isZip = false;
  let size = 0;

  for await (const chunk of read(path, packed, (bytes) => hash.update(bytes))) {
    if (size === 0) {
      isZip = chunk.subarray(0, 4).equals(zipMark);
      if (!isZip) refuseForeignFormats(chunk);
    }
    if (isZip) whole.push(chunk);
    else seen.see(chunk);
    size += chunk.length;
    refuseBomb(size, before.size, isZip, limits);
  }
  if (size === 0) throw new UnreadableFile(say`The file is empty.`, say`Export it again.`);
  const sha256 = hash.digest('hex');
  if (isZip) return inspectZip(Buffer.concat(whole), sha256, limits);

  const { encoding, text } = seen.end();
  // A reading that is given up still gets a piece or two: each counts its own.
  let latest = { bytes: 0 };
  async function* bytes(): AsyncGenerator<Buffer> {
    const mine = { bytes: 0 };
    latest = mine;
    const counted = (piece: Buffer) => {
      mine.bytes += piece.length;
    };
    yield* asUtf8(read(path, packed, counted), encoding);
    const after = statFile(path);
    if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
      throw new UnreadableFile(say`The file changed while it was being read.`, say`Send it again when it is finished.`);
    }
  }
  return {
    sha256,
    tables: [csvTable({ sample: text, bytes }, limits)],
    share: () => Math.min(1, latest.bytes / before.size),
    notes: notesOn(encoding),
  };
}

/** Collects from the bytes of a text how it is written, and its beginning. */
function lookThrough() {
  const detector = encodingDetector();
  const sample: Buffer[] = [];
  let size = 0;
  return {
    see(chunk: Buffer) {
      if (size < SAMPLE_BYTES) sample.push(chunk);
      size += chunk.length;
      detector.see(chunk);
    },
    end(): { readonly encoding: Encoding; readonly text: string } {
      const encoding = detector.end();
      const text = decode(Buffer.concat(sample).subarray(0, SAMPLE_BYTES), encoding);
      if (/^\s*<(!doctype|html|\?xml|table|head|meta)/i.test(text)) refuseWebPage();
      return { encoding, text };
    },
  };
}

/** A workbook, or an archive whose files are looked at one by one. */
async function inspectZip(bytes: Buffer, sha256: string, limits: ImportLimits): Promise<SourceFile> {
  const parts = zipParts(bytes, limits);
  const share = () => null;
  if (isWorkbook(parts)) return { sha256, tables: await workbookTables(bytes, parts, limits), share, notes: [] };
  const members: NamedSource[] = [];
  const unread: string[] = [];
  let left = limits.workbookUnpackedBytes;
  for (const part of parts.filter(({ name }) => !/(^|\/)(\.|__MACOSX\/)|\/$/.test(name))) {
    if (!/\.(csv|tsv|txt)$/i.test(part.name)) {
      unread.push(part.name);
      continue;
    }
    const inside = { ...limits, workbookUnpackedBytes: left };
    const source = await inspectMember(part, inside, (size) => {
      left -= size;
    });
    members.push({ name: part.name, source });
  }
  if (members.length === 0) {
    throw new UnreadableFile(
      say`The file is a zip archive without a CSV in it.`,
      say`Unpack it and send the files in it.`,
    );
  }
  return { sha256, tables: [], share, notes: unread.length > 0 ? [say`Not read: ${unread.join(', ')}.`] : [], members };
}

async function inspectMember(
  part: ZipPart,
  limits: ImportLimits,
  onBytes: (read: number) => void,
): Promise<SourceFile> {
  const hash = createHash('sha256');
  const seen = lookThrough();
  for await (const chunk of unpacked(part, limits)) {
    hash.update(chunk);
    seen.see(chunk);
    onBytes(chunk.length);
  }
  const { encoding, text } = seen.end();
  const bytes = () => asUtf8(unpacked(part, limits), encoding);
  return {
    sha256: hash.digest('hex'),
    tables: [csvTable({ sample: text, bytes }, limits)],
    share: () => null,
    notes: notesOn(encoding),
  };
}

function notesOn(encoding: Encoding): readonly Said[] {
  if (encoding === 'utf-8') return [];
  if (encoding !== 'windows-1252') return [say`Read as ${encoding.toUpperCase()}.`];
  return [say`Read as Windows-1252, because it is not UTF-8: look at a name with an accent.`];
}

function decode(sample: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(sample);
}

function statFile(path: string): Stats {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new UnreadableFile(say`There is no such file.`, say`Check the path and send it again.`);
  if (!stats.isFile()) throw new UnreadableFile(say`That is not a file.`, say`Name one CSV file or one workbook.`);
  return stats;
}

async function firstBytes(path: string, { size }: Stats): Promise<Buffer> {
  if (size < 2) return Buffer.alloc(0);
  for await (const start of createReadStream(path, { end: 1 })) return start as Buffer;
  return Buffer.alloc(0);
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
    throw new UnreadableFile(say`The gzip file is damaged or cut short.`, say`Send it again, or send it unpacked.`);
  } finally {
    file.destroy();
  }
}

/** A workbook or an archive is held in memory whole; a text is not. */
function refuseBomb(size: number, packedSize: number, isZip: boolean, limits: ImportLimits): void {
  if (isZip && size > limits.workbookBytes) {
    throw new TooLarge(say`The workbook or archive has more than ${megabytes(limits.workbookBytes)}.`);
  }
  const isBomb = size > limits.packingFreeBytes && size > packedSize * limits.packing;
  if (size > limits.unpackedBytes || isBomb) {
    throw new TooLarge(say`The file unpacks to more than ${megabytes(size)}: that is no list of orders.`);
  }
}

function megabytes(bytes: number): Words {
  return say`${count(Math.floor(bytes / 2 ** 20))} MB`;
}

const zipMark = Buffer.from('PK\x03\x04');

/** Byte marks of what people send instead of a table. */
const foreignFormats: readonly { readonly mark: Buffer; readonly what: string }[] = [
  { mark: Buffer.from('PK\x05\x06'), what: 'an empty zip archive' },
  { mark: Buffer.from('d0cf11e0', 'hex'), what: 'an old Excel workbook (.xls), or one with a password' },
  { mark: Buffer.from('%PDF'), what: 'a PDF' },
  { mark: Buffer.from('89504e47', 'hex'), what: 'a picture' },
  { mark: Buffer.from('ffd8ff', 'hex'), what: 'a picture' },
];

function refuseForeignFormats(start: Buffer): void {
  const foreign = foreignFormats.find(({ mark }) => start.subarray(0, mark.length).equals(mark));
  if (foreign) throw new UnreadableFile(say`The file is ${foreign.what}, not CSV or .xlsx.`, saveAsCsv);
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(start.toString('latin1', 0, 200))) refuseWebPage();
}

function refuseWebPage(): never {
  throw new UnreadableFile(say`The file is a web page, not CSV, whatever it is called.`, saveAsCsv);
}
