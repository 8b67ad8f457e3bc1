import { describe, expect, it } from 'vitest';
import { begun } from '../support/beginning.ts';
import { ana, demoHouse, dina, fact, houseOn, raka, rina, table, vina, words } from '../support/house.ts';

const HOUR_MS = 3_600_000;

const labels = (answer: { readonly actions?: readonly { readonly label: string }[] }) =>
  (answer.actions ?? []).map(({ label }) => label);

describe('/home', () => {
  it('tells somebody unknown who can let them in, and nothing of the shop', async () => {
    const { house } = demoHouse();
    const answer = await house.ask({ name: 'home', input: {} }, { door: 'slack', user: 'U666' });
    expect(answer.outcome).toBe('answered');
    expect(words(answer)).toMatch(/I do not know you yet\. Ask Ana.*user:slack:U666/);
    expect(answer.actions ?? []).toEqual([]);
    expect(words(answer)).not.toContain('2026');
  });

  it('shows an open shift to those who can decide it, until they have', async () => {
    const { say } = demoHouse();
    await say('/budget propose max-step:40', rina);

    for (const approver of [dina, raka]) {
      const answer = await say('/home', approver);
      expect(answer.title).toMatch(/: 1 thing waits for you$/);
      expect(table(answer, 'Waiting for you').rows).toEqual([
        ['P-1', 'A budget shift by Rina, for you to decide', expect.any(Number)],
      ]);
      expect(answer.actions?.[0]).toMatchObject({ label: 'Open P-1', ask: { name: 'budget show' } });
    }
    for (const other of [rina, vina]) expect((await say('/home', other)).title).toMatch(/: nothing waits for you$/);

    await say('/budget approve P-1', dina);
    expect((await say('/home', dina)).title).toMatch(/nothing waits/);
    expect((await say('/home', raka)).title).toMatch(/1 thing waits/);
    const approved = await say('/budget approve P-1', raka);
    expect(words(approved)).toMatch(/Set these budgets:\n.+/);
    expect(labels(approved)).toEqual(['Done', 'Why?']);
    expect(words(await say('/home', rina))).toContain('Your budget shift is approved, and to be carried out by hand');
    for (const other of [dina, raka]) {
      const answer = words(await say('/home', other));
      expect(answer).toContain('A budget shift by Rina is approved, and to be carried out by hand');
    }
    expect((await say('/home', vina)).title).toMatch(/nothing waits/);
  });

  it('shows a list to whoever made it: to be exported, and when it can be judged', async () => {
    const { say, time } = demoHouse();
    await say('/list make group:"active high spenders"', rina);
    const made = await say('/home', rina);
    expect(words(made)).toMatch(/T-1 \| Your list ".*" is not exported yet/);
    expect(made.actions?.[0]?.ask).toEqual({ name: 'list show', input: { list: 'T-1' } });
    expect((await say('/home', dina)).title).toMatch(/nothing waits/);
    await say('/list export T-1', rina);
    expect((await say('/home', rina)).title).toMatch(/nothing waits/);
    time.at += 40 * 24 * HOUR_MS;
    const answer = await say('/home', rina);
    expect(words(answer)).toMatch(/T-1 \| What your list ".*" brought can be told/);
    expect(answer.actions?.[0]?.ask).toEqual({ name: 'list result', input: { list: 'T-1' } });
  });

  it('says how fresh the data is, when the next digest comes, what comes next, and when it was made', async () => {
    const { say, state, time } = demoHouse();
    const at = time.at + 48 * HOUR_MS;
    state.schedules.start('digest', at);
    state.schedules.start('refresh', time.at + 14 * HOUR_MS);

    const answer = await say('/home', vina);

    expect(fact(answer, 'Data until').unit).toBe('day');
    expect(fact(answer, 'Next digest')).toMatchObject({ value: at, unit: 'instant' });
    expect(table(answer, 'Comes next').rows).toHaveLength(1);
    expect(words(answer)).toMatch(/Made \d+ Apr 2026, \d\d:\d\d/);
    await say('/schedule pause digest', ana);
    expect(fact(await say('/home', vina), 'Next digest').value).toBe('paused');
  });

  it('shows an admin the digest that waits for a first look, and nobody else', async () => {
    const { say, state } = demoHouse();
    const digests = state.digests.list();
    state.digests.set(digests[0]!, { persona: 'executive', include: null });
    const answer = await say('/home', ana);
    expect(words(answer)).toContain('A digest that goes out once you have looked at it');
    expect(answer.actions?.[0]?.ask.name).toBe('digest preview');
    expect(words(await say('/home', rina))).not.toContain('looked at it');
    if (digests.length === 1) expect(fact(answer, 'Next digest').value).toMatch(/waits for an admin/);
  });

  it('offers the last answers again, and first those that most begin with', async () => {
    const { say } = demoHouse();
    expect(labels(await say('/home', vina))).toEqual(['Forecast', 'Customer groups', 'Campaign returns']);
    for (const line of ['/segment', '/forecast weeks:8', '/status', '/forecast share:no weeks:8', '/forecst'])
      await say(line, vina);
    expect(labels(await say('/home', vina))).toEqual(['/forecast weeks:8', '/status', '/segment']);
    expect(labels(await say('/home', rina))).toEqual(
      expect.arrayContaining(['Forecast', 'Import a file', 'Make a list']),
    );
  });

  it('leads somebody who says hello to a beginning', async () => {
    const { say } = demoHouse();
    for (const hello of ['halo', 'Hello there']) expect(labels(await say(hello, vina))).toContain('/help');
  });

  it('does not offer to do again what was done', async () => {
    const { say } = demoHouse();
    await say('/budget propose', rina);
    await say('/budget reject P-1 reason:"too early"', dina);
    await say('/signin', dina);
    expect(labels(await say('/home', dina)).slice(0, 3)).toEqual(['Forecast', 'Customer groups', 'Campaign returns']);
  });

  it('works before there is a shop', async () => {
    const { say } = houseOn(begun('empty'));
    const answer = await say('/home');
    expect(words(answer)).toMatch(/Sextant: nothing waits for you\nData until: no orders yet/);
    expect(fact(answer, 'Next digest').value).toMatch(/no channel gets it yet/);
    expect(labels(answer)).toEqual(expect.arrayContaining(['First steps', 'Settings']));
  });
});
