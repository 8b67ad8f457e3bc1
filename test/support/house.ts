import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { inject, onTestFinished } from 'vitest';
import type { Caller, Upload } from '../../commands/call.ts';
import { byHand, type ExecutionTerms, type Premises } from '../../commands/command.ts';
import type { Compute } from '../../commands/compute.ts';
import { commands } from '../../commands/index.ts';
import { openDatabase } from '../../data/database.ts';
import { openFacts } from '../../data/facts/open.ts';
import { openState } from '../../data/state/open.ts';
import { tasks } from '../../models/tasks.ts';
import { heldFolder, openHeldFiles } from '../../src/held-files.ts';
import { openHouse } from '../../src/house.ts';
import { openPasses } from '../../src/passes.ts';
import type { Answer, Fact, Part, Table } from '../../src/told.ts';
import { localDay } from '../../src/wall-clock.ts';
import { NOON } from './clock.ts';
import { knownAt } from './known-at.ts';

export const rina: Caller = { door: 'web', user: 'rina', name: 'Rina', channel: 'marketing' };
export const dina: Caller = { door: 'web', user: 'dina', name: 'Dina', channel: 'approvals' };
export const raka: Caller = { door: 'web', user: 'raka', name: 'Raka', channel: 'approvals' };
export const vina: Caller = { door: 'web', user: 'vina', name: 'Vina', channel: 'marketing' };
export const ana: Caller = { door: 'web', user: 'ana', name: 'Ana', channel: 'marketing' };
export const clock: Caller = { door: 'clock', user: 'sextant', name: 'Sextant' };
export const terminal: Caller = { door: 'terminal', user: 'tester', name: 'tester' };

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sextant-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A database file of one's own: the demo shop, or an empty one. */
export function databaseFile(kind: 'demo' | 'empty'): string {
  const file = join(temporaryFolder(), 'shop.db');
  copyFileSync(inject(kind === 'demo' ? 'demoFile' : 'emptyFile'), file);
  return file;
}

type HouseOptions = {
  readonly at?: number;
  /** Computes each model anew; otherwise the same question is computed once for all tests. */
  readonly fresh?: boolean;
  /** Forecasts as in life. Otherwise Prophet, which takes most of their time, is left out where it is not asked for. */
  readonly prophet?: boolean;
  /** The shop as it was known at each moment of the clock: later days have not come yet. */
  readonly replay?: boolean;
  /** How approved shifts are carried out: by hand, if left out. */
  readonly execution?: ExecutionTerms;
  /** Settled by the configuration, if left out. */
  readonly premises?: Premises;
};

const computeAnew: Compute = async (name, input) => tasks[name](input as never) as never;

/** The models are pure: the same question has the same answer, and tests of all files ask the same ones. */
const computeOnce: Compute = async (name, input) => {
  const key = createHash('sha256').update(name).update(serialize(input)).digest('hex');
  const kept = join(dirname(inject('demoFile')), key);
  if (!existsSync(kept)) {
    const mine = `${kept}-${process.pid}`;
    writeFileSync(mine, serialize(await computeAnew(name, input)));
    renameSync(mine, kept);
  }
  return deserialize(readFileSync(kept)) as never;
};

const computeQuickly: Compute = (name, input) => {
  const leave = (asked: object) =>
    'method' in asked && asked.method === 'prophet' ? asked : { ...asked, prophet: 'left out' };
  if (name === 'forecast') return computeOnce(name, leave(input as object) as never);
  if (name === 'forecastEach') {
    // Each for itself, so that the first two of a question are those of another one that asked for ten.
    const each = (input as object[]).map((asked) => computeOnce(name, [leave(asked)] as never) as Promise<unknown>);
    return Promise.all(each).then((found) => found.flat()) as never;
  }
  return computeOnce(name, input);
};

/** A whole house over a database file, with a clock that the test moves; models run where they stand. */
export function houseOn(
  file: string,
  { at = NOON, fresh = false, prophet = false, replay = false, execution = byHand, premises }: HouseOptions = {},
) {
  const db = openDatabase(file);
  onTestFinished(() => void db.close());
  // No test cuts the power: those that kill processes open the file themselves.
  db.pragma('synchronous = OFF');
  const state = openState(db);
  const time = { at };
  const facts = replay ? knownAt(openFacts(db), () => localDay(time.at, state.shop.read()!.zone)) : openFacts(db);
  const faults: unknown[] = [];
  const files = openHeldFiles({ state, folder: heldFolder(file), now: () => time.at });
  const house = openHouse({
    commands,
    state,
    facts,
    files,
    compute: fresh ? computeAnew : prophet ? computeOnce : computeQuickly,
    now: () => time.at,
    reportFault: (error) => `fault-${faults.push(error)}`,
    doors: () => [],
    passes: openPasses({ state, now: () => time.at, address: 'http://127.0.0.1:3000' }),
    execution,
    ...(premises && { premises }),
  });
  const say = async (line: string, caller: Caller = terminal, uploads: readonly Upload[] = []): Promise<Answer> => {
    const answer = await house.askLine(line, caller, { uploads });
    if (answer.outcome === 'fault') throw faults.at(-1);
    return answer;
  };
  return { db, state, facts, files, house, time, faults, say };
}

/** The demo shop, all commands at hand. */
export const demoHouse = (options?: HouseOptions) => houseOn(databaseFile('demo'), options);

/** Everything an answer says in words, for looking things up in it. */
export function words(answer: Answer): string {
  return [answer.title, ...answer.parts.flatMap(wordsOf)].join('\n');
}

function wordsOf(part: Part): string[] {
  if (part.kind === 'text' || part.kind === 'note') return [part.text];
  if (part.kind === 'facts') return part.facts.map(({ label, value }) => `${label}: ${value}`);
  if (part.kind === 'table') return part.rows.map((row) => row.join(' | '));
  if (part.kind === 'chart') return [part.title, part.alt];
  return [part.content];
}

export function fact(answer: Answer, label: string): Fact {
  const found = answer.parts
    .flatMap((part) => (part.kind === 'facts' ? part.facts : []))
    .find((each) => each.label.startsWith(label));
  if (!found) throw new Error(`No fact "${label}" in: ${words(answer)}`);
  return found;
}

export function table(answer: Answer, title?: string): Table {
  const found = answer.parts.find(
    (part): part is Table => part.kind === 'table' && (title === undefined || part.title === title),
  );
  if (!found) throw new Error(`No table in: ${words(answer)}`);
  return found;
}
