import type { RequestListener } from 'node:http';
import type { AnyMiddlewareArgs, BufferedIncomingMessage, Middleware } from '@slack/bolt';
import { say } from '../../words/say.ts';
import { type Language, tell } from '../../words/tell.ts';
import type { Log } from './wire.ts';

/** Slack's own window is five minutes into the past; bolt 5.1 takes any future, which a replay could wait for. */
const MAX_AHEAD_S = 300;
/** Longer than Slack repeats an event (at once, 1 min, 5 min) and than a signature is accepted. */
const REMEMBERED_MS = 60 * 60 * 1000;
/** Two presses of one button by one person within this are one press. */
const DOUBLE_CLICK_MS = 2000;

/** Whether a key was seen before; from now on it is. */
export type Seen = (key: string) => boolean;

/** Remembers keys for a while, in this process. */
function rememberFor(ms: number, now: () => number): Seen {
  const until = new Map<string, number>();
  return (key) => {
    for (const [old, end] of until) {
      if (end > now()) break;
      until.delete(old);
    }
    const known = (until.get(key) ?? 0) > now();
    if (!known) until.set(key, now() + ms);
    return known;
  };
}

export const rememberDeliveries = (now: () => number): Seen => rememberFor(REMEMBERED_MS, now);

/** One person's presses of one button in one message. The team is not part of it: it differs in shared channels. */
export function doubleClicks(now: () => number): (user: string, message: string, value: string) => boolean {
  const seen = rememberFor(DOUBLE_CLICK_MS, now);
  return (user, message, value) => seen(JSON.stringify([user, message, value]));
}

/** Counts work in flight: bolt's stop() returns while handlers still run. */
export function workInFlight() {
  let count = 0;
  let idle: (() => void)[] = [];
  return {
    count: () => count,
    async run<T>(work: () => Promise<T>): Promise<T> {
      count++;
      try {
        return await work();
      } finally {
        count--;
        if (count === 0) {
          for (const tell of idle) tell();
          idle = [];
        }
      }
    },
    /** Resolves when nothing is in flight, or after `ms`, with what is left. */
    async settled(ms: number): Promise<number> {
      if (count === 0) return 0;
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([
        new Promise<void>((resolve) => idle.push(resolve)),
        new Promise<void>((resolve) => {
          timer = setTimeout(resolve, ms);
        }),
      ]);
      clearTimeout(timer);
      return count;
    },
  };
}

/** Stands in front of bolt: refuses a timestamp from the future, and everything once the door is closing. */
export function guardRequests(
  listener: RequestListener,
  { now, closing, log }: { readonly now: () => number; readonly closing: () => boolean; readonly log: Log },
): RequestListener {
  return (request, response) => {
    const ahead = Number(request.headers['x-slack-request-timestamp']) - now() / 1000;
    if (closing()) response.writeHead(503, { 'retry-after': '10' }).end();
    else if (ahead > MAX_AHEAD_S) {
      log('warn', 'refused a request that is dated in the future');
      response.writeHead(401).end();
    } else listener(request, response);
  };
}

/** Hands the request's signature to the middleware: unique per timestamp and body. */
export function signatureOf({ headers }: BufferedIncomingMessage): { readonly signature?: string } {
  const signature = headers['x-slack-signature'];
  return typeof signature === 'string' ? { signature } : {};
}

/** Lets each delivery through once, and only from an allowed workspace. */
export function guardDeliveries({
  seen,
  teams,
  languageOf,
  log,
}: {
  readonly seen: Seen;
  readonly teams: ReadonlySet<string>;
  readonly languageOf: (user: string) => Language;
  readonly log: Log;
}): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    const { body, context, next } = args;
    const keys = [field(body, 'event_id'), field(body, 'trigger_id'), context.signature];
    if (
      keys
        .filter((key) => typeof key === 'string' && key !== '')
        .map((key) => seen(key))
        .includes(true)
    ) {
      log('info', 'a delivery came twice and was taken once');
      return acknowledge(args);
    }
    const team = teamOf(body);
    if (team === undefined || !teams.has(team)) {
      log('warn', `refused a request from workspace ${team ?? 'unknown'}`);
      await acknowledge(args);
      if ('respond' in args && field(body, 'response_url')) {
        const language = languageOf(userOf(body) ?? '');
        const text = tell(say`Sextant answers only the people of its own workspace.`, { language, shop: null });
        await args.respond({ response_type: 'ephemeral', replace_original: false, text });
      }
      return;
    }
    await next();
  };
}

async function acknowledge(args: AnyMiddlewareArgs): Promise<void> {
  if ('ack' in args && typeof args.ack === 'function') await (args.ack as () => Promise<void>)();
}

/** The workspace of the person, not of the channel: guests of a shared channel come from elsewhere. */
function teamOf(body: object): string | undefined {
  const user = 'user' in body && typeof body.user === 'object' && body.user !== null ? body.user : {};
  const team = 'team' in body && typeof body.team === 'object' && body.team !== null ? body.team : {};
  return field(user, 'team_id') ?? field(body, 'team_id') ?? field(team, 'id');
}

function userOf(body: object): string | undefined {
  const user = 'user' in body && typeof body.user === 'object' && body.user !== null ? body.user : {};
  return field(user, 'id') ?? field(body, 'user_id');
}

function field(body: object, name: string): string | undefined {
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}
