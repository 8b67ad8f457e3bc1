import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSlack, type SlackDoor } from '../../src/slack/door.ts';
import { APP_TOKEN, BOT_TOKEN, type FakeSlack, startFakeSlack, words } from '../fakes/slack/index.ts';
import { clock } from '../support/house.ts';
import { type Member, managersAt } from '../support/managers.ts';

const ids: Record<Member, string> = { rina: 'U1', dina: 'U2', raka: 'U3', vina: 'U4', sari: 'U5', ana: 'U6' };
const { rina, dina, raka, vina, sari } = ids;
const CHANNEL = 'CAPPROVALS';

let slack: FakeSlack;
let door: SlackDoor;
let managers: ReturnType<typeof managersAt>;

/** The whole demo shop behind the real door, before the strict stand-in. */
beforeEach(async () => {
  slack = await startFakeSlack();
  managers = managersAt('slack', { ids, channels: [CHANNEL, 'C1'] });
  door = await openSlack(
    {
      botToken: BOT_TOKEN,
      transport: { kind: 'socket', appToken: APP_TOKEN },
      apiUrl: slack.apiUrl,
      filesOrigin: slack.origin,
      renderChart: async () => Buffer.from('png'),
      now: slack.clock.now,
      pause: async (ms) => slack.clock.advance(ms),
      log: () => {},
    },
    managers.house,
  );
});

afterEach(async () => {
  await door.close();
  await slack.close();
});

const flush = () => managers.flush(door)();
const later = (hours: number) => managers.tick(door)(hours);

async function proposed(line = '/budget propose') {
  await managers.say(line, 'rina');
  await flush();
}

/** What stands in the channels for all to read, newest last. */
const posted = (channel = CHANNEL) =>
  slack.workspace.messages.filter((each) => each.channel === channel && each.to === null);
const card = (channel = CHANNEL) => words(posted(channel)[0]!);
const direct = (user: string) => slack.workspace.messages.filter(({ channel }) => channel === `D${user}`);
const press = (user: string, label: string) => slack.clicks(user, label, { confirmed: true });
const stateOf = (id: string) => managers.state.proposals.find(id)!;

/** A click as it was when the button still stood there: an old copy, a slow client. */
function remembered(user: string, label: string) {
  const { body } = slack.clickBody(user, label);
  return () => slack.deliver('interactive', body);
}

async function reject(user: string, reason: string) {
  await press(user, 'Reject');
  await slack.until(() => slack.form(user), 'a form');
  return slack.submits(user, { reason });
}

describe('a card in Slack', () => {
  it('says all that a manager needs, to everyone, with the buttons', async () => {
    await proposed();
    const text = card();
    expect(text).toMatch(/P-1 · budget for 27 Apr/);
    expect(text).toMatch(/Asked by Rina\. Total IDR 12M a week, unchanged/);
    expect(text).toMatch(/Next IDR 100,000 earns/);
    expect(text).toMatch(/attributed/);
    expect(text).toMatch(/Promise: extra profit a week, after goods: \n?IDR .*\(80%: .* to .*\) · B-1/s);
    expect(text).toMatch(
      /Needs 1 approval\. Approvers: Dina, Raka and Ana\. Rina cannot approve\. Expires 23 Apr 2026/,
    );
    for (const label of ['Approve', 'Adjust', 'Reject', 'Why?'])
      expect(() => slack.clickBody(vina, label)).not.toThrow();
    await expect(slack.clicks(dina, 'Approve')).rejects.toThrow(/You approve P-1\. .* from IDR .* to IDR .* a week/);
  });

  it('tells somebody without the right who can decide, offers to remind them, and stays as it is', async () => {
    await proposed();
    const before = card();

    await press(vina, 'Approve');

    expect(words(await slack.sees(vina, /You can see P-1 but not decide it/))).toMatch(/Dina, Raka or Ana can/);
    expect(slack.visibleTo(rina).some((each) => /not decide/.test(words(each)))).toBe(false);
    expect(managers.acts('P-1')).toEqual(['proposed', 'refused']);
    await press(vina, 'Remind them');
    await slack.sees(vina, /Dina, Raka and Ana are reminded/);
    await flush();
    for (const user of [dina, raka]) expect(words(direct(user)[0]!)).toMatch(/Vina asks: P-1 waits for you/);
    await slack.clock.advance(3000);
    await press(vina, 'Remind them');
    await slack.sees(vina, /heard of P-1 not long ago/);
    await flush();
    expect(direct(dina)).toHaveLength(1);
    expect(card()).toBe(before);
  });

  it('is not approved by whoever asked for it', async () => {
    await managers.say('/budget propose', 'dina');
    await flush();
    await press(dina, 'Approve');
    expect(words(await slack.sees(dina, /You asked for this, so someone else decides/))).toMatch(/Raka or Ana can/);
    expect(stateOf('P-1').state).toBe('proposed');
  });

  it('counts the approval of somebody under whose limit it is not, and needs a second', async () => {
    await managers.say(`/team set user:slack:${dina} role:approver limit:100K`, 'ana');
    await proposed();
    expect(card()).toMatch(/Needs 1 approval; 2 where one is by Dina, who may move IDR 100,000/);

    await press(dina, 'Approve');

    const told = words(await slack.sees(dina, /Your approval of P-1 counts/));
    expect(told).toMatch(/Your limit is IDR 100,000, and this moves IDR .* This needs a second approver: Raka or Ana/);
    await flush();
    expect(card()).toMatch(/So far: Dina, /);
    await press(raka, 'Approve');
    await slack.sees(raka, /You approved P-1/);
    await flush();
    for (const channel of [CHANNEL, 'C1'])
      expect(card(channel)).toMatch(/Approved by Dina, .* and Raka, .* Not carried out yet/);
    expect(managers.acts('P-1')).toEqual(['proposed', 'agreed', 'approved']);
  });

  it('is approved once by two at the same moment, and the second is told by whom', async () => {
    await proposed();

    await Promise.all([press(dina, 'Approve'), press(raka, 'Approve')]);

    const first = await slack.until(() => stateOf('P-1').decidedByName, 'a decision');
    const [winner, other] = first === 'Dina' ? [dina, raka] : [raka, dina];
    await slack.sees(winner, /You approved P-1/);
    await slack.sees(other, new RegExp(`P-1 is already approved[\\s\\S]*${first} decided 0 s before you: approved`));
    await flush();
    expect(managers.acts('P-1')).toEqual(['proposed', 'approved']);
    expect(posted().map(({ text }) => text.slice(0, 22))).toEqual([
      'P-1 · budget for 27 Apr'.slice(0, 22),
      'P-1 is approved: to do'.slice(0, 22),
    ]);
    expect(() => slack.clickBody(vina, 'Approve')).toThrow('sees no button');
  });

  it('takes both of two at the same moment where two are needed, and runs once', async () => {
    await proposed('/budget propose max-step:40');
    expect(card()).toMatch(/Needs 2 approvals: .* over the 20% step/);
    expect(card()).toMatch(/⚠ over the 20% step/);

    await Promise.all([press(dina, 'Approve'), press(raka, 'Approve')]);

    await slack.until(() => stateOf('P-1').state === 'approved', 'an approval');
    await flush();
    expect(managers.state.proposals.approvals('P-1')).toHaveLength(2);
    expect(posted()).toHaveLength(2);
    expect(managers.acts('P-1')).toEqual(['proposed', 'agreed', 'approved']);
  });

  it('goes with the first of an approval and a rejection, and lets the other ask again', async () => {
    await proposed();
    const approves = remembered(raka, 'Approve');
    await reject(dina, 'wait for payday');
    await slack.sees(dina, /You rejected P-1/);

    await approves();

    expect(words(await slack.sees(raka, /P-1 is already rejected/))).toMatch(/Dina decided/);
    await press(raka, 'Ask to reconsider');
    await slack.until(() => slack.form(raka), 'a form');
    await slack.submits(raka, { reason: 'payday is over' });
    await slack.sees(raka, /Dina is asked to reconsider P-1/);
    await flush();
    expect(words(direct(dina)[0]!)).toMatch(/Raka asks Dina to reconsider P-1[\s\S]*payday is over/);
    expect(stateOf('P-1').state).toBe('rejected');
  });

  it('takes a double click, a delivery that Slack repeats and a late copy of it once', async () => {
    await proposed('/budget propose max-step:40');
    const { body } = slack.clickBody(dina, 'Approve');

    await Promise.all([press(dina, 'Approve'), press(dina, 'Approve')]);
    await slack.deliver('interactive', body);
    await slack.deliver('interactive', body);
    await slack.clock.advance(60_000);
    await press(dina, 'Approve');

    await slack.sees(dina, /Your approval of P-1 counts/);
    expect(managers.acts('P-1')).toEqual(['proposed', 'agreed']);
    expect(managers.state.proposals.approvals('P-1')).toHaveLength(1);
  });

  it('approves what the pressed card is about, not the newest, and answers an old copy', async () => {
    await proposed('/budget propose max-step:10');
    const old = remembered(dina, 'Approve');
    const copy = remembered(raka, 'Approve');
    await managers.say('/budget propose max-step:15', 'rina');
    await flush();

    await old();
    await slack.sees(dina, /You approved P-1/);
    await copy();

    await slack.sees(raka, /P-1 is already approved/);
    expect([stateOf('P-1').state, stateOf('P-2').state]).toEqual(['approved', 'proposed']);
  });

  it('is adjusted in a form that says what it promises; that is version 2, everywhere, without the approvals of before', async () => {
    await proposed('/budget propose max-step:40');
    await press(dina, 'Approve');
    await slack.sees(dina, /Your approval of P-1 counts/);
    const old = remembered(raka, 'Approve');

    await press(rina, 'Adjust');
    const form = await slack.until(() => slack.form(rina), 'a form');
    const [line] = (form.view.blocks as { block_id?: string }[])
      .map(({ block_id = '' }) => block_id)
      .filter((id) => id.startsWith('line-'));
    await slack.changes(rina, line!, '5000000');
    await slack.until(() => JSON.stringify(slack.form(rina)?.view).includes('Extra profit a week'), 'what it promises');
    expect(JSON.stringify(form.view)).toMatch(/Total IDR 12M a week, unchanged/);
    await slack.changes(rina, line!, { press: '+10 %' });
    await slack.until(
      () => JSON.stringify(slack.form(rina)?.view).includes('"initial_value":"5500000"'),
      'the number moved',
    );
    await slack.submits(rina, {});

    await slack.sees(rina, /P-1 v2 is proposed/);
    await flush();
    for (const channel of [CHANNEL, 'C1']) {
      expect(card(channel)).toMatch(/P-1 v2/);
      expect(card(channel)).toMatch(/IDR 5\.5M/);
      expect(card(channel)).toMatch(/set by hand/);
      expect(card(channel)).not.toMatch(/So far/);
    }
    expect(words(direct(dina)[0]!)).toMatch(/P-1 v2 replaces what you approved/);

    await old();
    expect(words(await slack.sees(raka, /This is v1 of P-1/))).toMatch(/v2 is current/);
    await press(raka, 'Open v2');
    await slack.sees(raka, /P-1 v2 · budget/);
    await Promise.all([press(dina, 'Approve'), press(raka, 'Approve')]);
    await slack.until(() => stateOf('P-1').state === 'approved', 'an approval');
    expect(managers.state.proposals.approvals('P-1')).toHaveLength(2);
  });

  it('says at the form what does not add up', async () => {
    await proposed();
    await press(rina, 'Adjust');
    const form = await slack.until(() => slack.form(rina), 'a form');
    const lines = (form.view.blocks as { block_id?: string }[])
      .map(({ block_id = '' }) => block_id)
      .filter((id) => id.startsWith('line-'));

    const { errors } = await slack.submits(rina, Object.fromEntries(lines.map((id) => [id, '1000000'])));

    expect(JSON.stringify(errors)).toMatch(/add up to IDR 4,000,000, not to IDR 12,001,500/);
    await slack.submits(rina, { total: 'free' });
    await slack.sees(rina, /P-1 v2 is proposed/);
  });

  it('is not approved on numbers that no longer hold, and is recomputed', async () => {
    await proposed();
    managers.db.exec("UPDATE proposal SET basis = 'older data'");

    await press(dina, 'Approve');

    expect(words(await slack.sees(dina, /P-1 is stale/))).toMatch(
      /Within the same limits the promise is IDR .* a week, and was IDR/,
    );
    expect(stateOf('P-1').state).toBe('proposed');
    await press(dina, 'Recompute');
    await slack.sees(dina, /P-1 v2 is proposed/);
    await flush();
    await press(dina, 'Approve');
    await slack.sees(dina, /You approved P-1 v2/);
  });

  it('reminds at half time, asks the deputy at the deadline, and expires: each once', async () => {
    await managers.say(`/team set user:slack:${dina} role:approver deputy:slack:${sari}`, 'ana');
    await proposed();
    expect(card()).toMatch(/Until 23 Apr 2026, 12:00, then Sari is asked too; expires 24 Apr 2026, 12:00/);
    await press(sari, 'Approve');
    await slack.sees(sari, /not decide it/);

    await later(25);
    await later(0);
    expect(direct(dina).map(words)).toEqual([
      expect.stringMatching(/P-1 still waits for a decision[\s\S]*You can decide until/),
    ]);
    expect(direct(sari)).toEqual([]);
    await later(24);
    await later(0);
    expect(direct(sari).map(words)).toEqual([expect.stringMatching(/P-1 was not decided in time by Dina/)]);
    expect(card()).toMatch(/Sari \(for Dina\)/);
    await later(24);
    expect(card()).toMatch(/Expired 24 Apr 2026, 12:00: not enough approvals in time, nothing changes/);
    expect(stateOf('P-1').state).toBe('expired');
    expect(posted().filter(({ text }) => /waits|not decided/.test(text))).toHaveLength(2);
  });

  it('is decided by the deputy once the deadline is over', async () => {
    await managers.say(`/team set user:slack:${dina} role:approver deputy:slack:${sari}`, 'ana');
    await proposed();
    await later(49);
    await press(sari, 'Approve');
    await slack.sees(sari, /You approved P-1/);
    expect(stateOf('P-1').decidedBy).toBe('slack:U5');
  });

  it('expires on start, not approved, when Sextant was down over all of it: nobody is asked late', async () => {
    await proposed();
    managers.time.at += 80 * 3_600_000;

    await press(dina, 'Approve');
    await slack.sees(dina, /P-1 has expired/);
    await later(0);

    expect(card()).toMatch(/Expired 23 Apr 2026/);
    expect(direct(dina)).toEqual([]);
    expect(managers.acts('P-1')).toEqual(['proposed', 'expired']);
  });

  it('goes to the deputy of an approver who has left, whose own click counts no more', async () => {
    await managers.say(`/team set user:slack:${raka} role:approver deputy:slack:${sari}`, 'ana');
    await proposed('/budget propose max-step:40');
    await press(raka, 'Approve');
    await slack.sees(raka, /Your approval of P-1 counts/);

    await managers.say(`/team remove user:slack:${raka}`, 'ana');
    await flush();

    expect(words(direct(sari)[0]!)).toMatch(/Raka is no approver any more; P-1 now needs Sari \(deputy\)/);
    expect(card()).toMatch(/Sari \(for Raka\)/);
    expect(card()).not.toMatch(/So far/);
    await press(dina, 'Approve');
    await slack.sees(dina, /Your approval of P-1 counts/);
    expect(stateOf('P-1').state).toBe('proposed');
    await press(sari, 'Approve');
    await slack.sees(sari, /You approved P-1/);
    expect(stateOf('P-1').state).toBe('approved');
  });

  it('stays out of a channel that other companies read', async () => {
    slack.workspace.shared.add('C1');
    await slack.types(rina, 'C1', '/budget propose');
    const told = await slack.sees(rina, /P-1 is proposed/);
    expect(words(told)).toMatch(
      /P-1 holds money figures, and people of other companies read this channel: nothing is posted here/,
    );
    await flush();
    expect(posted()).toHaveLength(1);
    expect(posted('C1')).toEqual([]);
    await slack.types(ids.ana, 'C1', '/channel set purpose:approvals');
    await slack.sees(ids.ana, /People of other companies read this channel/);
    await slack.types(rina, 'C1', '/budget show P-1 share:yes');
    await slack.sees(rina, /figures stay out of it/);
    expect(posted('C1')).toEqual([]);
  });

  it('is rejected with a reason, and the next one heeds it', async () => {
    await proposed();
    await reject(dina, 'keep Voucher, payday is near');
    await flush();
    expect(card()).toMatch(/Rejected by Dina, .* Reason: keep Voucher, payday is near/);

    await press(rina, 'Make me another');
    const form = await slack.until(() => slack.form(rina), 'a form');
    expect(JSON.stringify(form.view)).toContain('"initial_value":"Voucher Gajian"');
    await slack.submits(rina, { 'max-step': '20' });

    await slack.sees(rina, /P-2 is proposed/);
    await flush();
    expect(words(posted().at(-1)!)).toMatch(
      /It was made after P-1 was rejected[\s\S]*Voucher Gajian\nIDR 4\.17M\nIDR 4\.17M/,
    );
  });

  it('is undone by a proposal of the reverse, under the same rules', async () => {
    await proposed();
    await press(dina, 'Approve');
    await slack.sees(dina, /You approved P-1/);
    await managers.say('/budget adjust P-1 split:"Voucher=1M"', 'rina');
    expect(stateOf('P-1').version).toBe(1);
    await flush();
    await press(rina, 'Done');
    await slack.until(() => stateOf('P-1').state === 'executed', 'it to be done');
    await flush();

    await press(rina, 'Undo');

    await slack.sees(rina, /P-2 is proposed/);
    await flush();
    const [before, after] = ['P-1', 'P-2'].map(
      (id) =>
        managers.state.runs.byId(stateOf(id).run)!.result as {
          allocation: { lines: { currentMinor: number; proposedMinor: number }[] };
        },
    );
    expect(after!.allocation.lines.map(({ currentMinor, proposedMinor }) => [currentMinor, proposedMinor])).toEqual(
      before!.allocation.lines.map(({ currentMinor, proposedMinor }) => [proposedMinor, currentMinor]),
    );
    expect((await managers.say('/budget undo P-1', 'rina')).title).toBe('P-2 takes back P-1 already');
    // The guards let it through since it only restores: nobody gets to say what.
    for (const line of ['adjust P-2', 'adjust P-2 split:"Voucher=9M" total:free', 'propose revises:P-2 total:20M'])
      expect((await managers.say(`/budget ${line}`, 'rina')).title).toBe(
        'P-2 takes back P-1 as it was, and cannot be changed',
      );
    expect(stateOf('P-2').version).toBe(1);
    expect(() => slack.clickBody(dina, 'Adjust')).toThrow('sees no button');
    expect((await managers.say('/budget approve P-2', 'rina')).outcome).toBe('refused');
  });
});

describe('the weekly suggestion', () => {
  it('is proposed by Sextant itself, once a week', async () => {
    await Promise.all([1, 2, 3].map(() => managers.say('/budget suggest post:yes', 'ana')));
    await managers.house.ask({ name: 'budget suggest', input: { post: 'yes', planned: 1 } }, clock);
    await flush();
    expect(posted()).toHaveLength(1);
    expect(card()).toMatch(/Asked by/);
    await press(dina, 'Approve');
    await slack.sees(dina, /You approved P-1/);
  });
});
