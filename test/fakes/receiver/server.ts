import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/**
 * What goes wrong with a request. `lost`: applied, and the line is cut. `cut`: cut before anything happened. `late`:
 * applied long after the sender has gone. `applied 500`: applied, and answered as a failure.
 */
export type Fault =
  | 'lost'
  | 'cut'
  | 'late'
  | 'applied 500'
  | 'huge'
  | { readonly status: number; readonly headers?: Record<string, string> };

type Applied = { readonly body: string; readonly lines: { campaign: string; minor: number }[] };

const WINDOW_MS = 5 * 60_000;
const LATE_MS = 60_000;

/**
 * The shop's own tool that takes budget changes: stricter than life. It checks every signature with its own code, wants
 * the same key in all places and the same bytes for the same key, and counts how often each key was really applied.
 */
export async function openReceiver({ secret, now }: { readonly secret: string; readonly now: () => number }) {
  const applied = new Map<string, Applied>();
  /** What it is still at work on, and when it will be done by its own clock. */
  const underWay = new Map<string, { readonly body: string; readonly doneAt: number }>();
  const changes: string[] = [];
  const taken: string[] = [];
  const broken: string[] = [];
  const posts: Fault[] = [];
  const looks: Fault[] = [];
  const seen: string[] = [];

  const apply = (body: string) => {
    const { key, lines } = JSON.parse(body).data;
    taken.push(key);
    const before = applied.get(key);
    if (before && before.body !== body) broken.push(`${key} came with another body`);
    if (before) return;
    const set = lines.map((line: { campaign: string; toMinor: number }) => ({
      campaign: line.campaign,
      minor: line.toMinor,
    }));
    applied.set(key, { body, lines: set });
    changes.push(key);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(request);
    const problem = problemWith(request, body, { secret, now });
    if (problem !== null) {
      broken.push(problem);
      return answer(response, 401, { error: problem });
    }
    for (const [late, begun] of underWay) {
      if (begun.doneAt > now()) continue;
      apply(begun.body);
      underWay.delete(late);
    }
    const isPost = request.method === 'POST';
    seen.push(isPost ? 'POST' : 'GET');
    const fault = (isPost ? posts : looks).shift();
    const key = isPost ? JSON.parse(body).data.key : new URL(request.url!, 'http://x').searchParams.get('key')!;
    if (isPost && key !== request.headers['idempotency-key']) broken.push(`${key} is not the idempotency key`);
    if (fault === undefined) {
      if (isPost) apply(body);
      return answer(response, isPost ? 202 : 200, isPost ? { key } : found(key));
    }
    const work = () => isPost && apply(body);
    switch (fault) {
      case 'cut':
        return void request.socket.destroy();
      case 'lost':
        work();
        return void request.socket.destroy();
      case 'applied 500':
        work();
        return answer(response, 500, {});
      case 'late':
        // Nobody is answered, and whoever asked is gone by then.
        underWay.set(key, { body, doneAt: now() + LATE_MS });
        return;
      case 'huge':
        response.writeHead(200);
        return void response.end('x'.repeat(1_000_000));
      default:
        response.writeHead(fault.status, fault.headers);
        return void response.end();
    }
  };

  const found = (key: string) => {
    const known = applied.get(key);
    if (known) return { key, state: 'applied', lines: known.lines };
    return { key, state: underWay.has(key) ? 'pending' : 'not applied' };
  };

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  return {
    url: `http://127.0.0.1:${port}/budgets`,
    readBack: `http://127.0.0.1:${port}/budgets/state`,
    /** By key, what stands there. */
    applied,
    /** The keys of what a receiver without a memory would have applied: a second one is a blind retry. */
    taken,
    /** The keys of what really changed something, in order. */
    changes,
    /** What a sender must not do, as it was done. */
    broken,
    /** "POST" and "GET", in order. */
    seen,
    /** Faults of the next posts and look-ups, one each. */
    faults: { posts, looks },
    close,
  };
}

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, status: number, content: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(content));
}

/** Standard Webhooks, written from the specification and not from what is tested. */
function problemWith(
  { headers }: IncomingMessage,
  body: string,
  { secret, now }: { readonly secret: string; readonly now: () => number },
): string | null {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = String(headers['webhook-signature'] ?? '').split(' ');
  if (typeof id !== 'string' || typeof timestamp !== 'string') return 'a header is missing';
  if (!/^\d+$/.test(timestamp)) return 'the timestamp is not in whole seconds';
  if (Math.abs(now() - Number(timestamp) * 1000) > WINDOW_MS) return 'the timestamp is too far off';
  if (id !== headers['idempotency-key']) return 'the id is not the idempotency key';
  const [kind, encoded] = secret.split('_');
  if (kind !== 'whsec') return 'the secret is none';
  const right = createHmac('sha256', Buffer.from(encoded!, 'base64')).update(`${id}.${timestamp}.${body}`).digest();
  const isRight = signatures.some((signature) => {
    const [version, given = ''] = signature.split(',');
    const bytes = Buffer.from(given, 'base64');
    return version === 'v1' && bytes.length === right.length && timingSafeEqual(bytes, right);
  });
  return isRight ? null : 'the signature is wrong';
}
