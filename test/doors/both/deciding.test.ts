import { describe, expect, it } from 'vitest';
import { demoHouse, houseOn } from '../../support/house.ts';
import { asking, cardsBefore, cardsOn } from './cards.ts';
import { platforms } from './chat.ts';
import { people, rooms } from './team.ts';

/** product.md, job 4: a card between people, row by row, on both platforms. */

/** Needs two approvals: a line moves by more than a fifth. */
const wide = { line: '/budget propose max-step:40' };
const both = ['approvals', 'marketing'] as const;
const said = (shown: readonly { readonly words: string }[]) => shown.map(({ words }) => words);

describe.each(platforms)('a card in %s', (platform) => {
  const user = (who: keyof (typeof people)['slack']) => `${platform}:${people[platform][who]}`;
  const open = (asked?: Parameters<typeof cardsOn>[1]) => cardsOn(platform, asked);

  it('says all that a manager needs, to everyone, with the buttons', async () => {
    const { card, presses, reads, proposal } = await open();

    for (const room of both) {
      const { words, buttons } = card(room);
      expect(words).toMatch(/P-1 · budget for 27 Apr/);
      expect(words).toMatch(/Asked by Rina\. Total IDR 12M a week, unchanged/);
      expect(words).toMatch(/IDR 100,000 more brings back.*attributed/);
      expect(words).toMatch(/Promise: extra profit a week, after goods:? IDR .*\(80%: .* to .*\) · B-1/);
      expect(words).toMatch(
        /Needs 1 approval\. Approvers: Dina, Raka and Ana\. Rina cannot approve\. Expires 23 Apr 2026/,
      );
      expect(buttons).toEqual(['Approve', 'Adjust', 'Reject', 'Why?']);
    }
    expect(await presses('dina', 'Approve')).toMatch(/You approve P-1\. .* from IDR .* to IDR .* a week/);
    await reads('dina', /You approved P-1/);
    expect(proposal().decidedByName).toBe('Dina');
  });

  it('tells somebody without the right who can decide, reminds those once, and stays as it is', async () => {
    const { card, presses, reads, flush, direct, acts, told, later } = await open();
    const before = card();

    await presses('vina', 'Approve');
    expect((await reads('vina', /You can see P-1 but not decide it/)).words).toMatch(/Dina, Raka or Ana can/);
    for (const other of ['rina', 'dina', 'guest'] as const) expect(told(other)).toEqual([]);
    expect(acts()).toEqual(['proposed', 'refused']);
    await presses('vina', 'Remind them');
    await reads('vina', /Dina, Raka and Ana are reminded/);
    later(3000);
    await presses('vina', 'Remind them');
    await reads('vina', /heard of P-1 not long ago/);
    await flush();

    for (const who of ['dina', 'raka', 'ana'] as const)
      expect(said(direct(who))).toEqual([expect.stringMatching(/Vina asks: P-1 waits for you/)]);
    expect(card()).toEqual(before);
  });

  it('says nothing of itself to somebody whom nobody knows', async () => {
    const { presses, reads, acts } = await open();
    for (const label of ['Approve', 'Reject', 'Why?'] as const) {
      await presses('guest', label);
      if (label === 'Reject') continue;
      const { words } = await reads('guest', /needs the viewer role/);
      expect(words).not.toMatch(/IDR/);
    }
    expect(acts()).toEqual(['proposed']);
  });

  it('is not approved by whoever asked for it, whatever their role', async () => {
    const { presses, reads, proposal } = await open({ by: 'dina' });
    await presses('dina', 'Approve');
    expect((await reads('dina', /You asked for this, so someone else decides/)).words).toMatch(/Raka or Ana can/);
    expect(proposal().state).toBe('proposed');
  });

  it('counts the approval of somebody under whose limit it is not, and needs a second', async () => {
    const { says, flush, card, presses, reads, acts } = await open();
    await says('ana', `/team set user:${user('dina')} role:approver limit:100K`);
    await flush();
    expect(card().words).toMatch(/Needs 1 approval; 2 where one is by Dina, who may move IDR 100,000/);

    await presses('dina', 'Approve');

    const { words } = await reads('dina', /Your approval of P-1 counts/);
    expect(words).toMatch(/Your limit is IDR 100,000, and this moves IDR .* This needs a second approver: Raka or Ana/);
    await flush();
    expect(card().words).toMatch(/So far: Dina, /);
    await presses('raka', 'Approve');
    await reads('raka', /You approved P-1/);
    await flush();
    for (const room of both) {
      expect(card(room).words).toMatch(/Approved by Dina, .* and Raka, .* Not carried out yet/);
      expect(card(room).buttons).toEqual(['Why?']);
    }
    expect(acts()).toEqual(['proposed', 'agreed', 'approved']);
  });

  it('is approved once by two at the same moment, and the second is told by whom', async () => {
    const { presses, reads, proposal, flush, acts, posted, card } = await open();

    await Promise.all([presses('dina', 'Approve'), presses('raka', 'Approve')]);

    await Promise.race((['dina', 'raka'] as const).map((who) => reads(who, /You approved P-1/)));
    const [first, winner, other] =
      proposal().decidedByName === 'Dina' ? (['Dina', 'dina', 'raka'] as const) : (['Raka', 'raka', 'dina'] as const);
    await reads(winner, /You approved P-1/);
    await reads(other, new RegExp(`P-1 is already approved.*${first} decided 0 s before you: approved`));
    await flush();
    expect(acts()).toEqual(['proposed', 'approved']);
    for (const room of both)
      expect(said(posted(room))).toEqual([
        expect.stringMatching(`Approved by ${first}`),
        expect.stringMatching(/P-1 is approved: to do/),
      ]);
    expect(card().buttons).toEqual(['Why?']);
  });

  it('takes both of two at the same moment where two are needed, and runs once', async () => {
    const { presses, reads, flush, acts, posted, card, state } = await open(wide);
    expect(card().words).toMatch(/Needs 2 approvals: .* over the 20% step/);
    expect(card().words).toMatch(/⚠ over the 20% step/);

    await Promise.all([presses('dina', 'Approve'), presses('raka', 'Approve')]);

    await Promise.race((['dina', 'raka'] as const).map((who) => reads(who, /You approved P-1/)));
    await flush();
    expect(state.proposals.approvals('P-1')).toHaveLength(2);
    expect(state.executions.list(['approved'])).toHaveLength(1);
    expect(posted('approvals')).toHaveLength(2);
    expect(acts()).toEqual(['proposed', 'agreed', 'approved']);
  });

  it('does not count the approval of somebody whose account is closed by the time of the second', async () => {
    const { leaves, presses, reads, flush, card, proposal } = await open(wide);
    await presses('raka', 'Approve');
    await reads('raka', /Your approval of P-1 counts/);
    leaves('raka');

    await presses('dina', 'Approve');

    const { words, buttons } = await reads(
      'dina',
      /The approval of Raka counts no longer.*needs a second approver: Ana\./,
    );
    expect(words).toMatch(/Your approval of P-1 counts/);
    expect(buttons).not.toContain('Take Raka off the team');
    expect(proposal().state).toBe('proposed');
    await flush();
    expect(card().words).toMatch(/So far: Dina, [^.]*\. The approval of Raka counts no longer/);
    expect(card().words).not.toMatch(/That is enough/);
    await presses('ana', 'Approve');
    await reads('ana', /You approved P-1/);
    expect(proposal().state).toBe('approved');
  });

  it('goes with the first of an approval and a rejection at the same moment, and the other is told', async () => {
    const { presses, submits, reads, acts, proposal } = await open();
    await presses('dina', 'Reject');

    await Promise.all([presses('raka', 'Approve'), submits('dina', { reason: 'wait for payday' })]);

    await Promise.race([reads('dina', /You rejected P-1/), reads('raka', /You approved P-1/)]);
    if (proposal().state === 'approved') await reads('dina', /P-1 is already approved.*Raka decided 0 s before you/);
    else await reads('raka', /P-1 is already rejected.*Dina decided 0 s before you/);
    expect(acts()).toEqual(['proposed', proposal().state]);
  });

  it('lets whoever was second ask the first to reconsider, which decides nothing', async () => {
    const { holds, presses, submits, reads, flush, direct, proposal } = await open();
    const late = holds('raka', 'Approve');
    await presses('dina', 'Reject');
    await submits('dina', { reason: 'wait for payday' });
    await reads('dina', /You rejected P-1/);

    await late.now();
    await reads('raka', /P-1 is already rejected.*Dina decided/);
    await presses('raka', 'Ask to reconsider');
    await submits('raka', { reason: 'payday is over' });
    await reads('raka', /Dina is asked to reconsider P-1/);
    await flush();

    expect(said(direct('dina'))).toEqual([expect.stringMatching(/Raka asks Dina to reconsider P-1.*payday is over/)]);
    expect(proposal().state).toBe('rejected');
  });

  it('is rejected with a reason and not without, and the next one heeds it', async () => {
    const { presses, submits, reads, flush, card, form, posted } = await open();
    await presses('dina', 'Reject');
    await expect(submits('dina', { reason: '' })).rejects.toThrow(/asks for reason/);
    await submits('dina', { reason: 'keep Voucher, payday is near' });
    await reads('dina', /You rejected P-1/);
    await flush();
    expect(card().words).toMatch(/Rejected by Dina, .* Reason: keep Voucher, payday is near/);

    await presses('rina', 'Make me another');
    expect((await form('rina')).fields).toContainEqual(
      expect.objectContaining({ name: 'keep', value: 'Voucher Gajian' }),
    );
    await submits('rina', { 'max-step': '20' });

    await reads('rina', /P-2 is proposed/);
    await flush();
    expect(posted('approvals').at(-1)!.words).toMatch(
      /It was made after P-1 was rejected.*Voucher Gajian\D*IDR 4\.17M\D*IDR 4\.17M/,
    );
  });

  it('approves what the pressed card is about, not the newest, and answers an old copy', async () => {
    const { says, flush, holds, reads, proposal } = await open({ line: '/budget propose max-step:10' });
    const old = holds('dina', 'Approve');
    const copy = holds('raka', 'Approve');
    await says('rina', '/budget propose max-step:15');
    await flush();

    await old.now();
    await reads('dina', /You approved P-1/);
    await copy.now();

    await reads('raka', /P-1 is already approved/);
    expect([proposal('P-1').state, proposal('P-2').state]).toEqual(['approved', 'proposed']);
  });

  it('is adjusted: that is version 2, everywhere, without the approvals of before, and an old copy says so', async () => {
    const { presses, holds, submits, form, reads, flush, card, direct, state, told } = await open(wide);
    await presses('dina', 'Approve');
    await reads('dina', /Your approval of P-1 counts/);
    const old = holds('raka', 'Approve');

    await presses('rina', 'Adjust');
    const [line] = (await form('rina')).fields;
    expect(line).toMatchObject({ label: 'Voucher Gajian', hint: expect.stringMatching(/Now IDR 4\.17M a week/) });
    await submits('rina', { [line!.name]: '5500000' });
    // Discord has no form that answers while it is filled in: it shows where the numbers lead, and asks.
    if (platform === 'discord') {
      await reads('rina', /P-1 with your changes.*Extra profit a week, after goods/);
      await presses('rina', 'Propose as v2');
    }
    await reads('rina', /P-1 v2 is proposed/);
    await flush();

    for (const room of both) {
      expect(card(room).words).toMatch(/P-1 v2.*IDR 5\.5M.*set by hand/);
      expect(card(room).words).not.toMatch(/So far/);
    }
    expect(said(direct('dina'))).toEqual([expect.stringMatching(/P-1 v2 replaces what you approved/)]);
    await old.now();
    expect((await reads('raka', /This is v1 of P-1/)).words).toMatch(/v2 is current/);
    expect(state.proposals.approvals('P-1')).toEqual([]);
    await presses('raka', 'Open v2');
    await reads('raka', /P-1 v2 · budget/);
    await Promise.all([presses('dina', 'Approve'), presses('raka', 'Approve')]);
    await Promise.race((['dina', 'raka'] as const).map((who) => reads(who, /You approved P-1 v2/)));
    expect(state.proposals.approvals('P-1')).toHaveLength(2);
    expect(told('vina')).toEqual([]);
  });

  it('says what does not add up before anything is proposed', async () => {
    const { presses, form, submits, reads, proposal } = await open();
    await presses('rina', 'Adjust');
    const lines = (await form('rina')).fields.filter(({ name }) => name.startsWith('line-'));

    await submits('rina', Object.fromEntries(lines.map(({ name }) => [name, '1000000'])));

    await reads('rina', /add up to IDR 4,000,000, not to IDR 12,001,500/);
    expect(proposal().version).toBe(1);
  });

  it('cannot be changed any more once it is approved, by a copy that still offers it', async () => {
    const { holds, presses, reads, proposal, acts } = await open();
    const adjusts = holds('rina', 'Adjust');
    const rejects = holds('raka', 'Reject');
    await presses('dina', 'Approve');
    await reads('dina', /You approved P-1/);

    await adjusts.now();
    await reads('rina', /P-1 is already approved/);
    await rejects.now();

    expect(proposal()).toMatchObject({ state: 'approved', version: 1 });
    expect(acts()).toEqual(['proposed', 'approved']);
  });

  it('is not approved on numbers that no longer hold, says what changed, and is recomputed', async () => {
    const { db, presses, reads, proposal, flush, card } = await open();
    db.exec("UPDATE proposal SET basis = 'older data'");

    await presses('dina', 'Approve');

    expect((await reads('dina', /P-1 is stale/)).words).toMatch(
      /Data has come in since.*Within the same limits the promise is IDR .* a week, and was IDR/,
    );
    expect(proposal().state).toBe('proposed');
    await presses('dina', 'Recompute');
    await reads('dina', /P-1 v2 is proposed/);
    await flush();
    expect(card().words).toMatch(/P-1 v2/);
    await presses('dina', 'Approve');
    await reads('dina', /You approved P-1 v2/);
  });

  it('is changed by no form that stood open while it moved on', async () => {
    const { presses, form, submits, reads, proposal, acts, says } = await open();
    for (const who of ['dina', 'raka'] as const) {
      await presses(who, 'Reject');
      await form(who);
    }
    await says('rina', '/budget adjust P-1 split:"Voucher=4.4M" total:free');
    expect(proposal().version).toBe(2);

    await submits('dina', { reason: 'too much' });
    await reads('dina', /This is v1 of P-1.*v2 is current/);
    await presses('ana', 'Approve');
    await reads('ana', /This is v1 of P-1/);
    await says('ana', '/budget approve P-1');
    await submits('raka', { reason: 'too much' });
    await reads('raka', /This is v1 of P-1/);

    expect(acts()).toEqual(['proposed', 'revised', 'approved']);
  });

  describe('that nobody answers', () => {
    const withDeputy = { before: [`/team set user:${user('dina')} role:approver deputy:${user('sari')}`] };

    it('reminds at half time, asks the deputy at the deadline, and expires: each once', async () => {
      const { card, presses, reads, hours, direct, proposal, posted } = await open(withDeputy);
      expect(card().words).toMatch(/Until 23 Apr 2026, 12:00, then Sari is asked too; expires 24 Apr 2026, 12:00/);
      await presses('sari', 'Approve');
      await reads('sari', /not decide it/);

      await hours(25);
      await hours(0);
      const reminded = /P-1 still waits for a decision.*You can decide until/;
      expect(said(direct('dina'))).toEqual([expect.stringMatching(reminded)]);
      expect(direct('sari')).toEqual([]);
      await hours(24);
      await hours(0);
      expect(said(direct('sari'))).toEqual([expect.stringMatching(/P-1 was not decided in time by Dina/)]);
      expect(card().words).toMatch(/Sari \(for Dina\)/);
      await hours(24);
      expect(card().words).toMatch(/Expired 24 Apr 2026, 12:00: not enough approvals in time, nothing changes/);
      expect(card().buttons).toEqual(['Why?']);
      expect(proposal().state).toBe('expired');
      expect(said(posted('approvals')).filter((words) => /still waits|not decided in time/.test(words))).toHaveLength(
        2,
      );
    });

    it('is decided by the deputy once the deadline is over, and not after the end', async () => {
      const { holds, hours, presses, reads, later, proposal } = await open(withDeputy);
      const copy = holds('raka', 'Approve');
      await hours(49);
      await presses('sari', 'Approve');
      await reads('sari', /You approved P-1/);
      expect(proposal().decidedBy).toBe(user('sari'));
      later(30 * 3_600_000);
      await copy.now();
      await reads('raka', /P-1 is already approved.*Sari decided/);
    });

    it('expires at the next start, not approved, when Sextant was down over all of it: nobody is asked late', async () => {
      const { holds, presses, form, submits, later, reads, hours, card, direct, acts, state } = await open();
      const copy = holds('dina', 'Approve');
      await presses('raka', 'Reject');
      await form('raka');
      later(80 * 3_600_000);

      await copy.now();
      await reads('dina', /P-1 has expired.*nothing changes/);
      await submits('raka', { reason: 'too late' });
      await reads('raka', /P-1 has expired/);
      await hours(0);

      for (const room of both) expect(card(room).words).toMatch(/Expired 23 Apr 2026/);
      expect(said(direct('dina')).filter((words) => /waits/.test(words))).toEqual([]);
      expect(acts()).toEqual(['proposed', 'expired']);
      expect(state.executions.list(['approved'])).toEqual([]);
    });
  });

  it('goes to the deputy of an approver who has left, whose own click counts no more', async () => {
    const { says, presses, reads, flush, direct, card, proposal, holds, later } = await open({
      ...wide,
      before: [`/team set user:${user('raka')} role:approver deputy:${user('sari')}`],
    });
    const again = holds('raka', 'Approve');
    await presses('raka', 'Approve');
    await reads('raka', /Your approval of P-1 counts/);

    await says('ana', `/team remove user:${user('raka')}`);
    await flush();

    expect(said(direct('sari'))).toEqual([
      expect.stringMatching(/Raka is no approver any more; P-1 now needs Sari \(deputy\)/),
    ]);
    expect(card().words).toMatch(/Sari \(for Raka\)/);
    expect(card().words).not.toMatch(/So far/);
    await presses('dina', 'Approve');
    await reads('dina', /Your approval of P-1 counts/);
    later(3000);
    await again.now();
    await reads('raka', /needs the viewer role/);
    expect(proposal().state).toBe('proposed');
    await presses('sari', 'Approve');
    await reads('sari', /You approved P-1/);
    expect(proposal().state).toBe('approved');
  });

  it('that an approver can be told of no more, their account being closed, is an admin’s to give to the deputy', async () => {
    const { leaves, hours, direct, presses, reads, flush, card } = await open({
      before: [`/team set user:${user('raka')} role:approver deputy:${user('sari')}`],
    });
    leaves('raka');
    await hours(25);
    const letters = () => said(direct('ana')).filter((words) => /Not delivered/.test(words));
    expect(letters()).toEqual([
      expect.stringMatching(/P-1 still waits.*I cannot reach Raka there any more.*press Retry once Raka is back/),
    ]);

    const letter = direct('ana').find(({ words }) => /Not delivered/.test(words));
    expect(letter!.buttons).toEqual(['Take Raka off the team', 'Retry']);
    expect(await presses('ana', 'Take Raka off the team')).toMatch(/Raka loses all rights here/);
    await reads('ana', /Raka has no rights here any more/);
    await flush();

    expect(said(direct('sari'))).toEqual([
      expect.stringMatching(/Raka is no approver any more; P-1 now needs Sari \(deputy\)/),
    ]);
    expect(card().words).toMatch(/Sari \(for Raka\)/);
    expect(letters()).toHaveLength(1);
  });

  it('is undone by a proposal of the reverse, under the same rules', async () => {
    const { presses, reads, flush, says, proposal, state, card, posted } = await open();
    await presses('dina', 'Approve');
    await reads('dina', /You approved P-1/);
    await flush();
    await presses('rina', 'Done');
    await reads('rina', /P-1 is recorded as carried out/);
    await flush();
    expect(card().buttons).toEqual(['Undo', 'Why?']);

    expect(await presses('rina', 'Undo')).toMatch(/changes nothing until it is approved/);

    await reads('rina', /P-2 is proposed/);
    await flush();
    const [before, after] = ['P-1', 'P-2'].map(
      (id) =>
        (
          state.runs.byId(proposal(id).run)!.result as {
            allocation: { lines: { currentMinor: number; proposedMinor: number }[] };
          }
        ).allocation.lines,
    );
    expect(after!.map(({ currentMinor, proposedMinor }) => [currentMinor, proposedMinor])).toEqual(
      before!.map(({ currentMinor, proposedMinor }) => [proposedMinor, currentMinor]),
    );
    expect((await says('rina', '/budget undo P-1')).title).toBe('P-2 takes back P-1 already');
    // The guards let it through since it only restores: nobody gets to say what.
    for (const line of ['adjust P-2', 'adjust P-2 split:"Voucher=9M" total:free', 'propose revises:P-2 total:20M'])
      expect((await says('rina', `/budget ${line}`)).title).toBe('P-2 takes back P-1 as it was, and cannot be changed');
    expect(posted('approvals').at(-1)!.buttons).toEqual(['Approve', 'Reject', 'Why?']);
    expect((await says('rina', '/budget approve P-2')).outcome).toBe('refused');
  });
});

describe.each(platforms)('the weekly suggestion in %s', (platform) => {
  it('is proposed by Sextant itself, once a week, and decided like any other', async () => {
    const whole = demoHouse();
    const { serves, says, ticks, flush, posted, presses, reads } = await cardsBefore(platform, whole);
    serves('approvals', 'approvals');
    await Promise.all([1, 2, 3].map(() => says('ana', '/budget suggest post:yes')));
    await ticks('budget suggest', { post: 'yes', planned: 1 });
    await flush();
    expect(said(posted('approvals'))).toEqual([expect.stringMatching(/P-1 · budget.*Asked by/)]);
    await presses('dina', 'Approve');
    await reads('dina', /You approved P-1/);
  });
});

describe('a channel that other companies read', () => {
  // Discord has no such channels: a server is one company's, and its channel's readers are its members.
  it('gets no card, no figure by command, and no such purpose', async () => {
    const { slack, types, reads, flush, posted } = await cardsBefore('slack', houseOn(await asking('slack')));
    slack.workspace.shared.add(rooms.slack.marketing);

    await flush();
    await types('rina', '/budget propose max-step:15');
    await reads(
      'rina',
      /P-2 holds money figures, and people of other companies read this channel: nothing is posted here/,
    );
    await flush();
    await types('ana', '/channel set purpose:approvals');
    await reads('ana', /People of other companies read this channel/);
    await types('rina', '/budget show P-1 share:yes');
    await reads('rina', /figures stay out of it/);

    expect(posted('marketing')).toEqual([]);
    expect(said(posted('approvals'))).toEqual([
      expect.stringMatching(/^P-1 · budget/),
      expect.stringMatching(/^P-2 · budget/),
    ]);
  });
});

describe('a button that stood on no message', () => {
  // What comes over Slack's wire is signed: its forgeries are in slack-flow.test.ts. Discord's comes down our own line,
  // and the one thing in it that a client could make up is the id.
  it('in Discord gives nobody a right that they do not have', async () => {
    const { discord, told, until, proposal } = await cardsOn('discord');
    const card = discord.seenBy({ id: people.discord.vina, name: 'vina' })[0]!;
    const presses = async (who: 'vina' | 'rina' | 'guest' | 'dina', custom_id: string) => {
      const before = told(who).length;
      const button = { type: 2, label: 'Forged', style: 1, custom_id };
      const forged = { ...card, components: [{ type: 1, components: [button] }] };
      discord.presses({ id: people.discord[who], name: who }, forged, 'Forged');
      await until(() => told(who).length > before);
      return told(who).at(-1)!.words;
    };

    const approve = 'ask:budget approve proposal:P-1 version:1';
    expect(await presses('vina', approve)).toMatch(/You can see P-1 but not decide it/);
    expect(await presses('rina', approve)).toMatch(/You asked for this, so someone else decides/);
    expect(await presses('guest', approve)).toMatch(/needs the viewer role/);
    expect(await presses('dina', 'ask:budget approve proposal:P-1 version:7')).toMatch(/This is v7 of P-1/);
    expect(await presses('dina', 'ask#made-up')).toMatch(/ask again with the slash command/);
    expect(await presses('vina', 'ask:budget policy two-above:0')).toMatch(/Only an admin changes the rules/);
    expect(proposal()).toMatchObject({ state: 'proposed', version: 1 });
  });
});
