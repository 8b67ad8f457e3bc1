import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../data/database.ts';
import { openState } from '../../data/state/open.ts';
import { makeDemo } from '../../src/demo.ts';
import { hasChromium } from './browser.ts';
import { LAST_DAY, NOON } from './clock.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database file with the demo shop: copy it, do not write to it. What models have said is kept beside it. */
    demoFile: string;
    /** One without a shop, up to date: copy it too. */
    emptyFile: string;
  }
}

/** Public data sets, beside the project: not part of it. */
const sharedData = join(import.meta.dirname, '../../../shared/data');

const folder = mkdtempSync(join(tmpdir(), 'sextant-test-'));

/** Makes the demo shop once for all tests: every test works on a copy of the file. Says what will be skipped. */
export async function setup(project: TestProject): Promise<void> {
  if (!existsSync(sharedData))
    project.vitest.logger.log(`${sharedData} is not here: tests on public data are skipped.`);
  if (!hasChromium) project.vitest.logger.log('There is no Chromium (set CHROMIUM): tests in a browser are skipped.');
  const file = join(folder, 'demo.db');
  const db = openDatabase(file);
  makeDemo({ file, db, state: openState(db) }, LAST_DAY, NOON);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  project.provide('demoFile', file);
  const emptyFile = join(folder, 'empty.db');
  openDatabase(emptyFile).close();
  project.provide('emptyFile', emptyFile);
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
