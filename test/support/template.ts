import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../data/database.ts';
import { openState } from '../../data/state/open.ts';
import { makeDemo } from '../../src/shop.ts';
import { LAST_DAY, NOON } from './clock.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database file with the demo shop: copy it, do not write to it. */
    demoFile: string;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'sextant-test-'));

/** Makes the demo shop once for all tests: every test works on a copy of the file. */
export async function setup(project: TestProject): Promise<void> {
  const file = join(folder, 'demo.db');
  const db = openDatabase(file);
  makeDemo({ file, db, state: openState(db) }, LAST_DAY, NOON);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  project.provide('demoFile', file);
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
