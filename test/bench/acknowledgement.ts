import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { State } from '../../data/state/types/state.ts';
import { seeded } from '../../models/random.ts';
import { memoryOfButtons } from '../../src/button-memory.ts';
import { closeCharts, renderPng, warmCharts } from '../../src/charts/render.ts';
import { openDiscord } from '../../src/discord/door.ts';
import type { House } from '../../src/doors.ts';
import { openSlack } from '../../src/slack/door.ts';
import type { Pool } from '../../src/worker/pool.ts';
import type { Typed } from '../fakes/discord/people.ts';
import { FakeDiscord } from '../fakes/discord/server.ts';
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, startFakeSlack } from '../fakes/slack/index.ts';
import { ms, quantile, type Row, seconds } from './print.ts';
import { houseInFolder, inFolder } from './shops.ts';

const SEED = 7;
const PEOPLE = 50;
const COMMANDS_EACH = 20;
const WITHIN_MS = 60_000;
/** What is not answered this long after the last command is not answered. */
const PATIENCE_MS = 10 * 60_000;

const commands: readonly { readonly line: string; readonly typed: Readonly<Record<string, Typed>> }[] = [
  { line: 'forecast', typed: { weeks: 8 } },
  { line: 'segment show', typed: {} },
  { line: 'segment next', typed: {} },
  { line: 'campaign roi', typed: {} },
  { line: 'budget plan', typed: {} },
  { line: 'status', typed: {} },
  { line: 'help', typed: {} },
  { line: 'why', typed: { id: 'F-1' } },
];

/** A chat with people in it: sends one command, and tells how long the platform waited for our word, in ms. */
type Crowd = {
  readonly name: string;
  say(person: number, command: (typeof commands)[number]): Promise<number>;
  /** How many wait for their answer. */
  waiting(): number;
  close(): Promise<void>;
};

/** 50 people with 20 commands each within a minute, at each chat, while all models are computed again and again. */
export function measure(): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const models: Parameters<Pool['compute']>[] = [];
    const { house, state, pool, close } = await houseInFolder(folder, { computed: (...asked) => models.push(asked) });
    prepare(state);
    warmCharts();
    await house.ask({ name: 'refresh', input: {} }, { door: 'clock', user: 'bench' });
    const refresh = [...models];
    const rows: Row[] = [];
    for (const open of [slackOver('http', house), slackOver('socket', house), discordCrowd(house)]) {
      const crowd = await open();
      const atRest = await visit(crowd, 0.1);
      const refreshing = keepRefreshing(pool, refresh);
      const busy = await visit(crowd, 1);
      const rounds = await refreshing.stop();
      await crowd.close();
      rows.push(rowOf(crowd.name, busy, atRest, rounds));
    }
    await closeCharts();
    await close();
    return rows;
  });
}

/** People who may look at everything, at a shop that is not the demo. */
function prepare(state: State): void {
  state.shop.set({ ...state.shop.read()!, demo: false });
  for (let i = 0; i < PEOPLE; i++) {
    state.people.set({ door: 'slack', user: `U${i}`, name: `Person ${i}`, role: 'analyst' }, 'terminal:bench', 0);
    state.people.set(
      { door: 'discord', user: String(7000 + i), name: `Person ${i}`, role: 'analyst' },
      'terminal:bench',
      0,
    );
  }
}

/** A full refresh of the models in the workers, without end; `stop` tells how often it was done. */
function keepRefreshing(pool: Pool, models: readonly Parameters<Pool['compute']>[]) {
  let stopped = false;
  let done = 0;
  const work = async (): Promise<void> => {
    while (!stopped) await pool.compute(...models[done++ % models.length]!);
  };
  const working = work();
  return {
    async stop(): Promise<number> {
      stopped = true;
      await working;
      return done / models.length;
    },
  };
}

type Visit = {
  readonly acknowledged: readonly number[];
  readonly unanswered: number;
  readonly lastMs: number;
  readonly loop: number;
};

/** That share of the commands, in that share of the time. */
async function visit(crowd: Crowd, share: number): Promise<Visit> {
  const random = seeded(SEED);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const acknowledged = await Promise.all(
    Array.from({ length: PEOPLE * COMMANDS_EACH * share }, async (_, i) => {
      await pause(random() * WITHIN_MS * share);
      return crowd.say(i % PEOPLE, commands[Math.floor(random() * commands.length)]!);
    }),
  );
  delay.disable();
  const last = performance.now();
  while (crowd.waiting() > 0 && performance.now() - last < PATIENCE_MS) await pause(50);
  return {
    acknowledged,
    unanswered: crowd.waiting(),
    lastMs: performance.now() - last,
    loop: delay.percentile(99) / 1e6,
  };
}

function rowOf(name: string, busy: Visit, atRest: Visit, rounds: number): Row {
  const at = (sample: readonly number[], share: number) => ms(quantile(sample, share));
  const p = (sample: readonly number[]) => `p50 ${at(sample, 0.5)}, p95 ${at(sample, 0.95)}, p99 ${at(sample, 0.99)}`;
  return {
    what: `${name}: ${busy.acknowledged.length} commands in ${seconds(WITHIN_MS)}, all models refreshed ${rounds.toFixed(1)} times meanwhile (seed ${SEED})`,
    measured: `${p(busy.acknowledged)}, worst ${at(busy.acknowledged, 1)}; event loop p99 ${ms(busy.loop)}; ${busy.unanswered} unanswered, the last answer ${seconds(busy.lastMs)} after the last command`,
    beside: `nothing else running: ${p(atRest.acknowledged)}`,
    goal: 'p99 under 300 ms, 0 unanswered',
  };
}

function slackOver(transport: 'http' | 'socket', house: House): () => Promise<Crowd> {
  return async () => {
    const slack = await startFakeSlack();
    const door = await openSlack(
      {
        botToken: BOT_TOKEN,
        transport:
          transport === 'socket'
            ? { kind: 'socket', appToken: APP_TOKEN }
            : { kind: 'http', signingSecret: SIGNING_SECRET, port: 0, host: '127.0.0.1' },
        apiUrl: slack.apiUrl,
        filesOrigin: slack.origin,
        renderChart: renderPng,
        log: () => {},
      },
      house,
    );
    if (transport === 'http') slack.deliversTo(`http://127.0.0.1:${door.port}/slack/events`);
    return {
      name: `Slack over ${transport === 'http' ? 'HTTP' : 'Socket Mode'}`,
      async say(person, { line, typed }) {
        const words = Object.entries(typed).map(([name, value]) => `${name}:${String(value)}`);
        const { status, ms: took } = await slack.types(`U${person}`, 'C1', ['/sextant', line, ...words].join(' '));
        if (status !== 200) throw new Error(`Slack was answered ${status}`);
        return took;
      },
      waiting: () => slack.workspace.messages.filter(({ text }) => text.startsWith('Working on')).length,
      async close() {
        await door.close();
        await slack.close();
      },
    };
  };
}

function discordCrowd(house: House): () => Promise<Crowd> {
  return async () => {
    const discord = await FakeDiscord.open();
    const door = await openDiscord(
      {
        token: discord.world.token,
        guild: null,
        api: discord.api,
        fileOrigins: [discord.address],
        renderChart: renderPng,
        memory: memoryOfButtons(),
        registered: { read: () => null, write: () => {} },
        report: (error) => console.error(error),
      },
      house,
    );
    return {
      name: 'Discord',
      async say(person, { line, typed }) {
        const began = performance.now();
        const interaction = discord.sends({ id: String(7000 + person), name: `person-${person}` }, line, typed);
        await discord.until(() => interaction.answered !== null);
        return performance.now() - began;
      },
      waiting: () =>
        [...discord.world.interactions.values()].filter(({ original }) => original?.loading !== false).length,
      async close() {
        await door.close();
        await discord.close();
      },
    };
  };
}
