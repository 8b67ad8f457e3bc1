import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeMigrating, type Connection, openDatabase } from '../data/database.ts';
import { openFacts, recoverImports } from '../data/facts/open.ts';
import { isRunning } from '../data/process.ts';
import { sampleShop } from '../data/sample/shop.ts';
import { openState } from '../data/state/open.ts';
import type { State } from '../data/state/types/state.ts';
import type { Instant, Shop } from '../data/types/shop.ts';
import { addDays, daysBetween, startOfWeek } from '../models/days.ts';
import { backupFolder, copyBeforeMigrating } from './ops/backups.ts';
import { localDay } from './wall-clock.ts';
import { addWorkspaceChannels } from './workspace.ts';

const DEMO_FILE = join(import.meta.dirname, '../data/local/demo.db');
/** A demo shop that ended longer ago than this is made anew: it could not be forecast any more. */
const DEMO_LIVES_DAYS = 21;
/** It is made in some ten seconds. Whoever makes it for so long has died, and another process has its number. */
const MOST_MAKING_MS = 120_000;
const LOOK_EVERY_MS = 250;

export type OpenShop = { readonly file: string; readonly db: Connection; readonly state: State };

/**
 * Opens a shop's database, or the demo shop when no file is named; makes what is not there yet. What a crash left
 * half-done is undone.
 */
export async function openShop({
  file,
  shop,
  backups,
  demoFile = DEMO_FILE,
  now,
  tell,
}: {
  readonly file: string | undefined;
  /** Where a copy is kept before a new version changes the tables; beside the database, if left out. */
  readonly backups?: string;
  /** The shop as configured; null leaves it to the first import. */
  readonly shop: Shop | null;
  readonly demoFile?: string;
  readonly now: Instant;
  readonly tell: (line: string) => void;
}): Promise<OpenShop> {
  if (file !== undefined) {
    const opened = open(file, copyBeforeMigrating(file, backupFolder(file, backups), now));
    await setUp(opened, shop, { now, tell });
    return opened;
  }
  const lastDay = addDays(startOfWeek(localDay(now, sampleShop.zone)), -1);
  if (existsSync(demoFile)) {
    const opened = open(demoFile);
    await madeByAnother(opened.state);
    const madeUntil = opened.state.memory.get('demo', 'until');
    if (madeUntil !== null && daysBetween(madeUntil, lastDay) <= DEMO_LIVES_DAYS) return opened;
    opened.db.close();
    for (const suffix of ['', '-wal', '-shm', '.truth.json']) rmSync(demoFile + suffix, { force: true });
  }
  tell('Making the demo shop, with what its people did in the last weeks …');
  const opened = open(demoFile);
  opened.state.memory.set('demo', 'maker', String(process.pid), now);
  // Loaded where it is made, once in weeks.
  const { makeLivedInDemo } = await import('./demo.ts');
  await makeLivedInDemo(opened, lastDay, now);
  return opened;
}

/** Waits while another process makes the demo: what is half-made would be taken for what a crash left. */
async function madeByAnother({ memory }: State): Promise<void> {
  const maker = Number(memory.get('demo', 'maker') ?? process.pid);
  for (let waited = 0; waited < MOST_MAKING_MS; waited += LOOK_EVERY_MS) {
    if (maker === process.pid || memory.get('demo', 'until') !== null || !isRunning(maker)) return;
    await pause(LOOK_EVERY_MS);
  }
}

/**
 * Gives a shop's database its shop: the configured one, or that of the first import, should a crash have come between
 * storing it and saying so. What is stored stays: amounts and days are kept in its currency and zone.
 */
async function setUp(
  { db, state }: OpenShop,
  configured: Shop | null,
  { now, tell }: { readonly now: Instant; readonly tell: (line: string) => void },
): Promise<void> {
  const known = state.shop.read();
  if (known && configured && (known.currency !== configured.currency || known.zone !== configured.zone)) {
    tell(
      `This database counts in ${known.currency}, ${known.zone}. The configured ${configured.currency}, ${configured.zone} ` +
        'is not used: start on another DATABASE_PATH and import again.',
    );
  }
  const first = known ? undefined : (await openFacts(db).imports.list()).findLast(({ status }) => status === 'stored');
  state.atomically(() => {
    const shop = first?.shop ?? configured;
    if (!known && shop) state.shop.set(shop);
    if (first) state.schedules.add('refresh', first.id, now);
    addWorkspaceChannels(state);
  });
}

function open(file: string, beforeMigrating?: BeforeMigrating): OpenShop {
  const db = openDatabase(file, beforeMigrating);
  recoverImports(db);
  return { file, db, state: openState(db) };
}
