import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../support/clock.ts';
import { ana, clock, demoHouse, dina, raka, rina, vina, words } from '../support/house.ts';
import { posts } from '../support/outbox.ts';

/** Rows of the failure table of product.md, job 4, that no other file of budgets asks about. */

async function proposed(before: readonly string[] = []) {
  const house = demoHouse();
  for (const line of before) await house.say(line, ana);
  await house.say('/budget propose max-step:20', rina);
  const title = (said: string) => posts(house).filter((each) => each.title.includes(said));
  return { ...house, title };
}

describe('an approver', () => {
  it('whose limit it is over counts as one, and is told how far the limit goes and who comes next', async () => {
    const { say, state } = await proposed(['/team set user:web:dina role:approver limit:100K']);
    const answer = await say('/budget approve P-1', dina);
    expect(answer).toMatchObject({ outcome: 'answered', title: 'Your approval of P-1 counts' });
    expect(words(answer)).toMatch(/Your limit is IDR 100,000, and this moves IDR [\d,]+ a week\. .*Ana or Raka\.$/);
    expect(state.proposals.find('P-1')!.state).toBe('proposed');
  });

  it('who left is replaced by the deputy, whom the card and a message name', async () => {
    const { say, title } = await proposed(['/team set user:web:raka role:approver deputy:web:vina']);
    await say('/team remove user:web:raka', ana);
    expect(title('Raka is no approver any more; P-1 now needs Vina (deputy)')).toHaveLength(1);
    expect(words(await say('/budget show P-1'))).toMatch(/Approvers: .*Vina \(for Raka\)/);
    expect((await say('/budget approve P-1', vina)).title).toBe('You approved P-1');
  });

  it('and another who are both needed count once each, and the shift is approved once', async () => {
    const { house, state } = await proposed(['/budget policy two-above:1']);
    const click = (who: typeof dina) =>
      house.ask({ name: 'budget approve', input: { proposal: 'P-1', version: 1 } }, who);
    const answers = await Promise.all([dina, raka, dina, raka].map(click));
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array(4).fill('answered'));
    expect(state.proposals.approvals('P-1').map(({ name }) => name)).toEqual(['Dina', 'Raka']);
    expect(state.audit.about('P-1').filter(({ act }) => act === 'approved')).toHaveLength(1);
    expect(state.executions.list(['approved'])).toHaveLength(1);
  });

  it('who cannot decide gets a button that reminds those who can', async () => {
    const { say } = await proposed();
    const [remind] = (await say('/budget approve P-1', vina)).actions!;
    expect(remind).toMatchObject({ label: 'Remind them', ask: { name: 'budget remind', input: { proposal: 'P-1' } } });
    expect((await say('/budget remind P-1', vina)).title).toBe('Ana, Dina and Raka are reminded');
    expect((await say('/budget remind P-1', vina)).outcome).toBe('refused');
  });
});

describe('a proposal that nobody answers', () => {
  it('reminds at half time, asks the deputy at the deadline, and expires: each once', async () => {
    const { say, time, title, state } = await proposed(['/team set user:web:dina role:approver deputy:web:vina']);
    const tick = async (hours: number) => {
      time.at += hours * HOUR_MS;
      await say('/budget deadlines', clock);
      await say('/budget deadlines', clock);
    };
    await tick(25);
    expect(title('P-1 still waits for a decision')).toHaveLength(1);
    await tick(24);
    const [asked, ...more] = title('P-1 was not decided in time by Dina');
    expect(more).toEqual([]);
    expect(words(asked!)).toMatch(/Vina can decide until .*Without a decision nothing changes\./);
    await tick(24);
    expect(state.proposals.find('P-1')!.state).toBe('expired');
    expect(words(await say('/budget show P-1'))).toContain('not enough approvals in time, nothing changes');
  });

  it('while Sextant was down is expired at the first look, and not approved', async () => {
    const { say, time, state, title } = await proposed();
    time.at += 100 * HOUR_MS;
    expect((await say('/budget approve P-1', dina)).title).toBe('P-1 has expired');
    await say('/budget deadlines', clock);
    expect(state.proposals.find('P-1')!.state).toBe('expired');
    expect(title('P-1 still waits')).toEqual([]);
    expect(state.executions.list(['approved'])).toEqual([]);
  });
});

describe('a channel', () => {
  it('that people of other companies read gets no card, and whoever asked is told so', async () => {
    const { say } = demoHouse();
    const answer = await say('/budget propose', { ...rina, outsiders: true });
    expect(words(answer)).toMatch(/^P-1 is proposed\nP-1 holds money figures, and people of other companies read/);
    expect(answer.audience).toBe('caller');
  });
});

describe('a command that is asked without saying which shift', () => {
  it.each([
    ['budget approve', dina, 'budget show', undefined],
    ['budget reject', dina, 'budget show', undefined],
    ['budget adjust', rina, 'budget adjust', undefined],
    ['budget show', vina, 'budget show', undefined],
    ['budget withdraw', rina, 'budget withdraw', 'P-1 is not carried out. Nothing changes.'],
  ])('/%s offers a button for each that it can be about', async (line, who, name, confirm) => {
    const { say, state } = await proposed();
    const answer = await say(`/${line}`, who);
    expect(answer).toMatchObject({ outcome: 'answered', title: 'Which shift?' });
    expect(answer.actions).toEqual([
      {
        label: 'P-1 · 27 Apr – 3 May 2026',
        style: 'plain',
        ask: { name, input: { proposal: 'P-1' } },
        ...(confirm && { confirm }),
      },
    ]);
    expect(state.proposals.find('P-1')!.state).toBe('proposed');
  });

  it.each(['budget promise', 'budget undo', 'budget another', 'budget done'])(
    '/%s says when there is none',
    async (line) => {
      const { say } = await proposed();
      expect(await say(`/${line}`, rina)).toMatchObject({
        outcome: 'refused',
        title: `There is no shift for /${line} now`,
      });
    },
  );

  it('asks for the reason of a freeze, and freezes nothing without one', async () => {
    const { say, state } = demoHouse();
    const answer = await say('/budget freeze', ana);
    expect(answer.actions).toMatchObject([{ label: 'Freeze', form: { fields: [{ name: 'reason', required: true }] } }]);
    expect(state.executions.frozen()).toBeNull();
    expect((await say('/budget freeze reason:"review"', ana)).title).toBe('Budgets are frozen');
  });
});

describe('forms', () => {
  it("name this shop's own campaigns", async () => {
    const { say } = await proposed();
    for (const line of ['/campaign owner', '/campaign budget'])
      expect((await say(line, rina)).actions![0]!.form!.fields[0]).toMatchObject({
        name: 'campaign',
        kind: 'choice',
        choices: expect.arrayContaining([{ value: 'Voucher Gajian', label: 'Voucher Gajian' }]),
      });
    expect((await say('/campaign add "Radio Bandung"', rina)).actions![0]!.form!.fields).toMatchObject([
      { name: 'name', initial: 'Radio Bandung' },
      { name: 'kind', choices: expect.arrayContaining([{ value: 'flash_sale', label: 'flash sale' }]) },
    ]);
    await say('/budget reject P-1 reason:"leave Voucher alone"', dina);
    const [another] = (await say('/budget another P-1', rina)).actions!;
    expect(another!.form!.fields).toMatchObject([
      { name: 'keep', initial: 'Voucher Gajian' },
      { name: 'floors', hint: 'Voucher Gajian=10M, Meta Ads Prospek=5M' },
      { name: 'ceilings', hint: 'Voucher Gajian=10M, Meta Ads Prospek=5M' },
      { name: 'max-step' },
    ]);
  });
});
