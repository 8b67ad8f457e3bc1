import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import type { Connection } from '../../data/database.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What stands in a database before a test begins: each house has a copy of it, in memory. Never written to. */
export type Beginning = {
  /** Of no other. */
  readonly name: string;
  readonly bytes: Buffer;
};

const beginnings = new Map<string, Beginning>();

/** The demo shop, or no shop at all. */
export function begun(kind: 'demo' | 'empty'): Beginning {
  const known = beginnings.get(kind) ?? readBeginning(inject(kind === 'demo' ? 'demoFile' : 'emptyFile'));
  beginnings.set(kind, known);
  return known;
}

/** One that is made once for all tests. `name` says what is in it; `make` gives the connection to it. */
export async function keptBeginning(name: string, make: () => Promise<Connection>): Promise<Beginning> {
  const kept = join(dirname(inject('demoFile')), `${name.replace(/[^\w-]+/g, '_')}.db`);
  if (!existsSync(kept)) {
    const db = await make();
    writeFileSync(`${kept}-${process.pid}`, db.serialize());
    renameSync(`${kept}-${process.pid}`, kept);
  }
  return readBeginning(kept);
}

/** A database file of one's own that begins so, gone when the test is over: for more than one process or connection. */
export function databaseFile({ bytes }: Beginning): string {
  const file = join(temporaryFolder(), 'shop.db');
  writeFileSync(file, bytes);
  return file;
}

/** Where the format of the file is told, and the number of the one that has no log beside it (sqlite.org/fileformat.html). */
const FORMAT_AT = [18, 19];
const WITHOUT_LOG = 1;

function readBeginning(file: string): Beginning {
  const bytes = readFileSync(file);
  for (const at of FORMAT_AT) bytes[at] = WITHOUT_LOG;
  return { name: file, bytes };
}
