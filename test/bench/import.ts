import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { openDatabase } from '../../data/database.ts';
import { seededChance } from '../../data/sample/random.ts';
import { bigShop, writeBigShop } from './big-shop.ts';
import type { Cost } from './once.ts';
import { once } from './own-process.ts';
import { ms, type Row, seconds } from './print.ts';
import { inFolder } from './shops.ts';

const SHEET = { rows: 60_000, columns: 50 } as const;

/** A large shop from its file to the features of its customers, and a large workbook, each beside those who do it well. */
export function measure(): Promise<readonly Row[]> {
  return inFolder(async (folder) => {
    const csv = join(folder, 'orders.csv');
    writeBigShop(csv);
    const file = join(folder, 'shop.db');
    openDatabase(file).close();
    return [...(await importRows(folder, file, csv)), ...(await featureRows(folder, file)), await workbookRow(folder)];
  });
}

async function importRows(folder: string, file: string, csv: string): Promise<readonly Row[]> {
  const own = once('load', file, csv);
  const peer = sqliteImport(folder, csv);
  const megabytes = Math.round(statSync(csv).size / 1e6);
  return [
    {
      what: `Import of ${own.rows.toLocaleString('en-US')} lines, ${megabytes} MB, all checks (CPU)`,
      measured: `${seconds(own.cpuMs)}, ${seconds(own.wallMs)} by the clock`,
      beside: peer === null ? 'sqlite3 is not installed' : `sqlite3 .import of the text: ${seconds(peer)}`,
      goal: peer === null ? '2 times' : `${times(own.cpuMs, peer)} its CPU; goal 2`,
    },
    {
      what: 'Its peak memory, and how long another writer waits: one in a hundred longer, and the longest',
      measured: `${Math.round(own.peakMb)} MB, ${ms(own.waitMs.p99)}, ${ms(own.waitMs.longest)}`,
      beside: '',
      goal: '400 MB, tens of ms',
    },
  ];
}

async function featureRows(folder: string, file: string): Promise<readonly Row[]> {
  const own = once('features', file);
  once('writeTables', file, folder);
  const peer = once('duckFeatures', folder);
  if (peer && JSON.stringify(peer.found) !== JSON.stringify(own.found)) {
    throw new Error(`DuckDB finds ${JSON.stringify(peer.found)}, Sextant ${JSON.stringify(own.found)}`);
  }
  const row = (what: string, mine: Cost, theirs: Cost | undefined): Row => ({
    what: `${what} of ${bigShop.customers.toLocaleString('en-US')} customers`,
    measured: `${seconds(mine.wallMs)} (CPU ${seconds(mine.cpuMs)}), peak ${Math.round(mine.peakMb)} MB`,
    beside: theirs ? `DuckDB: ${seconds(theirs.wallMs)} (CPU ${seconds(theirs.cpuMs)})` : 'DuckDB is not installed',
    goal: theirs
      ? `${times(mine.cpuMs, theirs.cpuMs)} its CPU, ${times(mine.wallMs, theirs.wallMs)} its clock; goal 2`
      : '2 times',
  });
  return [row('Features', own, peer ?? undefined), row('View', own.view, peer?.view)];
}

async function workbookRow(folder: string): Promise<Row> {
  const path = join(folder, 'orders.xlsx');
  const chance = seededChance(2);
  const header = Array.from({ length: SHEET.columns }, (_, at) => `column ${at}`);
  const rows = Array.from({ length: SHEET.rows }, (_, at) =>
    header.map((_, column) => (column % 2 === 0 ? Math.floor(chance.next() * 1e6) : `word ${(at * column) % 977}`)),
  );
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Orders', rows: [header, ...rows] }] }));
  const own = once('workbook', path);
  const peer = once('workbookPeer', path);
  const words = ({ cpuMs, peakMb }: Cost) => `${seconds(cpuMs)}, peak ${Math.round(peakMb)} MB`;
  return {
    what: `Reading a workbook of ${SHEET.rows.toLocaleString('en-US')} × ${SHEET.columns} cells (CPU)`,
    measured: words(own),
    beside: peer ? `read-excel-file: ${words(peer)}` : 'read-excel-file is not installed',
    goal: peer ? `${times(own.cpuMs, peer.cpuMs)} its CPU` : '',
  };
}

function times(own: number, peer: number): string {
  return `${(own / peer).toFixed(1)} times`;
}

/** CPU milliseconds of `sqlite3 .import` into one table of text; null when it is not installed. */
function sqliteImport(folder: string, csv: string): number | null {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return null;
  const script = join(folder, 'import.sql');
  writeFileSync(script, `.mode csv\n.import ${csv} lines\n`);
  const timed = 'TIMEFORMAT="%U %S"; time sqlite3 "$0" < "$1"';
  const { stderr } = spawnSync('bash', ['-c', timed, join(folder, 'peer.db'), script], { encoding: 'utf8' });
  const [user = 0, system = 0] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  return (user + system) * 1000;
}
