import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Upload } from '../../commands/call.ts';
import { count, say, type Words } from '../../words/say.ts';
import { inEnglish } from '../../words/tell.ts';

const LONGEST_NAME = 120;

export class UploadTooLarge extends Error {
  readonly says: Words;
  constructor(maxBytes: number) {
    const says = say`The file is over ${count(Math.floor(maxBytes / 1024 ** 2))} MB. Import it at the terminal: npm run ask -- '/import file:PATH'.`;
    super(inEnglish(says));
    this.says = says;
    this.name = 'UploadTooLarge';
  }
}

/**
 * Writes what arrives straight to disk, lends it to `use`, and removes it, whatever happens.
 *
 * @throws {UploadTooLarge} as soon as one byte more than allowed has come
 */
export async function withUpload<Result>(
  arriving: { readonly body: ReadableStream; readonly name: string; readonly maxBytes: number },
  use: (upload: Upload) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'sextant-upload-'));
  try {
    const path = join(folder, 'file');
    await pipeline(
      Readable.fromWeb(arriving.body),
      atMost(arriving.maxBytes),
      createWriteStream(path, { mode: 0o600 }),
    );
    return await use({ name: plainName(arriving.name), path });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function atMost(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(new UploadTooLarge(maxBytes));
      else done(null, chunk);
    },
  });
}

/** A name to show, never a place to write to. */
function plainName(typed: string): string {
  const name = basename(typed.replaceAll('\\', '/')).replace(/[\p{Cc}\p{Cf}]/gu, '');
  return name.slice(-LONGEST_NAME) || 'upload';
}
