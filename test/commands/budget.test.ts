import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../support/clock.ts';
import { ana, clock, demoHouse, dina, fact, raka, rina, table, vina, words } from '../support/house.ts';
import { postAbout } from '../support/outbox.ts';

async function proposed() {
  const house = demoHouse();
  const answer = await house.say('/budget propose max-step:20', rina);
  expect(answer).toMatchObject({ outcome: 'answered', title: 'P-1 is proposed' });
  /** What the card in the approvals channel should say at the moment. */
  const posted = (subject: string) => postAbout(subject, house);
  return { ...house, posted, card: () => posted('P-1') };
}

describe('/budget plan', () => {
  it('splits the total to the last minor unit, within the step', async () => {
    const { say } = demoHouse();
    const answer = await say('/budget plan max-step:20', rina);
    const rows = table(answer).rows.slice(0, -1) as [string, number, number][];
    expect(rows.reduce((sum, [, , planned]) => sum + planned, 0)).toBe(fact(answer, 'Weekly budget').value);
    for (const [name, now, planned] of rows) expect(Math.abs(planned - now) / now, name).toBeLessThanOrEqual(0.2000001);
    expect(rows.some(([, now, planned]) => now !== planned)).toBe(true);
  });

  it('keeps what is to be kept, and floors and ceilings', async () => {
    const { say } = demoHouse();
    const answer = await say('/budget plan keep:Google floors:"Voucher Gajian=4M" max-step:50', rina);
    const line = (name: string) => table(answer).rows.find((row) => String(row[0]).startsWith(name))!;
    expect(line('Google')[2]).toBe(line('Google')[1]);
    expect(Number(line('Voucher')[2])).toBeGreaterThanOrEqual(4_000_000);
  });

  it.each([
    ['/budget plan keep:Gogle', 'There is no campaign "Gogle"'],
    ['/budget plan floors:lots', 'I did not understand "lots"'],
    ['/budget plan total:100B', 'The ceilings, kept lines and largest step leave no room'],
  ])('%s', async (line, says) => {
    const { say } = demoHouse();
    const answer = await say(line, rina);
    expect(answer.outcome).toBe('refused');
    expect(words(answer)).toContain(says);
  });
});

describe('a proposal', () => {
  it('is approved once, by someone else, and carried out once', async () => {
    const { say, card, posted } = await proposed();
    expect(card()).toMatchObject({ title: expect.stringMatching(/^P-1 · budget for 27 Apr/) });
    expect(card().actions!.map(({ label }) => label)).toEqual(['Approve', 'Adjust', 'Reject', 'Why?']);
    expect(card().actions![0]!.confirm).toMatch(
      /^You approve P-1\. .* from IDR .* to IDR .* a week\. .*And 2 smaller lines, by IDR [\d,]+ in all\.$/,
    );

    expect(await say('/budget approve P-1 version:1', dina)).toMatchObject({ outcome: 'answered', tone: 'good' });
    expect(card().actions!.map(({ label }) => label)).toEqual(['Why?']);
    expect(words(card())).toMatch(/Approved by Dina, .* Not carried out yet/);
    expect(posted('P-1 instruction')).toMatchObject({ title: 'P-1 is approved: to do by hand from 27 Apr 2026' });
    expect(words(posted('P-1 instruction'))).toMatch(/Set these budgets:\n.* from IDR .* to IDR .* a week\./);

    expect(words(await say('/budget approve P-1', raka))).toContain('Dina decided 0 s before you: approved.');
    expect(await say('/budget done P-1', rina)).toMatchObject({ outcome: 'answered' });
    expect(card().actions!.map(({ label }) => label)).toEqual(['Undo', 'Why?']);
    expect(posted('P-1 instruction').title).toBe('P-1: carried out');
    expect((await say('/budget done P-1', rina)).outcome).toBe('refused');
    expect(table(await say('/why P-1')).rows.map((row) => `${row[1]} ${row[2]}`)).toEqual([
      'Rina (web:rina) proposed',
      'Dina (web:dina) approved',
      'Rina (web:rina) executed',
    ]);
  });

  it.each([
    ['whoever asked', rina, 'You can see P-1 but not decide it'],
    ['a viewer', vina, 'You can see P-1 but not decide it'],
  ])('is not decided by %s: told who can, the card unchanged, the attempt on record', async (_, caller, title) => {
    const { say, card } = await proposed();
    const before = card();
    const answer = await say('/budget approve P-1', caller);
    expect(answer.outcome).toBe('refused');
    expect(words(answer)).toMatch(/Dina or Raka/);
    if (caller === vina) expect(answer.title).toBe(title);
    else expect(answer.title).toBe('You asked for this, so someone else decides');
    expect(card()).toEqual(before);
    expect(table(await say('/why P-1')).rows.at(-1)![2]).toBe('refused');
  });

  it('is not approved by an approver who asked for it', async () => {
    const { say } = demoHouse();
    await say('/budget propose', dina);
    expect((await say('/budget approve P-1', dina)).title).toBe('You asked for this, so someone else decides');
    expect((await say('/budget approve P-1', raka)).outcome).toBe('answered');
  });

  it('is decided once by twenty clicks at the same time: a repeated one is the same one, all others are told', async () => {
    const { house, state } = await proposed();
    const managers = [dina, raka, ana];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        house.ask(
          {
            name: i % 4 === 3 ? 'budget reject' : 'budget approve',
            input: { proposal: 'P-1', version: 1, ...(i % 4 === 3 && { reason: 'no' }) },
          },
          managers[i % 3]!,
        ),
      ),
    );
    const { decidedBy, state: at } = state.proposals.find('P-1')!;
    for (const [i, answer] of answers.entries()) {
      const isMine = `web:${managers[i % 3]!.user}` === decidedBy && (i % 4 === 3) === (at === 'rejected');
      if (isMine) expect(answer).toMatchObject({ outcome: 'answered', title: `You ${at} P-1` });
      else expect(words(answer)).toMatch(/P-1 is already (approved|rejected)\n\w+ decided 0 s before you/);
    }
    expect(state.audit.about('P-1').filter(({ act }) => act !== 'refused')).toHaveLength(2);
  });

  it('is rejected with a reason', async () => {
    const { say, card, state } = await proposed();
    const asked = await say('/budget reject P-1', dina);
    expect(asked).toMatchObject({ title: 'Why do you reject P-1?', actions: [{ form: { title: 'Reject P-1' } }] });
    expect(state.proposals.find('P-1')!.state).toBe('proposed');
    await say('/budget reject P-1 reason:"wait for payday"', dina);
    expect(words(card())).toContain('Rejected by Dina');
    expect(words(card())).toContain('wait for payday');
    expect((await say('/budget approve P-1', raka)).title).toBe('P-1 is already rejected');
  });

  it('refuses a click on an old version, and opens the new one', async () => {
    const { say, card } = await proposed();
    await say('/budget propose revises:P-1 max-step:10', rina);
    expect(card().title).toContain('P-1 v2');
    const answer = await say('/budget approve P-1 version:1', dina);
    expect(words(answer)).toContain('v2 is current');
    expect(answer.actions![0]).toMatchObject({ label: 'Open v2', ask: { name: 'budget show' } });
    expect((await say('/budget approve P-1 version:2', dina)).outcome).toBe('answered');
  });

  it('expires, and then nothing changes', async () => {
    const { say, card, time } = await proposed();
    time.at += 49 * HOUR_MS;
    expect((await say('/budget approve P-1', dina)).title).toBe('P-1 has expired');
    await say('/budget deadlines', clock);
    expect(words(card())).toContain('not enough approvals in time, nothing changes');
    expect(card().actions!.map(({ label }) => label)).toEqual(['Why?']);
    expect((await say('/budget approve P-1', dina)).title).toBe('P-1 has expired');
  });

  it('is stale when data has come in since, and can be recomputed', async () => {
    const { say, db } = await proposed();
    db.exec("UPDATE proposal SET basis = 'older data'");
    const answer = await say('/budget approve P-1', dina);
    expect(answer.title).toBe('P-1 is stale');
    expect(answer.actions![0]).toMatchObject({
      label: 'Recompute',
      ask: { name: 'budget propose', input: { revises: 'P-1', version: 1 } },
    });
  });

  it('keeps its limits when it is recomputed, and whoever asked still asks', async () => {
    const { say, db } = demoHouse();
    await say('/budget propose max-step:10 keep:Voucher', dina);
    db.exec("UPDATE proposal SET basis = 'older data'");
    const [recompute] = (await say('/budget approve P-1', raka)).actions!;
    await say(`/budget propose revises:${recompute!.ask.input.revises} version:1`, rina);

    const lines = table(await say('/budget show P-1')).rows.slice(0, -1) as [string, number, number][];
    for (const [name, now, planned] of lines) {
      expect(Math.abs(planned / now - 1), name).toBeLessThanOrEqual(name.startsWith('Voucher') ? 0 : 0.1000001);
    }
    expect((await say('/budget approve P-1 version:2', dina)).title).toBe(
      'You asked for this, so someone else decides',
    );
    expect((await say('/budget approve P-1 version:2', raka)).outcome).toBe('answered');
  });

  it('says who really typed when somebody acts for another at the terminal', async () => {
    const { house, state } = await proposed();
    await house.askLine('/budget approve P-1', { ...dina, seat: 'terminal', behind: 'terminal:root' });
    expect(state.audit.about('P-1').at(-1)).toMatchObject({
      actor: 'web:dina',
      actorName: 'Dina (via terminal:root)',
    });
  });

  it('is one when it is asked for twice, and no new version when nothing changes', async () => {
    const { say, state } = await proposed();
    expect((await say('/budget propose max-step:20', rina)).title).toBe('P-1 is proposed');
    const [voucher] = table(await say('/budget show P-1')).rows as [string, number, number][];
    const same = await say(`/budget adjust P-1 split:"${voucher![0]}=${voucher![2]}"`, rina);
    expect(same.title).toBe('That is P-1 as it stands');
    expect(state.proposals.list({ limit: 9 })).toMatchObject([{ id: 'P-1', version: 1 }]);
  });

  it('is the only one of its week', async () => {
    const { say } = await proposed();
    await say('/budget propose max-step:10', rina);
    expect((await say('/budget approve P-1', dina)).outcome).toBe('answered');
    const refused = await say('/budget approve P-2', dina);
    expect(refused.title).toBe('P-1 already moves the budgets of the week of 27 Apr 2026');
    await say('/budget withdraw P-1', rina);
    expect((await say('/budget approve P-2', dina)).outcome).toBe('answered');
  });

  it('says when it is expected to lose', async () => {
    const { say } = demoHouse();
    const floor = await say('/budget plan floors:"Voucher=8M" max-step:100', rina);
    expect(words(floor)).toContain('expected to lose');
    expect(words(await say('/budget plan', rina))).not.toContain('expected to lose');
  });

  it('is withdrawn by whoever asked, and nobody else', async () => {
    const { say } = await proposed();
    expect((await say('/budget withdraw P-1', dina)).outcome).toBe('refused');
    expect((await say('/budget withdraw P-1', rina)).outcome).toBe('answered');
    expect((await say('/budget approve P-1', dina)).title).toBe('P-1 is already withdrawn');
  });

  it('waits in /budget pending, and stays in /budget log', async () => {
    const { say } = await proposed();
    expect(table(await say('/budget pending')).rows).toHaveLength(1);
    await say('/budget reject P-1 reason:no', dina);
    expect((await say('/budget pending')).title).toBe('Nothing waits for a decision');
    expect(table(await say('/budget log')).rows[0]!.slice(0, 2)).toEqual(['P-1', 'rejected']);
  });
});
