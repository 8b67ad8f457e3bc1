import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { Caller, Progress, Upload } from '../../commands/call.ts';
import { argumentsOf } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { openFacts } from '../../data/facts/open.ts';
import { tasks } from '../../models/tasks.ts';
import { say } from '../../words/say.ts';
import { type Language, tell } from '../../words/tell.ts';
import { parseCommandLine } from '../arguments.ts';
import { executionOf, languageOfSystem, readConfig, secretsOf, shopOf, workspaceAddress } from '../config.ts';
import { openFaults } from '../faults.ts';
import { heldFolder, openHeldFiles } from '../held-files.ts';
import { openHouse } from '../house.ts';
import { openLog } from '../ops/log.ts';
import { openRedaction } from '../ops/redact.ts';
import { addressOf, openPasses } from '../passes.ts';
import { chosenFile, openPremises } from '../premises.ts';
import { openShop } from '../shop.ts';
import type { Answer } from '../told.ts';
import { renderTerminal } from './render.ts';
import { terminalUser } from './user.ts';

const USAGE = `npm run --silent ask -- '/forecast weeks:8' [--json] [--db FILE] [--as web:dina] [--demo]
Without a command it reads commands line by line.`;

/** An answer, a refusal or wrong input, our own fault. */
const exitCodes: Readonly<Record<Answer['outcome'], number>> = { answered: 0, refused: 1, fault: 2 };

/**
 * The terminal door. Whoever can open the database file is an admin, recorded as `terminal:<os user>`; `--as` asks
 * with the rights of someone else.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      db: { type: 'string' },
      as: { type: 'string' },
      demo: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const config = readConfig();
  const language = languageOfSystem(config) ?? 'en';
  const from = config.INIT_CWD ?? process.cwd();
  const mayChoose = values.db === undefined && config.DATABASE_PATH === undefined && !values.demo;
  const named = values.demo ? undefined : config.DATABASE_PATH;
  const file =
    values.db === undefined ? (named ?? (mayChoose ? chosenFile() : null) ?? undefined) : resolve(from, values.db);
  const now = Date.now;
  const makesOne = /^\/?(?:import|data\s+add|settings|start)\b/.test(positionals.join(' ').trim());
  if (file !== undefined && !existsSync(file) && !makesOne) {
    console.error(
      tell(say`There is no database at ${file}. An import makes it: '/import file:orders.csv'`, {
        language,
        shop: null,
      }),
    );
    return 1;
  }
  const shop = await openShop({
    file,
    shop: shopOf(config),
    backups: config.BACKUP_FOLDER,
    now: now(),
    tell: (line) => console.error(line),
  });
  const log = openLog({
    write: (line) => console.error(line),
    shape: 'words',
    redact: openRedaction(secretsOf(config)),
    now,
  });
  const files = openHeldFiles({ state: shop.state, folder: heldFolder(shop.file), now });
  await files.sweep();
  const address = addressOf(shop.state, workspaceAddress(config));
  const house = openHouse({
    commands,
    state: shop.state,
    facts: openFacts(shop.db),
    factsTelling: (tell) => openFacts(shop.db, tell),
    files,
    // Nobody else waits for this process, so it computes where it stands.
    compute: async (name, input) => tasks[name](input as never) as never,
    now,
    reportFault: openFaults(log.from('fault')),
    doors: () => [{ door: 'terminal', state: say`this one` }],
    premises: mayChoose ? openPremises({ now, address }) : null,
    passes: openPasses({ state: shop.state, now, address }),
    execution: executionOf(config),
  });
  const caller = callerOf(values.as, languageOfSystem(config));

  const askOne = async (line: string): Promise<number> => {
    const progress = openProgressLine();
    const answer = await house.askLine(line, caller, { uploads: uploadsOf(line, from), progress: progress.show });
    progress.clear();
    console.log(values.json ? JSON.stringify(answer, null, 2) : renderTerminal(answer));
    return exitCodes[answer.outcome];
  };
  try {
    if (positionals.length > 0) return await askOne(positionals.join(' '));
    const input = createInterface({ input: process.stdin, output: process.stderr, prompt: 'sextant> ' });
    let last = 0;
    input.prompt();
    for await (const line of input) {
      if (/^\s*(exit|quit)\s*$/.test(line)) break;
      if (line.trim() !== '') last = await askOne(line);
      input.prompt();
    }
    return last;
  } finally {
    shop.db.close();
  }
}

/** `web:dina`, or `dina` for someone of the local workspace. */
function callerOf(as: string | undefined, language: Language | undefined): Caller {
  const reads = language === undefined ? {} : { language };
  if (as === undefined) {
    const user = terminalUser();
    return { door: 'terminal', user, name: user, ...reads };
  }
  const [, door = 'web', user = as] = /^(slack|discord|web):(.+)$/.exec(as) ?? [];
  return {
    door: door as Caller['door'],
    user,
    name: user,
    seat: 'terminal',
    behind: `terminal:${terminalUser()}`,
    ...reads,
  };
}

/** At the terminal a file is a path that the person can read anyway, or several with commas between them. */
function uploadsOf(line: string, from: string): readonly Upload[] {
  const parsed = parseCommandLine(line, commands);
  if (!parsed.known) return [];
  const command = commands.find(({ name }) => name === parsed.ask.name)!;
  return argumentsOf(command).flatMap(({ name, kind }) => {
    const typed = kind === 'file' ? parsed.ask.input[name] : undefined;
    if (typeof typed !== 'string' || typed === '') return [];
    const paths = existsSync(resolve(from, typed)) ? [typed] : typed.split(',').map((path) => path.trim());
    return paths.map((path) => ({ name: basename(path), path: resolve(from, path) }));
  });
}

/** One line that is written over; on stderr, so that answers can be piped. */
function openProgressLine() {
  let width = 0;
  const write = (words: string) => {
    if (!process.stderr.isTTY) return;
    process.stderr.write(`\r${words.padEnd(width)}`);
    width = words.length;
  };
  return {
    show({ words }: Progress): void {
      if (process.stderr.isTTY) write(words);
      else console.error(words);
    },
    clear(): void {
      if (width > 0) write('');
      if (width > 0) process.stderr.write('\r');
    },
  };
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') ? 1 : 2;
}
