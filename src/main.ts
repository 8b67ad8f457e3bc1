import { setTimeout as pause } from 'node:timers/promises';
import { commands } from '../commands/index.ts';
import { languageOf } from '../commands/language.ts';
import type { Words } from '../words/say.ts';
import { inEnglish } from '../words/tell.ts';
import { openAlarm } from './alarm.ts';
import { closeCharts, warmCharts } from './charts/render.ts';
import { configuredChats, connecting, keepOpening } from './chats.ts';
import { type Config, executionOf, readConfig, secretsOf, shopOf, workspaceAddress } from './config.ts';
import { configuredExecutors } from './connectors/open.ts';
import { openDeadLetters } from './dead-letters.ts';
import { openDelivery } from './delivery.ts';
import type { House, OpenDoor } from './doors.ts';
import { openExecution } from './execution.ts';
import { executionSteps } from './execution-steps.ts';
import { openFaults } from './faults.ts';
import { hasLeftBy } from './has-left.ts';
import { heldFolder, openHeldFiles } from './held-files.ts';
import { openHouse } from './house.ts';
import { backupFolder, openBackups } from './ops/backups.ts';
import { errorLine, type Log, type OpenLog, openLog } from './ops/log.ts';
import { openMeasures } from './ops/measures.ts';
import { openMetricsDoor } from './ops/metrics-door.ts';
import { readiness } from './ops/readiness.ts';
import { openRedaction } from './ops/redact.ts';
import { stopInOrder } from './ops/stop.ts';
import { openPasses } from './passes.ts';
import { chosenFile, openPremises } from './premises.ts';
import { clock, openSchedule } from './schedule.ts';
import { type OpenShop, openShop } from './shop.ts';
import { openWeb, PortTaken } from './web/door.ts';
import type { WebOptions } from './web/ports.ts';
import { openPool } from './worker/pool.ts';
import { signInAdvice, starter, workspaceMessages, workspacePeople } from './workspace.ts';

/** How soon a message written by another process, such as the terminal's, goes out. */
const DELIVERY_EVERY_MS = 2_000;
/** How soon a held file goes whose day is over. */
const SWEEP_EVERY_MS = 10 * 60_000;
/** How soon a process opens the shop that somebody has chosen. */
const CHOICE_EVERY_MS = 1_000;
/** How soon a missing backup is made. */
const BACKUP_EVERY_MS = 10 * 60_000;

const now = Date.now;

/** Opens the shop, the workspace, whichever chats are configured, and the schedule; closes them when told to. */
async function main(): Promise<void> {
  const demoOnly = process.argv.includes('--demo');
  const config = demoOnly ? besideOthers(readConfig()) : readConfig();
  const mayChoose = config.DATABASE_PATH === undefined && !demoOnly;
  const file = config.DATABASE_PATH ?? (mayChoose ? chosenFile() : null) ?? undefined;
  const log = openLog({
    write: console.log,
    shape: process.stdout.isTTY ? 'words' : 'json',
    redact: openRedaction(secretsOf(config)),
    now,
  });
  const say = log.from('sextant');
  const quiet = dieAloud(say);
  const shop = await openShop({
    file,
    shop: shopOf(config),
    backups: config.BACKUP_FOLDER,
    now: now(),
    tell: (line) => say('info', line),
  });
  const { state } = shop;
  appointAdmin(config, shop);

  const pool = openPool(shop.file);
  const address = workspaceAddress(config);
  const passes = openPasses({ state, now, address });
  const files = openHeldFiles({ state, folder: heldFolder(shop.file), now });
  await files.sweep();
  const terms = executionOf(config);
  const doors: OpenDoor[] = [];
  const chats: { readonly door: string; state: Words }[] = [];
  const connections = () => [
    ...doors.map((door) => ({ door: door.name, connected: door.isConnected() })),
    ...chats.flatMap(({ door }) => (doors.some(({ name }) => name === door) ? [] : [{ door, connected: false }])),
  ];
  const alarm = openAlarm({ state, now, log: log.from('alarm') });
  // What failed is an alert to the admins, told once a cause and over when it is over.
  const lookAtHouse = () => void house.ask({ name: 'alerts house', input: {} }, clock);
  const backups =
    file === undefined
      ? null
      : openBackups({
          file: shop.file,
          folder: backupFolder(shop.file, config.BACKUP_FOLDER),
          keepDays: config.BACKUP_KEEP_DAYS,
          zone: () => state.shop.read()?.zone ?? 'UTC',
          now,
          copy: pool.copy,
          report: (why) => {
            state.memory.set('backup', 'failed', why, now());
            lookAtHouse();
          },
          made: () => state.memory.set('backup', 'failed', '', now()),
          log: log.from('backup'),
        });
  const measures = openMeasures({
    now,
    standing: () => ({
      outbox: { ...state.outbox.counts(), oldestSince: state.outbox.oldest() },
      doors: connections(),
      lastBackup: backups?.last() ?? null,
    }),
  });
  const house = openHouse({
    commands,
    state,
    facts: pool.facts,
    factsTelling: pool.factsTelling,
    files,
    compute: pool.compute,
    now,
    reportFault: openFaults(log.from('fault')),
    doors: () => [
      ...doors.map((door) => ({ door: door.name, state: door.state() })),
      ...chats.filter(({ door }) => !doors.some(({ name }) => name === door)),
    ],
    hasLeft: hasLeftBy(() => doors),
    passes,
    execution: terms,
    premises: mayChoose ? openPremises({ now, address }) : null,
    answered({ name, caller }, { outcome }, ms) {
      const command = commands.some((each) => each.name === name) ? name : null;
      measures.answered({ command, door: caller.door }, outcome, ms);
      if (caller.door === 'clock') return;
      log.from('ask')('info', command === null ? 'an unknown command' : `/${command}`, {
        door: caller.door,
        outcome,
        ms: Math.round(ms),
      });
    },
  });
  let stopping = false;
  let senderSeen = now;
  const ready = () =>
    readiness({
      database: state.shop.read,
      worker: pool.state,
      senderSeen: () => senderSeen(),
      doors: connections,
      stopping: () => stopping,
      now,
    });
  doors.push(await openWorkspace(config, { shop, house, ready, log: log.from('web') }));
  state.memory.set('workspace', 'address', address, now());
  const delivery = openDelivery({
    state,
    doors: () => doors,
    now,
    report: openDeadLetters({ state, now, log: log.from('outbox') }),
    tried: measures.delivered,
  });
  senderSeen = delivery.seen;
  const execution = openExecution({
    state,
    executors: configuredExecutors(config, now),
    steps: executionSteps({ state, terms, now, report: alarm }),
    now,
  });
  const schedule = openSchedule({
    state,
    house,
    now,
    // Not awaited: a channel takes a message a second, and the next job may be due.
    afterwards: async () => void delivery.flush().catch((error) => complain(log, 'outbox', error)),
    report(text) {
      log.from('schedule')('warn', text);
      lookAtHouse();
    },
    began: measures.jobBegan,
  });
  const metrics =
    config.METRICS_PORT === undefined
      ? null
      : await openMetricsDoor({ host: config.HOST, port: config.METRICS_PORT, text: measures.text });

  const isDemo = state.shop.read()?.demo === true;
  greet(say, { address, isDemo, signInLink: () => passes.signInLink(starter) });
  const configured = configuredChats(config, state, { now, log, acknowledged: measures.acknowledged });
  if (configured.size > 0) warmCharts();
  for (const [door, open] of configured) {
    const chat: (typeof chats)[number] = { door, state: connecting };
    chats.push(chat);
    // Not awaited: a chat that cannot be reached keeps neither the workspace nor the other chat from opening.
    void keepOpening(() => open(house), {
      opened: (chatDoor) => {
        if (stopping) return void chatDoor.close();
        doors.push(chatDoor);
        log.from(door)('info', inEnglish(chatDoor.state()));
      },
      failed: (why) => {
        chat.state = why;
        log.from(door)('warn', inEnglish(why));
      },
      pause: (ms) => pause(ms, undefined, { ref: false }),
    });
  }

  if (isDemo) {
    state.schedules.add('demo forecasts', 'first start', now());
    state.schedules.add('refresh', 'first start', now());
    state.schedules.add('digest', 'first start', now());
  }
  const send = () => execution.flush().then(delivery.flush);
  const every = (ms: number, part: string, work: () => Promise<unknown>): NodeJS.Timeout =>
    setInterval(() => void work().catch((error) => complain(log, part, error)), ms);
  const timers = [
    every(DELIVERY_EVERY_MS, 'outbox', send),
    every(SWEEP_EVERY_MS, 'files', files.sweep),
    ...(backups ? [every(BACKUP_EVERY_MS, 'backup', backups.tick)] : []),
    ...(mayChoose ? [every(CHOICE_EVERY_MS, 'shop', changeOver)] : []),
  ];
  schedule.start();
  schedule.tick().catch((error) => complain(log, 'schedule', error));
  backups?.tick().catch((error) => complain(log, 'backup', error));

  const shut = async (): Promise<boolean> => {
    stopping = true;
    for (const timer of timers) clearInterval(timer);
    backups?.close();
    // What a job or a command has written is in the database: what is left behind here goes on at the next start.
    const clean = await stopInOrder(
      [
        { name: 'the job that is running', patienceMs: 10_000, run: schedule.stop },
        { name: 'the outbox', patienceMs: 5_000, run: () => execution.flush().then(delivery.close) },
        { name: 'a door', patienceMs: 12_000, run: () => Promise.all(doors.map((door) => door.close())) },
        {
          name: 'a worker',
          patienceMs: 2_000,
          run: () => Promise.all([pool.close(), closeCharts(), metrics?.close()]),
        },
        { name: 'the database', patienceMs: 2_000, run: () => closeDatabase(shop) },
      ],
      say,
    );
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    quiet();
    return clean;
  };
  async function stop(signal: string): Promise<void> {
    if (stopping) process.exit(1);
    say('info', `stopping: ${signal}`);
    const clean = await shut();
    say('info', clean ? 'stopped' : 'stopped; what was not finished goes on at the next start');
    process.exit(0);
  }
  /** Somebody went from the demo to a shop of their own, or back: everything is closed, and opened on the other. */
  async function changeOver(): Promise<void> {
    if (stopping || (chosenFile() ?? undefined) === file) return;
    say('info', 'changing over to the other shop');
    await shut();
    await main().catch(fail);
  }
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** The demo beside a Sextant that is at work: on this machine only, and in no chat, which would be shared between them. */
function besideOthers(config: Config): Config {
  return {
    ...config,
    DATABASE_PATH: undefined,
    HOST: '127.0.0.1',
    PUBLIC_ADDRESS: undefined,
    SLACK_BOT_TOKEN: undefined,
    DISCORD_TOKEN: undefined,
    METRICS_PORT: undefined,
  };
}

function closeDatabase({ db }: OpenShop): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

function complain(log: OpenLog, part: string, error: unknown): void {
  const { text, detail } = errorLine(error);
  log.from(part)('error', text, detail);
}

/**
 * What nobody caught ends the process, as ever; but in a line without data, where Node would print the whole error.
 * Returns how to stop that.
 */
function dieAloud(say: Log): () => void {
  const die = (error: Error) => {
    const { text, detail } = errorLine(error);
    say('error', text, detail);
    process.exit(1);
  };
  process.on('uncaughtException', die);
  return () => process.off('uncaughtException', die);
}

/** A sign-in link is a secret: it is shown to someone who sits there, and stays out of a supervisor's log. */
function greet(
  say: Log,
  {
    address,
    isDemo,
    signInLink,
  }: { readonly address: string; readonly isDemo: boolean; readonly signInLink: () => string },
): void {
  if (process.stdout.isTTY) console.log(`Sextant is at ${isDemo ? address : signInLink()}`);
  else say('info', `Sextant is at ${address}`, isDemo ? {} : { advice: inEnglish(signInAdvice) });
}

/** The first admin comes from the configuration; everyone else is added by an admin. */
function appointAdmin({ ADMIN }: Config, { state }: OpenShop): void {
  const [, door, user] = /^(\w+):(.+)$/.exec(ADMIN ?? '') ?? [];
  if (door === undefined || user === undefined || state.people.find(door, user)?.role === 'admin') return;
  state.people.set({ door, user, name: user, role: 'admin' }, 'configuration:ADMIN', now());
}

function openWorkspace(
  { PORT, HOST, PUBLIC_ADDRESS }: Config,
  {
    shop: { state },
    house,
    ready,
    log,
  }: {
    readonly shop: OpenShop;
    readonly house: House;
    readonly ready: WebOptions['readiness'];
    readonly log: Log;
  },
): Promise<OpenDoor> {
  return openWeb(
    {
      host: HOST,
      port: PORT,
      ...(PUBLIC_ADDRESS !== undefined && { publicAddress: PUBLIC_ADDRESS }),
      shop: state.shop.read,
      messages: workspaceMessages(state),
      people: workspacePeople(state, now),
      languageOf: (caller) => languageOf(state.memory, caller),
      now,
      readiness: ready,
      signInAdvice,
      report(error) {
        const { text, detail } = errorLine(error);
        log('error', text, detail);
      },
    },
    house,
  );
}

/** Why nothing is open, for whoever started it. */
function fail(error: unknown): never {
  console.error(
    error instanceof PortTaken
      ? `Port ${error.port} is taken, by another program or another Sextant. Stop it, or choose another: PORT=3005 npm start`
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exit(1);
}

main().catch(fail);
