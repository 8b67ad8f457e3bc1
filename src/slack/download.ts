import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Upload } from '../../commands/call.ts';
import { count, say, type Words } from '../../words/say.ts';
import { inEnglish } from '../../words/tell.ts';
import type { Wire } from './wire.ts';

/** Larger files are for the terminal: a chat upload of this size already takes minutes. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;
const DOWNLOAD_TIMEOUT_MS = 120_000;

/** A file as Slack names it in a submitted form. Only the id can be relied on. */
export type SlackFile = {
  readonly id: string;
  readonly name?: string;
  readonly size?: number;
  readonly url_private_download?: string;
};

/** Why a file was not taken, in words for the person. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  readonly says: Words;
  constructor(says: Words) {
    super(inEnglish(says));
    this.says = says;
  }
}

/** Whether a file is too large to be taken at all, in words for the person. */
export function tooLarge(size: number | undefined): Words | null {
  if (size === undefined || size <= MAX_FILE_BYTES) return null;
  return say`The file has ${count(megabytes(size))} MB; up to ${count(megabytes(MAX_FILE_BYTES))} MB can come by chat. Import it at the terminal: npm run ask -- '/import file:PATH'.`;
}

/**
 * Brings a file from Slack onto disk, hands it to `use`, and removes it. The token is shown to Slack's file host and
 * to no other, whatever address the file names.
 */
async function withFile<T>(wire: Wire, file: SlackFile, use: (upload: Upload) => Promise<T>): Promise<T> {
  const address = file.url_private_download ?? (await addressOf(wire, file.id));
  if (!URL.canParse(address) || new URL(address).origin !== wire.filesOrigin) {
    throw new NotTaken(say`The file does not lie with Slack itself. Download it and upload it here.`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'sextant-slack-'));
  try {
    const path = join(folder, `upload${extension(file.name ?? '')}`);
    await fetchTo(path, address, wire.token);
    return await use({ name: file.name ?? file.id, path });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same for several files, one after the other. */
export function withFiles<T>(
  wire: Wire,
  [first, ...others]: readonly SlackFile[],
  use: (uploads: readonly Upload[]) => Promise<T>,
): Promise<T> {
  if (!first) return use([]);
  return withFile(wire, first, (upload) => withFiles(wire, others, (uploads) => use([upload, ...uploads])));
}

/** In shared channels Slack leaves the address out and wants to be asked for it. */
async function addressOf({ client }: Wire, id: string): Promise<string> {
  const { file } = await client.files.info({ file: id });
  return file?.url_private_download ?? '';
}

async function fetchTo(path: string, address: string, token: string): Promise<void> {
  // Without the scope files:read Slack redirects to its sign-in page.
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
  });
  if (answer.status >= 300 && answer.status < 400) {
    throw new NotTaken(
      say`Slack did not let Sextant read the file: the app lacks the files:read scope, or is not in that channel.`,
    );
  }
  if (!answer.ok || !answer.body)
    throw new NotTaken(say`Slack did not hand the file out (HTTP ${String(answer.status)}).`);
  await pipeline(Readable.fromWeb(answer.body), atMost(MAX_FILE_BYTES), createWriteStream(path, { mode: 0o600 }));
}

function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      const problem = seen > bytes ? tooLarge(seen) : null;
      done(problem === null ? null : new NotTaken(problem), chunk);
    },
  });
}

/** The ending tells the importer whether to unpack; nothing else of a foreign name reaches the disk. */
function extension(name: string): string {
  return /(?:\.(?:csv|tsv|txt|json|xlsx))?(?:\.gz|\.zip)?$/i.exec(name)?.[0].toLowerCase() ?? '';
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
