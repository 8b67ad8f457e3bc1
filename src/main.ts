import { setTimeout as pause } from 'node:timers/promises';
import { commands } from '../commands/index.ts';
import { openAlarm } from './alarm.ts';
import { closeCharts, warmCharts } from './charts/render.ts';
import { configuredChats, keepOpening } from './chats.ts';
import { type Config, executionOf, readConfig, shopOf } from './config.ts';
import { configuredExecutors } from './connectors/open.ts';
import { openDelivery } from './delivery.ts';
import type { House, OpenDoor } from './doors.ts';
import { openExecution } from './execution.ts';
import { executionSteps } from './execution-steps.ts';
import { openFaults } from './faults.ts';
import { heldFolder, openHeldFiles } from './held-files.ts';
import { openHouse } from './house.ts';
import { openPasses } from './passes.ts';
import { openSchedule } from './schedule.ts';
import { type OpenShop, openShop } from './shop.ts';
import { openWeb, PortTaken } from './web/door.ts';
import { openPool } from './worker/pool.ts';
import { starter, workspaceMessages, workspacePeople } from './workspace.ts';

/** How soon a message written by another process, such as the terminal's, goes out. */
const DELIVERY_EVERY_MS = 2_000;
/** How soon a held file goes whose day is over. */
const SWEEP_EVERY_MS = 10 * 60_000;

const log = (line: string) => console.log(`${new Date().toISOString()} ${line}`);
const now = Date.now;

/** Opens the shop, the workspace, whichever chats are configured, and the schedule; closes them when told to. */
async function main(): Promise<void> {
  const config = readConfig();
  const shop = await openShop({ file: config.DATABASE_PATH, shop: shopOf(config), now: now(), tell: console.log });
  const { state } = shop;
  appointAdmin(config, shop);

  const pool = openPool(shop.file);
  const address = `http://127.0.0.1:${config.PORT}`;
  const passes = openPasses({ state, now, address });
  const files = openHeldFiles({ state, folder: heldFolder(shop.file), now });
  await files.sweep();
  const terms = executionOf(config);
  const doors: OpenDoor[] = [];
  const chats: { readonly door: string; state: string }[] = [];
  const house = openHouse({
    commands,
    state,
    facts: pool.facts,
    factsTelling: pool.factsTelling,
    files,
    compute: pool.compute,
    now,
    reportFault: openFaults(log),
    doors: () => [
      ...doors.map((door) => ({ door: door.name, state: door.state() })),
      ...chats.filter(({ door }) => !doors.some(({ name }) => name === door)),
    ],
    passes,
    execution: terms,
  });
  doors.push(await openWorkspace(config, shop, house));
  const alarm = openAlarm({ state, now, log });
  state.memory.set('workspace', 'address', address, now());
  const delivery = openDelivery({ state, doors: () => doors, now, report: alarm });
  const execution = openExecution({
    state,
    executors: configuredExecutors(config, now),
    steps: executionSteps({ state, terms, now, report: alarm }),
    now,
  });
  const schedule = openSchedule({ state, house, now, afterwards: delivery.flush, report: alarm });

  // A sign-in link is a secret: it is shown to someone who sits there, and stays out of a supervisor's log.
  const isDemo = state.shop.read()?.demo === true;
  console.log(`Sextant is at ${isDemo || !process.stdout.isTTY ? address : passes.signInLink(starter)}`);
  if (!isDemo && !process.stdout.isTTY) console.log(SIGN_IN_ADVICE);
  const configured = configuredChats(config, state, { now, log });
  if (configured.size > 0) warmCharts();
  for (const [door, open] of configured) {
    const chat = { door, state: 'connecting' };
    chats.push(chat);
    // Not awaited: a chat that cannot be reached keeps neither the workspace nor the other chat from opening.
    void keepOpening(() => open(house), {
      opened: (chatDoor) => {
        doors.push(chatDoor);
        log(`${door}: ${chatDoor.state()}`);
      },
      failed: (why) => {
        chat.state = why;
        log(`${door}: ${why}`);
      },
      pause: (ms) => pause(ms, undefined, { ref: false }),
    });
  }

  if (isDemo) {
    state.schedules.add('refresh', 'first start', now());
    state.schedules.add('digest', 'first start', now());
  }
  const send = () => execution.flush().then(delivery.flush);
  const pump = setInterval(() => void send().catch((error) => log(String(error))), DELIVERY_EVERY_MS);
  const sweep = setInterval(() => void files.sweep().catch((error) => log(String(error))), SWEEP_EVERY_MS);
  schedule.start();
  schedule.tick().catch((error) => log(String(error)));

  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    clearInterval(pump);
    clearInterval(sweep);
    await schedule.stop();
    await delivery.flush();
    await Promise.all(doors.map((door) => door.close()));
    await Promise.all([pool.close(), closeCharts()]);
    shop.db.pragma('wal_checkpoint(TRUNCATE)');
    shop.db.close();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const SIGN_IN_ADVICE =
  "Type /signin in Slack or Discord, or run npm run --silent ask -- '/signin' where Sextant runs, and open the link you get.";

/** The first admin comes from the configuration; everyone else is added by an admin. */
function appointAdmin({ ADMIN }: Config, { state }: OpenShop): void {
  const [, door, user] = /^(\w+):(.+)$/.exec(ADMIN ?? '') ?? [];
  if (door === undefined || user === undefined || state.people.find(door, user)?.role === 'admin') return;
  state.people.set({ door, user, name: user, role: 'admin' }, 'configuration:ADMIN', now());
}

function openWorkspace({ PORT }: Config, { state, db }: OpenShop, house: House): Promise<OpenDoor> {
  return openWeb(
    {
      port: PORT,
      shop: state.shop.read,
      messages: workspaceMessages(state),
      people: workspacePeople(state, now),
      now,
      readiness: () => ({ ready: db.open, checks: { database: db.open ? 'open' : 'closed' } }),
      signInAdvice: SIGN_IN_ADVICE,
      report: (error) => log(`workspace: ${error instanceof Error ? error.stack : error}`),
    },
    house,
  );
}

main().catch((error: unknown) => {
  console.error(
    error instanceof PortTaken
      ? `Port ${error.port} is taken, by another program or another Sextant. Stop it, or choose another: PORT=3005 npm start`
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exit(1);
});
