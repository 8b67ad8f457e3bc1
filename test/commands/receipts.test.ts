import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Part } from '../../src/told.ts';
import { ana, demoHouse, fact, rina, table, vina, words } from '../support/house.ts';

/** Answers to what people ask most, each with the receipt that it stands under. */
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
];

const idsIn = (answer: object) =>
  [...new Set(JSON.stringify(answer).match(/"[FSMNERB]-\d+"/g) ?? [])].map((id) => id.slice(1, -1));

describe('a receipt', () => {
  it('computed again on its cut gives the same to the last digit, of every kind of run', async () => {
    const house = demoHouse();
    const quoted: string[] = [];
    for (const question of questions) {
      const answer = await house.say(question, rina);
      expect([question, answer.outcome]).toEqual([question, 'answered']);
      quoted.push(...idsIn(answer));
    }
    const kinds = new Set<string>();
    for (const id of new Set(quoted)) {
      const run = house.state.runs.byId(id);
      if (!run) continue;
      kinds.add(run.kind);
      const again = await house.say(`/why ${id} again:yes`, vina);
      expect([id, run.kind, again.title]).toEqual([id, run.kind, `${id} computed again: the same to the last digit`]);
      expect(fact(again, 'Numbers compared').value).toBeGreaterThan(3);
      expect(fact(again, 'Different').value).toBe(0);
    }
    expect([...kinds].sort()).toEqual(
      ['budget', 'forecast', 'moves', 'network', 'prediction', 'profile', 'returns', 'segments', 'slices'].sort(),
    );
  }, 300_000);

  it.each(['/segment quality', '/campaign plan'])('is told in words where %s is all table', async (question) => {
    const { say } = demoHouse();
    expect(words(await say(question, rina))).toMatch(/\/why [SR]-\d+ tells how it was made/);
  });

  it('says what has changed when it is not the same', async () => {
    const { state, say } = demoHouse();
    const id = fact(await say('/forecast weeks:1 method:naive', rina), 'Net revenue').receipt!;
    const run = state.runs.byId(id)!;
    const result = structuredClone(run.result) as { daily: { expected: number[] } };
    result.daily.expected[0]! += 1e-6;
    const other = state.runs.keep(
      {
        ...run,
        key: 'another',
        result,
        receipt: { ...run.receipt, version: 1, imports: [...run.receipt.imports, 'I-99'] },
      },
      run.madeAt,
    );
    const again = await say(`/why ${other.id} again:yes`, vina);
    expect(again.title).toBe(`${other.id} computed again: not the same`);
    expect(fact(again, 'Different').value).toBe(1);
    expect(words(again)).toContain('The program that computes it is a later version.');
    expect(words(again)).toContain('Files were taken back since: I-99.');
  }, 60_000);

  it('that is no run, or is one from before questions were kept, is not computed again', async () => {
    const { state, say } = demoHouse();
    const run = state.runs.byId(fact(await say('/forecast weeks:1 method:naive', rina), 'Net revenue').receipt!)!;
    const { asked: _, ...receipt } = run.receipt;
    const old = state.runs.keep({ ...run, key: 'old', receipt: { ...receipt, method: 'plain English' } }, 1);
    expect((await say(`/why ${old.id} again:yes`, vina)).title).toBe(`${old.id} cannot be computed again`);
    expect(fact(await say(`/why ${old.id}`, vina), 'Method').value).toBe('plain English');
    expect((await say('/why I-1 again:yes', vina)).title).toBe('I-1 is nothing that is computed');
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
  const modelled = /^(forecast|segment|campaign (roi|plan|pacing|ledger)|budget plan|network|ledger)/;

  it('stands under a receipt', async () => {
    const { say } = demoHouse();
    const examples = commands
      .filter(
        ({ name, hidden, needs }) => !hidden && modelled.test(name) && (needs === 'viewer' || needs === 'analyst'),
      )
      .flatMap(({ name, examples: [first] }) => (first && !(name in without) ? [`/${first}`] : []));
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
