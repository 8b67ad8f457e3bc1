import { createInflateRaw } from 'node:zlib';
import { count, say } from '../../../words/say.ts';
import { TooLarge, UnreadableFile } from '../errors.ts';
import type { ImportLimits } from './limits.ts';

/** A file in a zip file, packed. */
export type ZipPart = {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
  readonly size: number;
};

const STORED = 0;
const DEFLATED = 8;
const again = say`Pack it again without a password, or send what is in it.`;

/**
 * The parts that a zip file's directory lists.
 *
 * @throws {UnreadableFile} damaged, with a password, or packed in an unusual way
 * @throws {TooLarge} when there are too many, or it says that it unpacks to too much
 */
export function zipParts(bytes: Buffer, limits: ImportLimits): readonly ZipPart[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  if (end < 0 || end + 22 > bytes.length) throw cutShort();
  const entries = bytes.readUInt16LE(end + 10);
  if (entries > limits.workbookParts) {
    throw new TooLarge(say`The zip file has ${count(entries)} parts: that is no table.`);
  }
  const parts: ZipPart[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let part = 0; part < entries; part++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw cutShort();
    const method = bytes.readUInt16LE(at + 10);
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new UnreadableFile(say`The zip file has a password.`, again);
    if (method !== STORED && method !== DEFLATED) {
      throw new UnreadableFile(say`The zip file is packed in an unusual way.`, again);
    }
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) throw cutShort();
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (from + packed > bytes.length) throw cutShort();
    parts.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method,
      packed: bytes.subarray(from, from + packed),
      size,
    });
    at += 46 + nameLength + extra + comment;
  }
  if (parts.reduce((sum, { size }) => sum + size, 0) > limits.workbookUnpackedBytes) throw tooLarge(limits);
  return parts;
}

/**
 * What a part holds, unpacked: counted on the way, because the sizes that a zip file tells of itself may be lies.
 *
 * @throws {UnreadableFile} damaged
 * @throws {TooLarge}
 */
export async function* unpacked({ packed, method }: ZipPart, limits: ImportLimits): AsyncGenerator<Buffer> {
  if (method === STORED) return yield packed;
  const inflate = createInflateRaw({ chunkSize: 1 << 18 });
  inflate.end(packed);
  let left = limits.workbookUnpackedBytes;
  try {
    for await (const chunk of inflate) {
      left -= (chunk as Buffer).length;
      if (left < 0) throw tooLarge(limits);
      yield chunk as Buffer;
    }
  } catch (error) {
    const { code } = error as { readonly code?: string };
    throw code?.startsWith('Z_') ? cutShort() : error;
  } finally {
    inflate.destroy();
  }
}

function cutShort(): UnreadableFile {
  return new UnreadableFile(say`The zip file is damaged or cut short.`, say`Send it again.`);
}

function tooLarge({ workbookUnpackedBytes }: ImportLimits): TooLarge {
  return new TooLarge(say`The zip file unpacks to more than ${count(workbookUnpackedBytes / 2 ** 20)} MB.`);
}
