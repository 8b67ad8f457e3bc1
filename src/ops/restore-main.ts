import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { NotRestored, restore } from './restore.ts';

const USAGE = `npm run restore -- data/local/shop.db.backups/shop.2026-04-20.db [--to FILE] [--replace]
Puts a backup in the place of DATABASE_PATH, or of the file named by --to. Stop Sextant first.
A database that stands there is moved aside, and only with --replace.`;

/** @returns the exit status: 0 restored, 1 not, and nothing was changed */
function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { to: { type: 'string' }, replace: { type: 'boolean', default: false }, help: { type: 'boolean' } },
  });
  const config = readConfig();
  const from = config.INIT_CWD ?? process.cwd();
  const [backup] = positionals;
  const to = values.to === undefined ? config.DATABASE_PATH : resolve(from, values.to);
  if (values.help || backup === undefined || positionals.length > 1 || to === undefined) {
    console.error(USAGE);
    return values.help ? 0 : 1;
  }
  const aside = restore(resolve(from, backup), { to, replace: values.replace, now: Date.now() });
  console.log(`Restored to ${to}.${aside === null ? '' : ` What stood there is now ${aside}.`}`);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  const ours = error instanceof NotRestored || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  console.error(ours ? (error as Error).message : error);
  process.exitCode = ours ? 1 : 2;
}
