import { describe, expect, it } from 'vitest';
import { againOf, SAME } from '../support/again.ts';
import { NOON } from '../support/clock.ts';
import { clock, demoHouse, fact, rina, table, vina, words } from '../support/house.ts';

describe('/segment next', () => {
  it('expects every customer somewhere, with ranges, the yardsticks, and the money at stake', async () => {
    const { say } = demoHouse();
    const answer = await say('/segment next', vina);
    const all = Number(fact(answer, 'Customers').value);
    const { rows } = table(answer, 'In 26 weeks');
    const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
    expect(rows.at(-1)![0]).toBe('Stopped');
    expect(sum(1)).toBe(all);
    expect(sum(2)).toBeCloseTo(all, 2);
    for (const [, , expected, low, high] of rows.map((row) => row.map(Number))) {
      expect(low!).toBeLessThanOrEqual(expected!);
      expect(high!).toBeGreaterThanOrEqual(expected!);
    }
    expect(sum(5)).toBeCloseTo(Number(fact(answer, 'Expected to slip').value), 6);
    expect(sum(6)).toBeCloseTo(Number(fact(answer, 'What these spent').value), 0);

    const methods = table(answer, 'How well it predicts, by a later period').rows;
    expect(methods.map(([name]) => String(name).replace(' (used)', ''))).toEqual([
      'Forest',
      'Migration matrix, row of the group',
      'Everyone stays',
      'All where most went',
    ]);
    expect(methods.filter(([name]) => String(name).endsWith('(used)'))).toHaveLength(1);
    const [forest, row] = methods.map(([, loss]) => Number(loss)) as [number, number];
    const isUsed = String(methods[0]![0]).endsWith('(used)');
    expect(isUsed).toBe(forest <= 0.97 * row);
    expect(words(answer)).toMatch(isUsed ? /knows more than history alone/ : /History alone predicts as well/);

    const why = await say(`/why ${fact(answer, 'Customers').receipt}`);
    expect(words(why)).toMatch(/Judged by a later period.*log-loss/);
    // The same question again is the same run.
    expect(fact(await say('/segment next'), 'Customers').receipt).toBe(fact(answer, 'Customers').receipt);
  });

  it('offers a list of the group with most at stake, for who may make one', async () => {
    const { house, say } = demoHouse();
    const answer = await say('/segment next');
    const { rows } = table(answer, 'In 26 weeks');
    const worst = rows.reduce((most, row) => (Number(row[6]) > Number(most[6]) ? row : most));
    const list = answer.actions!.find(({ label }) => label === `List ${worst[0]}`)!;
    expect(await house.ask(list.ask, rina)).toMatchObject({ outcome: 'answered' });
    expect(await house.ask(list.ask, vina)).toMatchObject({ outcome: 'refused' });
  });

  it('refuses a period that the history does not show twice, and says how long it may be', async () => {
    const { say } = demoHouse();
    const answer = await say('/segment next weeks:52');
    expect(answer.outcome).toBe('refused');
    expect(words(answer)).toContain('728 days of orders do not show what happens in 52 weeks');
    expect(words(answer)).toContain('/segment next weeks:50');
    expect(words(await say('/segment next weeks:2'))).toContain('weeks must be a whole number from 4 to 52');
  });
});

describe('/segment who', () => {
  it('answers without rules until a refresh has made them, then says which one fits and what it rests on', async () => {
    const house = demoHouse();
    const { say, state } = house;
    const plain = await say('/segment who r:30 f:5 m:1.5M details:yes');
    expect(words(plain)).toContain('The rules of these groups come with the next refresh.');
    expect(state.runs.latest('rules')).toBeNull();

    await say('/refresh', clock);
    const { id } = state.runs.latest('rules')!;
    const answer = await say('/segment who r:30 f:5 m:1.5M details:yes');

    expect(answer.title).toBe(plain.title);
    expect(fact(answer, 'Rule that fits')).toMatchObject({ receipt: id });
    const printed = table(answer, 'The groups in a few rules').rows;
    expect(printed.length).toBeLessThanOrEqual(6);
    expect(printed.map(([rule]) => rule)).toContain(fact(answer, 'Rule that fits').value);
    expect(printed.reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(1, 9);
    for (const [rule] of printed)
      expect(rule).toMatch(/^(last order|at (least|most) \d+ orders|\d+ (to \d+ )?orders?|spent)/);
    expect(words(answer)).toMatch(/What the groups rest on.*: (last order|spend|orders) \d+%/);
    expect(words(answer)).toMatch(/both only explain/);
    expect((await say(`/why ${id}`)).title).toBe(`${id}: what segments come down to`);
    expect(await againOf(house, 'rules')).toEqual([SAME]);
  });

  it('does not show the rules of other groups', async () => {
    const { say, state } = demoHouse();
    await say('/segment');
    const { receipt } = state.runs.latest('segments')!;
    const of = { ...receipt, parameters: { model: 'S-99' } };
    state.runs.keep({ kind: 'rules', key: 'old', tookMs: 1, receipt: of, result: {} }, NOON);
    expect(words(await say('/segment who r:30 f:5 m:1.5M details:yes'))).toContain('come with the next refresh');
  });
});
