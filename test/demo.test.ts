import { describe, expect, it } from 'vitest';
import type { Compute } from '../commands/compute.ts';
import { openDatabase } from '../data/database.ts';
import { openFacts } from '../data/facts/open.ts';
import { PAST_WEEKS } from '../data/sample/past.ts';
import { openState } from '../data/state/open.ts';
import { addDays } from '../models/days.ts';
import { tasks } from '../models/tasks.ts';
import { makeLivedInDemo } from '../src/demo.ts';
import { keptBeginning } from './support/beginning.ts';
import { LAST_DAY, NOON } from './support/clock.ts';
import { clock, demoHouse, houseOn, rina, table, words } from './support/house.ts';

const MONDAY = addDays(LAST_DAY, 1);
const compute: Compute = async (name, input) => tasks[name](input as never) as never;

/** A smaller shop lives through the same; its models run where they stand. */
async function lived() {
  const begins = await keptBeginning('lived-in demo', async () => {
    const file = ':memory:';
    const db = openDatabase(file);
    const work = () => ({ facts: openFacts(db), compute, close: async () => {} });
    await makeLivedInDemo({ file, db, state: openState(db) }, LAST_DAY, NOON, { customers: 350, work });
    return db;
  });
  return houseOn(begins);
}

describe('the demo with a past', () => {
  it('has shifted budgets, spent what was decided, and held the promises against what came', async () => {
    const { state, facts, say } = await lived();

    const files = await facts.imports.list();
    expect(files).toHaveLength(1 + PAST_WEEKS);
    expect((await facts.coverage()).lastCompleteDay).toBe(LAST_DAY);
    // A week ago nobody knew of the last one.
    expect((await facts.coverage({ knownBy: addDays(LAST_DAY, -1) })).lastCompleteDay).toBe(addDays(LAST_DAY, -7));

    const shifts = state.proposals.list({ limit: 10 });
    const [waits] = shifts;
    expect(waits).toMatchObject({ state: 'proposed', requesterName: 'Rina' });
    const carriedOut = state.executions.list(['sent', 'confirmed']);
    expect(carriedOut.map(({ proposal }) => proposal)).toContain('P-1');
    expect(carriedOut[0]!.seen).toMatchObject({ lines: [{ says: 'matches' }, { says: 'matches' }] });
    const rows = table(await say('/budget record', rina), 'Shifts').rows;
    expect(rows.map((row) => row.at(-1))).toEqual(['worked', 'did not work']);
    // What was asked, decided and found stands at the time when it was.
    const log = state.audit.about('P-1').map(({ at }) => at);
    expect(log).toEqual(log.toSorted((a, b) => a - b));
    expect(log.at(0)).toBeLessThan(NOON - 7 * (PAST_WEEKS - 1) * 86_400_000);
    expect(state.outbox.counts()).toMatchObject({ dead: 0 });
    expect(words(await say('/lookback', rina))).toMatch(/P-\d promised .* It worked\./);
  });

  it('has forecasts as each Monday would have posted them, and scores them', async () => {
    const { state, house } = await lived();
    const past = { name: 'demo forecasts', input: { mondays: '3' } };
    expect((await house.ask(past, clock)).outcome).toBe('answered');
    await house.ask({ name: 'budget watch', input: {} }, clock);

    const runs = state.ledger.runs(10);
    expect(runs).toHaveLength(3);
    for (const ago of [1, 2, 3]) {
      const monday = addDays(MONDAY, -7 * ago);
      const said = state.ledger.promised(monday)!;
      const { receipt } = state.runs.byId(said.run)!;
      expect(receipt.dataUntil).toBe(addDays(monday, -1));
      expect(receipt.imports).toHaveLength(1 + PAST_WEEKS - ago);
      // What had come by the Monday after is beside it.
      expect(said.actual === null).toBe(ago === 1);
    }
    // Cut off half-way it is done again, and nothing is there twice.
    await house.ask(past, clock);
    expect(state.ledger.runs(10)).toEqual(runs);
  });

  it('is nothing that a real shop can be given', async () => {
    const { house, state } = demoHouse();
    state.shop.set({ ...state.shop.read()!, demo: false });
    const answer = await house.ask({ name: 'demo forecasts', input: {} }, clock);
    expect(answer.outcome).toBe('refused');
    expect(state.ledger.runs(1)).toEqual([]);
  });
});
