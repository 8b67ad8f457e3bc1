import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byHand } from '../../commands/command.ts';
import type { Compute } from '../../commands/compute.ts';
import { commands } from '../../commands/index.ts';
import { openDatabase } from '../../data/database.ts';
import { openState } from '../../data/state/open.ts';
import { makeDemo } from '../../src/demo.ts';
import { heldFolder, openHeldFiles } from '../../src/held-files.ts';
import { openHouse } from '../../src/house.ts';
import { openPool } from '../../src/worker/pool.ts';
import { LAST_DAY, NOON } from '../support/clock.ts';

/** Told of every model that is asked for. */
type Computed = (...asked: Parameters<Compute>) => void;

/** A folder for the run of one bench. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sextant-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A house on the demo shop as `main.ts` builds it, its facts and models in worker threads. */
export async function houseInFolder(folder: string, { computed = () => {} }: { readonly computed?: Computed } = {}) {
  const file = await demoFile(folder);
  const db = openDatabase(file);
  const pool = openPool(file);
  const state = openState(db);
  const house = openHouse({
    commands,
    state,
    facts: pool.facts,
    files: openHeldFiles({ state, folder: heldFolder(file), now: () => NOON }),
    compute: (name, input) => {
      computed(name, input);
      return pool.compute(name, input);
    },
    now: () => NOON,
    reportFault: (error) => {
      throw error;
    },
    doors: () => [],
    passes: { signInLink: () => '', apiToken: () => '' },
    execution: byHand,
  });
  const close = async () => {
    await pool.close();
    db.close();
  };
  return { house, state, pool, close };
}

/** The demo shop in a file of its own. */
export async function demoFile(folder: string): Promise<string> {
  const file = join(folder, 'demo.db');
  const db = openDatabase(file);
  makeDemo({ file, db, state: openState(db) }, LAST_DAY, NOON);
  db.close();
  return file;
}
