import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleIn } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { makers } from '../../commands/runs/ask-again.ts';
import type { Run, RunKind } from '../../data/state/types/runs.ts';
import type { Part } from '../../src/told.ts';
import { named } from '../../words/say.ts';
import { everyRun } from '../support/again.ts';
import { ana, demoHouse, fact, rina, table, vina, words } from '../support/house.ts';

/** Answers to what people ask most, each with the receipt that it stands under: together of every kind of run. */
const questions = [
  '/forecast weeks:4',
  '/forecast weeks:2 metric:orders by:channel top:2',
  '/forecast weeks:4 metric:customers',
  '/segment',
  '/segment moves',
  '/segment next',
  '/segment profile',
  '/campaign roi weeks:8',
  '/budget plan',
  '/network',
  '/segment k:3',
  '/campaign timing',
  '/campaign plan',
  '/campaign pacing',
  '/drivers by:weekday',
  '/drivers by:channel',
  '/digest persona:analyst details:yes',
];

/** What was found when the versions were last written down: see below. */
const methods: Readonly<Record<string, Fingerprint>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'methods.json'), 'utf8'),
);
const runKinds = Object.keys(makers) as readonly RunKind[];

/** What a version of a method finds: all its numbers to nine digits. */
type Fingerprint = { readonly version: number; readonly numbers: string };

function fingerprint({ result, receipt: { version } }: Run): Fingerprint {
  const numbers = JSON.stringify(result, (_, value) => {
    if (typeof value === 'number') return Number(value.toPrecision(9));
    if (typeof value === 'string' || (typeof value === 'object' && value !== null && 'said' in value)) return undefined;
    return value;
  });
  return { version: version!, numbers: createHash('sha256').update(numbers).digest('hex').slice(0, 12) };
}

/** What a run was asked with, as far as that is no finding of another run. */
function ofWhat({ receipt: { parameters } }: Run): string {
  const found = ['notes', 'calendar', 'sales', 'expected', 'total'];
  return Object.entries(parameters)
    .filter(([name, value]) => !found.includes(name) && value !== null && !/^[A-Z]-\d/.test(String(value)))
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** Of what nothing is to be seen in these answers: each has its test where it is made. */
const elsewhere: readonly RunKind[] = ['drivers', 'rules', 'split', 'record', 'result', 'finding'];

describe('a receipt', () => {
  it('computed again on its cut gives the same to the last digit, of every kind of run', async () => {
    // Answers that are kept for all tests would be held against themselves.
    const house = demoHouse({ fresh: true });
    await house.say('/campaign budget campaign:"Voucher Gajian" amount:12M', ana);
    for (const question of questions) {
      const answer = await house.say(question);
      expect([question, answer.outcome]).toEqual([question, 'answered']);
    }
    const runs = everyRun(house);
    for (const run of runs) {
      const again = await house.say(`/why ${run.id} again:yes`);
      expect([run.id, run.kind, again.title, words(again)]).toEqual([
        run.id,
        run.kind,
        `${run.id} computed again: the same to the last digit`,
        expect.stringContaining('Same data, same seed, same program.'),
      ]);
      expect(fact(again, 'Numbers compared').value).toBeGreaterThan(3);
      expect(fact(again, 'Different').value).toBe(0);
    }
    const kinds = new Set(runs.map(({ kind }) => kind));
    expect([...kinds, ...elsewhere].sort()).toEqual([...runKinds].sort());

    // A method that finds other numbers is another method: what was found before must not pass for its work.
    const found = Object.fromEntries(
      runs.map((run) => [`${run.kind}: ${ofWhat(run)}`, fingerprint(run)] as const).sort(),
    );
    const moved = Object.entries(found).filter(([of, { version, numbers }]) => {
      const kept = methods[of];
      return kept !== undefined && kept.version === version && kept.numbers !== numbers;
    });
    expect(moved.map(([of]) => `${of}: the method moved, raise its VERSION`)).toEqual([]);
    // What is new or was raised: npx vitest run test/commands/receipts.test.ts -u
    await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot('methods.json');
  }, 300_000);

  it.each(['/segment quality', '/campaign plan', '/campaign timing', '/drivers by:product', '/drivers by:month'])(
    'is told in words where %s is all table',
    async (question) => {
      const { say } = demoHouse();
      expect(words(await say(question, rina))).toMatch(/\/why [SRD]-\d+ tells how it was made/);
    },
  );

  it('whose method has moved since says from which version to which, with both numbers', async () => {
    const { state, say } = demoHouse();
    const id = fact(await say('/forecast weeks:1 method:naive', rina), 'Net revenue').receipt!;
    const run = state.runs.byId(id)!;
    const result = structuredClone(run.result) as { total: { expected: number } };
    result.total.expected += 1000;
    const other = state.runs.keep(
      { ...run, key: 'another', result, receipt: { ...run.receipt, version: 1 } },
      run.madeAt,
    );
    const again = await say(`/why ${other.id} again:yes`, vina);
    expect(again.title).toBe(`${other.id} computed again: not the same, its method has moved since`);
    expect(fact(again, 'Different').value).toBe(1);
    expect(words(again)).toContain(`The method moved from version 1 to version ${run.receipt.version} since.`);
    expect(table(again, 'What differs').rows).toEqual([
      ['total.expected', expect.stringMatching(/\d/), expect.stringMatching(/\d/)],
    ]);
  }, 60_000);

  it('of a time that kept less of each thing still shows, and its numbers are compared', async () => {
    const { state, say } = demoHouse();
    const run = state.runs.byId(fact(await say('/forecast weeks:1', rina), 'Net revenue').receipt!)!;
    const result = structuredClone(run.result) as { members: { method?: string }[] };
    for (const member of result.members) delete member.method;
    const receipt = { ...run.receipt, version: 5 };
    const old = state.runs.keep({ ...run, key: 'old', result, receipt }, run.madeAt);
    expect(fact(await say(`/why ${old.id}`, vina), 'Method').value).toBe('the combination');
    const again = await say(`/why ${old.id} again:yes`, vina);
    expect(again.title).toBe(`${old.id} computed again: the same to the last digit`);
    expect(words(again)).toContain(`The method moved from version 5 to version ${run.receipt.version} since.`);
  }, 60_000);

  it('that is not the same though nothing has moved says that this should not be', async () => {
    const { state, say } = demoHouse();
    const id = fact(await say('/forecast weeks:1 method:naive', rina), 'Net revenue').receipt!;
    const run = state.runs.byId(id)!;
    const result = structuredClone(run.result) as { daily: { expected: number[] } };
    result.daily.expected[0]! += 1e-6;
    const other = state.runs.keep({ ...run, key: 'another', result }, run.madeAt);
    const again = await say(`/why ${other.id} again:yes`, vina);
    expect(again.title).toBe(`${other.id} computed again: not the same`);
    expect(words(again)).toContain('so this should not be: tell whoever runs me.');
  }, 60_000);

  it('made from a file that was erased for good says so', async () => {
    const { state, say } = demoHouse();
    const id = fact(await say('/forecast weeks:1 method:naive', rina), 'Net revenue').receipt!;
    const run = state.runs.byId(id)!;
    const receipt = { ...run.receipt, imports: [...run.receipt.imports, 'I-99'] };
    const other = state.runs.keep({ ...run, key: 'another', receipt }, run.madeAt);
    const again = await say(`/why ${other.id} again:yes`, vina);
    expect(again.title).toBe(`${other.id} cannot be computed again`);
    expect(words(again)).toContain('It was made from files that were taken back and then erased for good: I-99.');
  }, 60_000);

  it('that is no run, or is one from before questions were kept, is not computed again', async () => {
    const { state, say } = demoHouse();
    const run = state.runs.byId(fact(await say('/forecast weeks:1 method:naive', rina), 'Net revenue').receipt!)!;
    const { asked: _, ...receipt } = run.receipt;
    const old = state.runs.keep({ ...run, key: 'old', receipt: { ...receipt, method: named('plain English') } }, 1);
    expect((await say(`/why ${old.id} again:yes`, vina)).title).toBe(`${old.id} cannot be computed again`);
    const about = await say(`/why ${old.id}`, vina);
    expect(fact(about, 'Method').value).toBe('plain English');
    expect(words(about)).toContain('It cannot be computed again. It was made before I kept what was asked.');
    const file = await say('/why I-1 again:yes', vina);
    expect(file.title).toBe('I-1 is nothing that is computed');
    expect(words(file)).toContain('It is a file: its numbers were counted when it was read.');
  });

  it('says who has quoted it: the answers of people, and the messages of channels', async () => {
    const { say } = demoHouse();
    const id = fact(await say('/forecast weeks:1 method:naive', rina), 'Net revenue').receipt!;
    await say('/forecast weeks:1 method:naive', rina);
    await say('/forecast weeks:1 method:naive share:yes', vina);
    const { rows } = table(await say(`/why ${id}`, ana), 'Quoted since');
    expect(rows.map(([, , what, where, who, times]) => [what, where, who, times])).toEqual([
      ['/forecast', 'a private answer', 'Rina', 2],
      ['/forecast', 'web marketing', 'Vina', 1],
    ]);
  }, 60_000);
});

describe('every command that answers with model results', () => {
  /** Answers whose figures are not of a model: what files tell, what people set, what Sextant itself did. */
  const without: Readonly<Record<string, string>> = {
    alerts: 'each row has the id of its alert',
    'alerts budget': 'a setting',
    'alerts rules': 'settings',
    'alerts stale': 'a setting',
    'ledger people': 'told in private of each person, from weeks of the ledger that have their own receipts',
  };
  const modelled =
    /^(forecast|segment|campaign (roi|plan|pacing|timing|ledger)|budget plan|network|ledger|drivers|digest$)/;

  it('stands under a receipt', async () => {
    const { say } = demoHouse();
    const examples = commands
      .filter(
        ({ name, hidden, needs }) => !hidden && modelled.test(name) && (needs === 'viewer' || needs === 'analyst'),
      )
      .flatMap(({ name, examples: [first] }) => (first && !(name in without) ? [`/${exampleIn('en', first)}`] : []));
    const bare: string[] = [];
    for (const example of examples) {
      const answer = await say(example, rina);
      if (answer.outcome !== 'answered') continue;
      const figures = answer.parts.some((part: Part) =>
        part.kind === 'facts'
          ? part.facts.some(({ unit }) => ['money', 'share', 'count'].includes(unit))
          : part.kind === 'table' && part.columns.some(({ unit }) => unit === 'money' || unit === 'share'),
      );
      if (figures && !/"[A-Z]-\d+"/.test(JSON.stringify(answer))) bare.push(example);
    }
    expect(examples.length).toBeGreaterThan(10);
    expect(bare).toEqual([]);
  }, 300_000);
});
