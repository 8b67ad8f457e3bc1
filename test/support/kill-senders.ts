import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Reply } from '../../commands/reply.ts';
import { openDatabase } from '../../data/database.ts';
import { openState } from '../../data/state/open.ts';
import { seeded } from '../../models/random.ts';
import { named } from '../../words/say.ts';
import { FakeDiscord } from '../fakes/discord/server.ts';
import { BOT_TOKEN, type FakeSlack, startFakeSlack } from '../fakes/slack/index.ts';

/** What a sender is told at its start. */
export type Sending = {
  readonly file: string;
  readonly slack: { readonly api: string; readonly token: string };
  readonly discord: { readonly api: string; readonly token: string };
  readonly waits: typeof waits;
};

type Plan = {
  /** A database file that does not exist yet. */
  readonly file: string;
  /** `deliver-until-killed.ts` as one file. */
  readonly script: string;
  readonly seed: number;
  readonly kills: number;
  /** How many senders are at work on the outbox at the same time. */
  readonly senders: number;
  readonly channels: number;
  /** The most calls that reach the platforms while a sender lives. */
  readonly calls: number;
  /** Told of each kill. */
  readonly killed?: (kills: number) => void;
};

/** What became of one platform's messages. */
export type Proof = {
  readonly messages: number;
  readonly inThreads: number;
  readonly edits: number;
  readonly duplicated: readonly string[];
  readonly missing: readonly string[];
  /** Those that do not say what they should, or stand in another place. */
  readonly wrong: readonly string[];
};
export type Proofs = {
  readonly slack: Proof;
  readonly discord: Proof;
  readonly kills: number;
  /** Times that a message was looked for before it was sent again. */
  readonly lookedFor: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly tookMs: number;
};

/** Shorter than in life, where a lease is a minute: each kill leaves one behind that must run out. */
const waits = { leaseMs: 3_000, lookAfterMs: 700, firstMs: 100, longestMs: 1_000, pictureMs: 300 };
/** What a sender does to be found dead in time is looked at so often. */
const ENQUEUE_EVERY_MS = 20;
const HISTORY_LAG_MS = 300;
/** Discord forgets a nonce after minutes: here after about a second. */
const DISCORD_RUNS = 300;

/**
 * Lets senders deliver messages, threads and edits to the stand-ins over lines that are cut, refused and answered with
 * pages, kills them at random moments without a word, and counts at the end what people see.
 */
export async function killSenders(plan: Plan): Promise<Proofs> {
  const random = seeded(plan.seed);
  const began = performance.now();
  const slack = await startFakeSlack();
  const discord = await FakeDiscord.open();
  const faults = strike(slack, discord, random);
  const board = writeMessages(plan, slack, discord, random);
  const sending: Sending = {
    file: plan.file,
    slack: { api: slack.apiUrl, token: BOT_TOKEN },
    discord: { api: discord.api, token: discord.world.token },
    waits,
  };
  const start = () => startSender(plan.script, sending);

  const calls = () => slack.calls.length + discord.world.requests.length;

  let kills = 0;
  const life = async (): Promise<void> => {
    let next = start();
    while (kills < plan.kills) {
      const sender = next;
      await sender.go();
      next = start();
      // One in ten dies before or while it opens its doors; the others at a call, or shortly after it.
      if (random() < 0.1) await pause(random() * 300);
      else {
        await sender.isOpen();
        const last = calls() + 1 + Math.floor(random() * plan.calls);
        while (calls() < last && sender.isAlive()) await pause(2);
        await pause(random() * 20);
      }
      await sender.kill();
      kills++;
      plan.killed?.(kills);
    }
    await next.kill();
  };
  await Promise.all(Array.from({ length: plan.senders }, life));

  board.close();
  slack.faults.strike(() => undefined);
  discord.chance = () => undefined;
  const last = start();
  await last.go();
  while (board.waiting() > 0) await pause(20);
  await last.kill();
  const proofs = board.proofs();
  const lookedFor =
    slack.calls.filter(({ method, args: { cursor } }) => /^conversations\.(history|replies)$/.test(method) && !cursor)
      .length +
    discord.world.requests.filter(({ method, path }) => method === 'GET' && path.endsWith('/messages')).length;
  await slack.close();
  await discord.close();
  return { ...proofs, kills, lookedFor, faults, tookMs: performance.now() - began };
}

/** A sender that waits for its word. One that ends by itself fails whatever is awaited of it. */
function startSender(script: string, sending: Sending) {
  const child = spawn(process.execPath, [script, JSON.stringify(sending)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const words = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const gone = once(child, 'exit');
  const hear = async (): Promise<void> => {
    if ((await words.next()).done) throw new Error(`a sender ended by itself: ${(await gone).join(' ')}`);
  };
  return {
    async go(): Promise<void> {
      await hear();
      child.stdin.write('go\n');
    },
    isOpen: hear,
    isAlive: () => child.exitCode === null,
    async kill(): Promise<void> {
      if (!this.isAlive()) throw new Error(`a sender ended by itself: ${child.exitCode}`);
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const PAGE = '<!doctype html><title>502 Bad Gateway</title>';

/** Of a hundred calls that post, change or look up, about thirty go wrong. Returns what has struck so far. */
function strike(slack: FakeSlack, discord: FakeDiscord, random: () => number): Record<string, number> {
  const struck: Record<string, number> = {};
  const draw = <Fault>(kinds: readonly (readonly [string, Fault, number])[]): Fault | undefined => {
    let left = random();
    for (const [name, fault, chance] of kinds) {
      left -= chance;
      if (left >= 0) continue;
      struck[name] = (struck[name] ?? 0) + 1;
      return fault;
    }
    return undefined;
  };
  slack.faults.strike((method) =>
    /^(chat\.|conversations\.(history|replies)|files\.|upload)/.test(method)
      ? draw([
          ['Slack: cut after the effect', { cut: 'after' }, 0.08],
          ['Slack: cut before it', { cut: 'before' }, 0.05],
          ['Slack: 429', { status: 429, headers: { 'retry-after': '1' } }, 0.04],
          ['Slack: 503', { status: 503 }, 0.04],
          ['Slack: a page instead of the effect', { status: 200, body: PAGE }, 0.03],
          ['Slack: a page after the effect', { status: 502, body: PAGE, after: true }, 0.03],
          ['Slack: a page with 200 after the effect', { status: 200, body: PAGE, after: true }, 0.03],
        ])
      : undefined,
  );
  discord.chance = (request) =>
    /^(POST|PATCH|GET) \/channels\/\d+\/messages/.test(request)
      ? draw([
          ['Discord: cut after the effect', { how: 'cut after' }, 0.08],
          ['Discord: cut before it', { how: 'cut' }, 0.05],
          [
            'Discord: 429',
            {
              how: 429,
              body: { message: 'You are being rate limited.', retry_after: 0.2, global: false },
              headers: { 'retry-after': '0.2', 'x-ratelimit-scope': 'shared' },
            },
            0.04,
          ],
          ['Discord: 503', { how: 503, body: {} }, 0.04],
          ['Discord: a page instead of the effect', { how: 200, body: PAGE }, 0.03],
          ['Discord: a page after the effect', { how: 502, body: PAGE, after: true }, 0.03],
          ['Discord: a page with 200 after the effect', { how: 200, body: PAGE, after: true }, 0.03],
        ])
      : undefined;
  return struck;
}

type Written = { readonly key: string; readonly door: 'slack' | 'discord'; readonly channel: string; thread?: string };

/** Fills the outbox while senders empty it, and changes what stands there; then tells what became of it. */
function writeMessages(plan: Plan, slack: FakeSlack, discord: FakeDiscord, random: () => number) {
  const db = openDatabase(plan.file);
  const { outbox } = openState(db);
  const written: Written[] = [];
  const edits = new Map<string, number>();
  const places = Array.from({ length: plan.channels }, (_, i) => [
    { door: 'slack', channel: `C${100 + i}` } as const,
    { door: 'discord', channel: String(700 + i) } as const,
  ]).flat();
  for (const { door, channel } of places) {
    if (door === 'slack') slack.workspace.channels.set(channel, 'member');
    else discord.world.moreChannels.push(channel);
  }
  Object.assign(slack.workspace.settings, { historyLagMs: HISTORY_LAG_MS, paceMs: 1_000 });
  discord.world.limits.limit = { most: 5, everyMs: 5_000 };

  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const content = (key: string): Reply => ({
    title: named(`${key} as of ${edits.get(key) ?? 0}`),
    tone: 'plain',
    parts: random() < 0.1 ? [picture] : [],
  });
  const under = ({ door, channel, key: thread }: Written, key: string): Written => ({ key, door, channel, thread });
  const write = (): void => {
    const above = random() < 0.4 ? written.filter(({ thread }) => !thread) : [];
    const key = `message ${written.length}`;
    const message: Written = above.length > 0 ? under(pick(above), key) : { key, ...pick(places) };
    written.push(message);
    outbox.enqueue({ ...message, subject: key, content: content(key) }, Date.now());
  };
  const edit = (): void => {
    const { key } = pick(written);
    edits.set(key, (edits.get(key) ?? 0) + 1);
    outbox.rewrite(key, content(key), Date.now());
  };
  const neverPosted = db.prepare<[], number>('SELECT count(*) FROM outbox WHERE ref IS NULL').pluck();
  const timer = setInterval(() => {
    discord.world.later(ENQUEUE_EVERY_MS * DISCORD_RUNS);
    // New messages first: edits of what stands there would keep the senders busy by themselves.
    const unposted = neverPosted.get() ?? 0;
    if (unposted < plan.channels) for (let i = 0; i < 3; i++) write();
    if (outbox.counts().waiting - unposted < plan.channels / 2 && random() < 0.2) edit();
  }, ENQUEUE_EVERY_MS);

  return {
    waiting: () => outbox.counts().waiting,
    close: () => clearInterval(timer),
    proofs() {
      const dead = outbox.counts().dead;
      if (dead > 0) throw new Error(`${dead} messages were given up: ${JSON.stringify(outbox.dead()[0])}`);
      db.close();
      const proof = (door: Written['door'], seen: readonly Seen[]) =>
        compare(
          written.filter((each) => each.door === door),
          seen,
          edits,
        );
      return { slack: proof('slack', seenInSlack(slack)), discord: proof('discord', seenInDiscord(discord)) };
    },
  };
}

/** A message as people see it: what it says, and the title of the message in whose thread it stands. */
type Seen = { readonly title: string; readonly channel: string; readonly under: string | null };

function seenInSlack({ workspace: { messages } }: FakeSlack): Seen[] {
  return messages.map(({ text, channel, thread_ts }) => ({
    title: titleIn(text),
    channel,
    under: thread_ts === undefined ? null : titleIn(messages.find(({ ts }) => ts === thread_ts)?.text ?? ''),
  }));
}

function seenInDiscord({ world: { messages, threads } }: FakeDiscord): Seen[] {
  return messages.map(({ embeds, channel }) => ({
    title: titleIn(embeds[0]?.title ?? ''),
    channel: threads.get(channel) ?? channel,
    under: threads.has(channel) ? titleIn(messages.find(({ id }) => id === channel)?.embeds[0]?.title ?? '') : null,
  }));
}

function titleIn(text: string): string {
  return /message \d+ as of \d+/.exec(text)?.[0] ?? text;
}

function compare(written: readonly Written[], seen: readonly Seen[], edits: ReadonlyMap<string, number>): Proof {
  const keyOf = (title: string) => title.replace(/ as of .*/, '');
  const byKey = new Map<string, Seen[]>();
  for (const each of seen) byKey.set(keyOf(each.title), [...(byKey.get(keyOf(each.title)) ?? []), each]);
  const isRight = ({ key, channel, thread }: Written): boolean => {
    const [shown] = byKey.get(key) ?? [];
    return (
      shown === undefined ||
      (shown.title === `${key} as of ${edits.get(key) ?? 0}` &&
        shown.channel === channel &&
        (shown.under === null ? undefined : keyOf(shown.under)) === thread)
    );
  };
  return {
    messages: written.length,
    inThreads: written.filter(({ thread }) => thread).length,
    edits: written.reduce((sum, { key }) => sum + (edits.get(key) ?? 0), 0),
    duplicated: [...byKey].filter(([, shown]) => shown.length > 1).map(([key]) => key),
    missing: written.filter(({ key }) => !byKey.has(key)).map(({ key }) => key),
    wrong: written.filter((each) => !isRight(each)).map(({ key }) => key),
  };
}

const picture: Reply['parts'][number] = {
  kind: 'chart',
  title: named('Sales'),
  subtitle: named('Data until Sunday'),
  alt: named('Sales are up'),
  chart: { type: 'bars', unit: 'count', bars: [{ label: named('a'), value: 1 }] },
};
