import { z } from 'zod';
import type { Change } from '../../data/state/types/executions.ts';
import { say } from '../../words/say.ts';
import { ExecutionError, type Executor, type Found, type Order } from './executor.ts';
import { signed } from './signature.ts';

const TIMEOUT_MS = 10_000;
/** An answer is a word or two; whoever sends more is not who we think. */
const MOST_BYTES = 64 * 1024;
const LONGEST_WAIT_MS = 24 * 3_600_000;

/** What a receiver tells of a key. With `lines` it says which budgets stand there now. */
const ReadBack = z.object({
  key: z.string(),
  state: z.enum(['applied', 'not applied', 'pending']),
  lines: z.array(z.object({ campaign: z.string(), minor: z.number().int() })).optional(),
});

/**
 * Sends a change to a receiver of the shop's own as a signed webhook (Standard Webhooks), and asks it by key what became
 * of it. The body of a key never changes, so that a receiver can tell a repeat from another change.
 *
 *     POST url           { type: "budget.shift", timestamp, data: { key, proposal, version, week, currency, lines … } }
 *     GET  readBack?key= { key, state: "applied" | "not applied" | "pending", lines? }
 *
 * Redirects are refused: the secret and the budgets were meant for one address. Messages name the host at most.
 */
export function webhookExecutor({
  url,
  readBack,
  secret,
  now,
  fetch = globalThis.fetch,
  timeoutMs = TIMEOUT_MS,
}: {
  readonly url: string;
  readonly readBack: string;
  readonly secret: string;
  readonly now: () => number;
  readonly fetch?: typeof globalThis.fetch;
  readonly timeoutMs?: number;
}): Executor {
  const call = async (address: URL, order: Order, body: string | null): Promise<{ status: number; text: string }> => {
    try {
      const response = await fetch(address, {
        method: body === null ? 'GET' : 'POST',
        headers: {
          ...signed(body ?? '', { secret, id: order.key, at: now() }),
          'idempotency-key': order.key,
          'user-agent': 'sextant',
          ...(body !== null && { 'content-type': 'application/json' }),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await readSome(response);
      requireUsable(response, address, now());
      return { status: response.status, text };
    } catch (error) {
      if (error instanceof ExecutionError) throw error;
      const isLate = (error as Error).name === 'TimeoutError';
      const { host } = address;
      throw new ExecutionError(
        'unknown',
        isLate ? say`${host} did not answer in time.` : say`${host} cut the connection.`,
      );
    }
  };

  return {
    name: 'webhook',
    async send(order) {
      await call(new URL(url), order, bodyOf(order));
    },
    async lookUp(order) {
      const address = new URL(readBack);
      address.searchParams.set('key', order.key);
      const { text } = await call(address, order, null);
      return foundIn(text, order, address.host);
    },
  };
}

/** The message of a key: the same bytes each time. */
export function bodyOf({ key, id, proposal, version, change, approvedAt }: Order): string {
  const { week, currency, digits, lines, restores } = change;
  return JSON.stringify({
    type: 'budget.shift',
    timestamp: new Date(approvedAt).toISOString(),
    data: {
      key,
      receipt: id,
      proposal,
      version,
      restores,
      week,
      currency,
      minorDigits: digits,
      lines: lines.map(({ name, fromMinor, toMinor }) => ({ campaign: name, fromMinor, toMinor })),
    },
  });
}

/** Only success passes. What a retry can mend, or what may have had its effect, is `unknown`. */
function requireUsable({ status, headers }: Response, { host }: URL, now: number): void {
  if (status >= 200 && status < 300) return;
  const answered = String(status);
  if (status >= 300 && status < 400)
    throw new ExecutionError('refused', say`${host} answered ${answered}, a redirect: I do not follow those.`);
  const isFinal = status < 500 && ![408, 409, 425, 429].includes(status);
  const says = say`${host} answered ${answered}.`;
  if (isFinal) throw new ExecutionError('refused', says);
  throw new ExecutionError('unknown', says, retryAfterMs(headers.get('retry-after'), now));
}

/** Seconds, or a date. 0 when nothing usable is said. */
function retryAfterMs(said: string | null, now: number): number {
  if (said === null) return 0;
  const ms = /^\d+$/.test(said.trim()) ? Number(said) * 1000 : Date.parse(said) - now;
  return Number.isNaN(ms) ? 0 : Math.min(LONGEST_WAIT_MS, Math.max(0, ms));
}

async function readSome(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES)
      throw new ExecutionError('unknown', say`${new URL(response.url).host} answered far too much.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function foundIn(text: string, { key, change }: Order, host: string): Found {
  const told = ReadBack.safeParse(parsed(text));
  if (!told.success || told.data.key !== key)
    throw new ExecutionError('unknown', say`${host} did not tell what became of ${key}.`);
  const { state, lines } = told.data;
  const off = state === 'applied' && lines ? unlike(change, lines) : null;
  if (off !== null)
    return { state: 'pending', says: say`${host} says that it is applied, but the budget of ${off} there is another.` };
  return { state };
}

/** The first campaign whose budget there is another. */
function unlike({ lines }: Change, stand: readonly { campaign: string; minor: number }[]): string | null {
  for (const { name, toMinor } of lines) {
    const now = stand.find(({ campaign }) => campaign === name);
    if (now?.minor !== toMinor) return name;
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
