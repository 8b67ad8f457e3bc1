import { onTestFinished } from 'vitest';
import type { Caller, Upload } from '../../commands/call.ts';
import { byHand, type ExecutionTerms, type Premises } from '../../commands/command.ts';
import type { Compute } from '../../commands/compute.ts';
import { commands } from '../../commands/index.ts';
import { connect, openDatabase } from '../../data/database.ts';
import { openFacts } from '../../data/facts/open.ts';
import { openState } from '../../data/state/open.ts';
import { tasks } from '../../models/tasks.ts';
import type { OpenDoor } from '../../src/doors.ts';
import { hasLeftBy } from '../../src/has-left.ts';
import { heldFolder, openHeldFiles } from '../../src/held-files.ts';
import { openHouse } from '../../src/house.ts';
import { openPasses } from '../../src/passes.ts';
import type { Answer, Fact, Part, Table } from '../../src/told.ts';
import { localDay } from '../../src/wall-clock.ts';
import { type Beginning, begun } from './beginning.ts';
import { NOON } from './clock.ts';
import { knownAt } from './known-at.ts';
import { once } from './once.ts';
import { readOnce } from './read-once.ts';
import { folderWhenWanted } from './temporary-folder.ts';

export const rina: Caller = { door: 'web', user: 'rina', name: 'Rina', channel: 'marketing' };
export const dina: Caller = { door: 'web', user: 'dina', name: 'Dina', channel: 'approvals' };
export const raka: Caller = { door: 'web', user: 'raka', name: 'Raka', channel: 'approvals' };
export const vina: Caller = { door: 'web', user: 'vina', name: 'Vina', channel: 'marketing' };
export const ana: Caller = { door: 'web', user: 'ana', name: 'Ana', channel: 'marketing' };
export const clock: Caller = { door: 'clock', user: 'sextant', name: 'Sextant' };
export const terminal: Caller = { door: 'terminal', user: 'tester', name: 'tester' };

type HouseOptions = {
  readonly at?: number;
  /** Computes each model anew, and reads all facts anew; otherwise the same question is answered once for all tests. */
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
const computeOnce: Compute = (name, input) => once(name, input, () => computeAnew(name, input));

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

/** A whole house over a database in memory, or over a file, with a clock that the test moves; models run where they stand. */
export function houseOn(
  begins: Beginning | string,
  { at = NOON, fresh = false, prophet = false, replay = false, execution = byHand, premises }: HouseOptions = {},
) {
  const inMemory = typeof begins !== 'string';
  const connection = inMemory ? connect(begins.bytes) : openDatabase(begins);
  onTestFinished(() => void connection.close());
  // No test cuts the power: those that kill processes open the file themselves.
  connection.pragma('synchronous = OFF');
  const state = openState(connection);
  const time = { at };
  const { db, facts: known } =
    inMemory && !fresh ? readOnce(connection, begins) : { db: connection, facts: openFacts(connection) };
  const facts = replay ? knownAt(known, () => localDay(time.at, state.shop.read()!.zone)) : known;
  const faults: unknown[] = [];
  const folder = inMemory ? folderWhenWanted() : heldFolder(begins);
  const doors: OpenDoor[] = [];
  const files = openHeldFiles({ state, folder, now: () => time.at });
  const house = openHouse({
    commands,
    state,
    facts,
    files,
    compute: fresh ? computeAnew : prophet ? computeOnce : computeQuickly,
    now: () => time.at,
    reportFault: (error) => `fault-${faults.push(error)}`,
    doors: () => [],
    hasLeft: hasLeftBy(() => doors),
    passes: openPasses({ state, now: () => time.at, address: 'http://127.0.0.1:3000' }),
    execution,
    ...(premises && { premises }),
  });
  const say = async (line: string, caller: Caller = terminal, uploads: readonly Upload[] = []): Promise<Answer> => {
    const answer = await house.askLine(line, caller, { uploads });
    if (answer.outcome === 'fault') throw faults.at(-1);
    return answer;
  };
  return { db, state, facts, files, house, time, faults, doors, say };
}

/** The demo shop, all commands at hand. */
export const demoHouse = (options?: HouseOptions) => houseOn(begun('demo'), options);

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
