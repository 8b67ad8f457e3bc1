import { execFileSync, spawnSync } from 'node:child_process';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openDatabase } from '../../data/database.ts';
import { openFacts } from '../../data/facts/open.ts';
import { type Row, seconds } from './print.ts';
import { hasOnlineRetail, inFolder, onlineRetail } from './shops.ts';

/** The whole file, checked, netted and indexed, beside sqlite3 copying its text into one table. */
export async function measure(): Promise<readonly Row[]> {
  if (!hasOnlineRetail) return [missing('../shared/data/online-retail is not here')];
  return inFolder(async (folder) => {
    const csv = join(folder, 'orders.csv');
    writeFileSync(csv, gunzipSync(readFileSync(onlineRetail)));
    const db = openDatabase(join(folder, 'shop.db'));
    const cpu = process.cpuUsage();
    const started = performance.now();
    const report = await openFacts(db).imports.load({
      path: csv,
      name: 'orders.csv',
      learnedAt: Date.now(),
      shop: null,
    });
    const took = performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    db.close();
    const own = (user + system) / 1000;
    const peer = sqliteImport(folder, csv);
    return [
      {
        what: `Import of ${report.rows} rows, all checks (CPU)`,
        measured: `${seconds(own)}, ${seconds(took)} by the clock, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
        beside: peer === null ? 'sqlite3 is not installed' : `sqlite3 .import of the text: ${seconds(peer)}`,
        goal: peer === null ? '' : `${(own / peer).toFixed(1)} times its CPU`,
      },
    ];
  });
}

/** CPU milliseconds of `sqlite3 .import`, children included; null when it is not installed. */
function sqliteImport(folder: string, csv: string): number | null {
  if (spawnSync('sqlite3', ['--version']).status !== 0) return null;
  const script = join(folder, 'import.sql');
  writeFileSync(script, `.mode csv\n.import ${csv} lines\n`);
  const out = execFileSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time sqlite3 "$0" < "$1"', join(folder, 'peer.db'), script],
    {
      stdio: ['ignore', 'ignore', openSync(join(folder, 'time'), 'w')],
    },
  );
  void out;
  const [user = 0, system = 0] = readFileSync(join(folder, 'time'), 'utf8')
    .trim()
    .split('\n')
    .at(-1)!
    .split(' ')
    .map(Number);
  return (user + system) * 1000;
}

function missing(why: string): Row {
  return { what: 'Import', measured: 'not measured', beside: why, goal: '' };
}
