import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Upload } from '../../commands/call.ts';
import { count, say, type Words } from '../../words/say.ts';
import { inEnglish } from '../../words/tell.ts';

/** Where Discord keeps what people attach. Nothing else is ever fetched. */
export const discordFiles: readonly string[] = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];
export const DEFAULT_MAX_UPLOAD_BYTES = 100 * 1024 * 1024;
const TIMEOUT_MS = 120_000;

/** A file that was not taken, in words for the person. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
  readonly says: Words;
  constructor(says: Words, options?: ErrorOptions) {
    super(inEnglish(says), options);
    this.says = says;
  }
}

export type Attachment = { readonly name: string; readonly url: string; readonly size: number };
/** A file on disk until `remove` is called. */
export type Received = { readonly upload: Upload; remove(): Promise<void> };

/**
 * Fetches an attachment to a temporary file. The size Discord states is not trusted: bytes are counted as they come.
 *
 * @throws {UploadRefused} when the file is too large, or its address is not one of `origins`
 */
export async function receive(
  { name, url, size }: Attachment,
  { origins, maxBytes }: { readonly origins: readonly string[]; readonly maxBytes: number },
): Promise<Received> {
  const megabytes = count(Math.floor(maxBytes / 1024 / 1024));
  const tooLarge = say`The file is larger than ${megabytes} MB. Compress it with gzip, or import it at the terminal: npm run ask -- '/import file:PATH'.`;
  if (size > maxBytes) throw new UploadRefused(tooLarge);
  if (!origins.includes(new URL(url).origin)) throw new UploadRefused(say`The file does not lie with Discord.`);

  const folder = await mkdtemp(join(tmpdir(), 'sextant-discord-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, `upload${ending(name)}`);
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > maxBytes ? new UploadRefused(tooLarge) : null, chunk);
    },
  });
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok || !response.body)
      throw new UploadRefused(say`Discord did not hand the file over (HTTP ${String(response.status)}).`);
    await pipeline(Readable.fromWeb(response.body), counter, createWriteStream(path, { mode: 0o600 }));
    return { upload: { name, path }, remove };
  } catch (error) {
    await remove();
    if (error instanceof UploadRefused) throw error;
    throw new UploadRefused(say`The file could not be fetched from Discord. Please send it again.`, { cause: error });
  }
}

/** Tells the importer whether to unpack; nothing else of a foreign name reaches the disk. */
function ending(name: string): string {
  return /(?:\.(?:csv|tsv|txt|json|xlsx))?(?:\.gz|\.zip)?$/i.exec(name)?.[0].toLowerCase() ?? '';
}
