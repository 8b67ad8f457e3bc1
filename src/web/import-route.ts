import type { ReadableStream } from 'node:stream/web';
import type { Context } from 'hono';
import type { Upload } from '../../commands/call.ts';
import { count, listed, say } from '../../words/say.ts';
import { parseCommandLine } from '../arguments.ts';
import type { House } from '../doors.ts';
import type { Answer } from '../told.ts';
import { type Asked, callerOf } from './deliver.ts';
import type { WebPerson } from './ports.ts';
import { refuse } from './problem.ts';
import { UploadTooLarge, withUpload } from './upload.ts';
import type { KeptView } from './wire.ts';

export const DEFAULT_MAX_UPLOAD_BYTES = 256 * 1024 ** 2;
/** Types a page elsewhere cannot send without asking first. */
const UPLOAD_TYPES = ['application/octet-stream', 'text/csv', 'application/gzip'];

type Env = { Variables: { person: WebPerson } };
type Deliver = (asked: Asked, answer: Answer) => Promise<Response>;

/** Files of one person in a minute: far more than anybody drops, and few enough for the disk. */
export const UPLOADS_PER_MINUTE = 30;

type Taking = {
  readonly house: House;
  readonly maxBytes: number;
  /** Whether this person may bring one more file at the moment. */
  readonly mayBring: (person: WebPerson) => boolean;
};

/**
 * Takes a file as the body of the request, `?name=orders.csv` beside it: no multipart, so that it streams to disk and
 * one curl line does it. Other parameters are arguments of /import; `line` is such a command as typed.
 */
export function importRoute(
  context: Context<Env>,
  { deliver, ...taking }: Taking & { readonly deliver: Deliver },
): Promise<Response> {
  const { name = 'upload', channel, line, ...given } = context.req.query();
  const typed = line === undefined ? null : parseCommandLine(line, taking.house.commands);
  const input = typed?.known && typed.ask.name === 'import' ? typed.ask.input : given;
  return takeBody(context, taking, async (upload) => {
    const caller = callerOf(context.get('person'), context, channel);
    const answer = await taking.house.ask({ name: 'import', input }, caller, { uploads: [upload] });
    return deliver({ words: `${line ?? '/import'} ${name}`, channel, share: null }, answer);
  });
}

/** Takes a file the same way and holds it: what is asked about it next names its id. */
export function keepRoute(context: Context<Env>, taking: Taking): Promise<Response> {
  return takeBody(context, taking, async (upload) => {
    const { id } = await taking.house.keep(upload, callerOf(context.get('person'), context));
    return context.json<KeptView>({ id }, 201);
  });
}

async function takeBody(
  context: Context<Env>,
  { maxBytes, mayBring }: Taking,
  use: (upload: Upload) => Promise<Response>,
): Promise<Response> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!UPLOAD_TYPES.includes(type)) {
    return refuse(context, say`Send the file itself, with Content-Type ${listed(UPLOAD_TYPES, 'or')}.`, 415);
  }
  if (!mayBring(context.get('person')))
    return refuse(
      context,
      say`I take ${count(UPLOADS_PER_MINUTE)} files a minute from one person. Try again in a moment.`,
      429,
    );
  const body = context.req.raw.body;
  if (!body) return refuse(context, say`The file is empty.`, 400);
  if (Number(context.req.header('content-length') ?? 0) > maxBytes)
    return tooLarge(context, new UploadTooLarge(maxBytes));
  try {
    const name = context.req.query('name') ?? 'upload';
    return await withUpload({ body: body as ReadableStream, name, maxBytes }, use);
  } catch (error) {
    if (error instanceof UploadTooLarge) return tooLarge(context, error);
    throw error;
  }
}

function tooLarge(context: Context, { says }: UploadTooLarge): Response {
  return refuse(context, says, 413);
}
