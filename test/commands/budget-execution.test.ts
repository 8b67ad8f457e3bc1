import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byHand } from '../../commands/command.ts';
import type { Fault } from '../fakes/receiver/server.ts';
import { databaseFile } from '../support/beginning.ts';
import { DAY_MS, HOUR_MS } from '../support/clock.ts';
import { byWebhook, executing, shiftThatIs } from '../support/executing.ts';
import { ana, dina, rina, table, vina, words } from '../support/house.ts';

type Setting = Awaited<ReturnType<typeof executing>>;

async function approved(options: Parameters<typeof executing>[0] = {}): Promise<Setting> {
  return executing({ ...options, begins: await shiftThatIs('approved', options.terms?.by) });
}

const buttons = ({ card }: Setting) => card().actions!.map(({ label }) => label);

describe('an approved shift', () => {
  it('is sent, confirmed, and its card changes in place', async () => {
    const setting = await approved();
    const { receiver, card, flush, say, state } = setting;
    expect(words(card())).toContain('Not sent yet.');
    expect(buttons(setting)).toEqual(['Withdraw', 'Why?']);

    expect(await flush()).toBe(1);

    expect(receiver.changes).toEqual(['P-1.v1']);
    expect(receiver.seen).toEqual(['POST', 'GET']);
    expect(receiver.broken).toEqual([]);
    expect(words(card())).toMatch(/Carried out by Sextant. Done .*, receipt X-1/);
    expect(buttons(setting)).toEqual(['Undo', 'Why?']);
    expect(state.proposals.find('P-1')!.state).toBe('executed');
    const acts = table(await say('/why X-1')).rows.map((row) => row[2]);
    expect(acts).toEqual(['proposed', 'approved', 'executing', 'sent', 'confirmed', 'executed']);
    const lines = table(card()).rows.slice(0, -1);
    for (const { campaign, minor } of receiver.applied.get('P-1.v1')!.lines) {
      expect(lines.find(([name]) => name === campaign)![2], campaign).toBe(minor);
    }
  });

  it.each<[string, Fault[], Fault[], string[]]>([
    ['a lost answer', ['lost'], [], ['POST', 'GET']],
    ['a failure after the effect', ['applied 500'], [], ['POST', 'GET']],
    ['an answer that comes too late', ['late'], [], ['POST', 'GET']],
    ['a cut line', ['cut'], [], ['POST', 'GET', 'POST', 'GET']],
    ['a fault of theirs', [{ status: 500 }, { status: 502 }], [], ['POST', 'GET', 'POST', 'GET', 'POST', 'GET']],
    ['a conflict', [{ status: 409 }], [], ['POST', 'GET', 'POST', 'GET']],
    ['a flood', ['huge'], [], ['POST', 'GET', 'POST', 'GET']],
    ['look-ups that fail too', ['lost'], ['cut', { status: 500 }, 'huge'], ['POST', 'GET']],
  ])('is applied once after %s, and never sent again before it was looked up', async (_, posts, looks, seen) => {
    const { receiver, settle, state, reports } = await approved({ posts, looks });
    await settle();
    expect(receiver.changes).toEqual(['P-1.v1']);
    expect(receiver.taken).toEqual(['P-1.v1']);
    // Some are asked more than once.
    expect(receiver.seen.filter((each, i, all) => each === 'POST' || all[i - 1] === 'POST')).toEqual(seen);
    expect(receiver.broken).toEqual([]);
    expect(state.executions.of('P-1')!.state).toBe('confirmed');
    expect(reports).toEqual([]);
  });

  it('waits as long as it is asked to, and says meanwhile that it cannot confirm', async () => {
    const posts = [{ status: 429, headers: { 'retry-after': '600' } }];
    const { receiver, flush, time, card } = await approved({ posts });
    await flush();
    expect(words(card())).toMatch(/Applied\? I could not confirm\. 127\.0\.0\.1:\d+ answered 429\. Checking…/);
    time.at += 599_000;
    await flush();
    expect(receiver.seen).toEqual(['POST']);
    time.at += 1_000;
    expect(await flush()).toBe(1);
    expect(receiver.changes).toEqual(['P-1.v1']);
  });

  it('that a page took which applies nothing is not sent again; a person is asked', async () => {
    const { receiver, settle, card, reports } = await approved({ posts: [{ status: 200 }] });
    await settle(0.1);
    expect(words(card())).toContain('Sent, not confirmed yet. Checking… The receiver says: not applied.');
    await settle(12);
    expect(words(card())).toContain('Taken, but it is not said to be applied. The receiver says: not applied.');
    expect(receiver.seen.filter((each) => each === 'POST')).toHaveLength(1);
    expect(receiver.changes).toEqual([]);
    expect(reports).toHaveLength(1);
  });

  it('that is refused is told as not applied, and can be tried again or withdrawn', async () => {
    const setting = await approved({ posts: [{ status: 422 }] });
    const { receiver, settle, card, say, reports, flush } = setting;
    await settle(1);
    expect(receiver.seen).toEqual(['POST']);
    expect(words(card())).toMatch(/Approved, not applied\. 127\.0\.0\.1:\d+ answered 422\. Nothing changed\./);
    expect(buttons(setting)).toEqual(['Try again', 'Withdraw', 'Why?']);
    expect(reports).toEqual([expect.stringMatching(/^P-1: Approved, not applied\./)]);
    expect(card('P-1 trouble')).toMatchObject({ title: 'P-1 needs somebody', tone: 'bad' });

    expect((await say('/budget execute P-1 version:1', rina)).outcome).toBe('answered');
    expect((await say('/budget execute P-1 version:1', rina)).outcome).toBe('refused');
    await flush();
    expect(receiver.seen).toEqual(['POST', 'GET', 'POST', 'GET']);
    expect(receiver.changes).toEqual(['P-1.v1']);
    expect(words(card())).toContain('receipt X-1');
    expect(words(card('P-1 trouble'))).toMatch(/P-1: how it went on\nDone .*, receipt X-1/);
  });

  it('is sent once by two processes on one database', async () => {
    const file = databaseFile(await shiftThatIs('approved'));
    const first = await executing({ begins: file });
    const second = await executing({ begins: file, receiver: first.receiver });
    await Promise.all([first.flush(), second.flush()]);
    await first.settle(1);
    expect(first.receiver.seen).toEqual(['POST', 'GET']);
    expect(first.receiver.changes).toEqual(['P-1.v1']);
  });

  it('gives up after five tries and tells a person', async () => {
    const { receiver, settle, state, reports } = await approved({ posts: new Array<Fault>(9).fill({ status: 503 }) });
    await settle(24);
    expect(receiver.seen.filter((each) => each === 'POST')).toHaveLength(5);
    expect(state.executions.of('P-1')!.state).toBe('failed');
    expect(reports).toHaveLength(1);
  });

  it('that nobody can find out about is left to a person, whose word counts', async () => {
    const looks = new Array<Fault>(30).fill({ status: 404 });
    const setting = await approved({ posts: ['lost'], looks });
    const { settle, card, say, state, reports, receiver } = setting;
    await settle(12);
    expect(words(card())).toContain('Applied? I could not find out.');
    expect(buttons(setting)).toEqual(['Look again', 'It is applied', 'It is not applied', 'Why?']);
    expect(reports).toHaveLength(1);
    expect(receiver.seen.filter((each) => each === 'POST')).toHaveLength(1);
    // The record must not read as if it had been sent again and again.
    const acts = state.audit.about('P-1').map(({ act }) => act);
    expect(acts.slice(2, 6)).toEqual(['executing', 'unknown', 'looked up', 'looked up']);
    expect(acts.filter((act) => act !== 'looked up')).toEqual(['proposed', 'approved', 'executing', 'unknown']);

    expect((await say('/budget applied P-1 was:yes', rina)).outcome).toBe('refused');
    expect((await say('/budget applied P-1 was:yes', dina)).outcome).toBe('answered');
    expect(state.proposals.find('P-1')!.state).toBe('executed');
    expect(state.audit.about('P-1').findLast(({ act }) => act === 'confirmed')).toMatchObject({ actorName: 'Dina' });
    expect((await say('/budget applied P-1 was:no', dina)).outcome).toBe('refused');
  });

  it('cannot be withdrawn once it may be out there', async () => {
    const { say, flush, state, receiver } = await approved({ posts: [{ status: 500 }] });
    await flush();
    const answer = await say('/budget withdraw P-1', rina);
    expect(answer).toMatchObject({ outcome: 'refused', title: 'P-1 is on its way' });
    expect(state.proposals.find('P-1')!.state).toBe('approved');
    expect(receiver.changes).toEqual([]);
  });

  it('is not sent when it was withdrawn in time', async () => {
    const { say, settle, receiver, card } = await approved();
    await say('/budget withdraw P-1', rina);
    await settle(1);
    expect(receiver.seen).toEqual([]);
    expect(words(card())).toContain('Withdrawn by Rina');
  });

  it('goes into the drop folder, and never over another file', async () => {
    const setting = await approved({ terms: { ...byHand, by: 'file' } });
    const { flush, folder, card } = setting;
    writeFileSync(join(folder, 'P-1.v1.json'), 'precious');
    await flush();
    expect(words(card())).toContain(
      'Approved, not applied. File drop refused: a file of that name is there already. Nothing changed.',
    );
    const other = await approved({ terms: { ...byHand, by: 'file' } });
    expect(await other.flush()).toBe(1);
    expect(readdirSync(other.folder)).toContain('P-1.v1.json');
  });

  it('is left to a person when what was to carry it out is gone', async () => {
    const { card, reports, state } = await executing({
      begins: await shiftThatIs('approved'),
      terms: { ...byHand, by: 'file' },
    });
    expect(state.executions.of('P-1')!.state).toBe('failed');
    expect(words(card())).toContain('Approved, not applied. The webhook it was for is not configured any more.');
    expect(reports).toHaveLength(1);
  });

  it('of the demo shop changes nothing outside', async () => {
    const { state, say, settle, receiver } = await executing();
    state.shop.set({ ...state.shop.read()!, demo: true });
    await say('/budget propose', rina);
    await say('/budget approve P-1', dina);
    await settle(1);
    expect(receiver.seen).toEqual([]);
    expect(state.executions.of('P-1')!.executor).toBe('manual');
  });
});

describe('the guards', () => {
  const moved = async () => {
    const { state } = await approved();
    return state.executions.of('P-1')!.movedMinor;
  };

  it.each([
    ['a step', { mostStep: 0.1 }, /would change by more than 10%/],
    ['a day', { mostADay: 1000 }, /more than the IDR 1,000 that may move in 24 hours/],
    ['a month', { mostAMonth: 1000 }, /more than the IDR 1,000 that may move in 30 days/],
    [
      'vouchers at worst',
      { voucherWorstCase: { 'voucher gajian': 3 }, mostVoucherCost: 10_000_000 },
      /At worst its vouchers could cost IDR 13\.\dM a week, more than IDR 10M/,
    ],
  ])('refuse an approval over the limit of %s, whoever gives it', async (_, limit, says) => {
    const { say, state } = await executing({ terms: { ...byWebhook, ...limit } });
    await say('/budget propose max-step:20', rina);
    expect(words(await say('/budget plan max-step:20', rina))).toMatch(says);
    expect(words(await say('/budget show P-1', rina))).toContain('⚠ As it is, it cannot be carried out.');
    const answer = await say('/budget approve P-1', dina);
    expect(answer).toMatchObject({ outcome: 'refused', title: 'P-1 is over a limit' });
    expect(words(answer)).toMatch(says);
    expect(state.proposals.find('P-1')!.state).toBe('proposed');
  });

  it('count what was moved before, also when it comes to sending', async () => {
    const amount = await moved();
    const { say, state, flush, time, db, receiver, card, settle } = await approved({
      terms: { ...byWebhook, mostADay: amount + 1 },
    });
    // Another shift was carried out between approval and execution.
    await say('/budget propose max-step:10', rina);
    db.exec("UPDATE proposal SET state = 'executed' WHERE id = 'P-2'");
    const other = state.executions.of('P-1')!.change;
    const late = state.executions.open(
      { proposal: 'P-2', version: 1, executor: 'webhook', change: other, movedMinor: 10 },
      time.at - HOUR_MS,
    );
    const taken = state.executions.claim(['webhook'], time.at - HOUR_MS, 1000)!;
    expect(taken.key).toBe(late.key);
    state.executions.settle(taken, { to: 'confirmed' }, time.at - HOUR_MS);

    await flush();
    expect(receiver.seen).toEqual([]);
    expect(words(card())).toMatch(/Approved, not applied\. It moves IDR .*, and IDR 10 was moved before: more than/);

    time.at += DAY_MS;
    await say('/budget execute P-1', rina);
    await settle(1);
    expect(receiver.changes).toEqual(['P-1.v1']);
  });
});

describe('/budget freeze', () => {
  it('lets nothing out, is shown everywhere, and ends with everything that waited', async () => {
    const { say, flush, receiver, card, state } = await approved();
    expect((await say('/budget freeze reason:"account under review"', dina)).outcome).toBe('refused');
    expect((await say('/budget freeze reason:"account under review"', ana)).outcome).toBe('answered');
    await flush();
    expect(receiver.seen).toEqual([]);
    expect(words(card())).toContain('Not carried out: budgets are frozen by Ana (account under review).');
    for (const line of ['/budget pending', '/status']) {
      expect(words(await say(line, vina)), line).toMatch(/Frozen by Ana, .*: account under review/);
    }
    expect((await say('/budget freeze reason:again', ana)).title).toBe('Budgets are frozen already');

    expect(words(await say('/budget unfreeze', ana))).toContain('Sent now: 1.');
    expect(await flush()).toBe(1);
    expect((await say('/budget unfreeze', ana)).outcome).toBe('refused');
    expect(state.audit.about('budget').map(({ act, actorName }) => `${actorName} ${act}`)).toEqual([
      'Ana freeze',
      'Ana unfreeze',
    ]);
    expect(words(await say('/status', vina))).toContain('Budget changes: by webhook');
  });

  it('tells those who carry out by hand', async () => {
    const { say } = await executing({ begins: await shiftThatIs('approved', 'manual'), terms: byHand });
    await say('/budget freeze reason:stop', ana);
    expect(words(await say('/budget show P-1', rina))).toMatch(/⚠ No budget is changed\. Frozen by Ana, .*: stop\./);
  });

  it('still finds out what became of what was under way', async () => {
    const { say, settle, receiver, state, flush } = await approved({ posts: ['lost'] });
    await flush();
    await say('/budget freeze reason:stop', ana);
    await settle(1);
    expect(receiver.seen).toEqual(['POST', 'GET']);
    expect(state.executions.of('P-1')!.state).toBe('confirmed');
  });
});
