import { describe, expect, it } from 'vitest';
import type { KeptBudget } from '../../commands/runs/budget.ts';
import { HOUR_MS } from '../support/clock.ts';
import { ana, clock, demoHouse, dina, raka, rina, table, vina, words } from '../support/house.ts';
import { posts } from '../support/outbox.ts';

describe('/budget policy', () => {
  it('is read by all, changed by an admin, and every change is on record', async () => {
    const { say, state } = demoHouse();
    expect(words(await say('/budget policy', vina))).toMatch(
      /changes by more than 20%\.[\s\S]*Whoever asked cannot approve/,
    );
    expect((await say('/budget policy two-above:1M', rina)).title).toBe('Only an admin changes the rules');
    const set = await say('/budget policy two-above:1M step:10 own:yes hours:24 weekly:off', ana);
    expect(words(set)).toMatch(/more than 10%, or where more than IDR 1M a week moves[\s\S]*Whoever asked may approve/);
    expect(words(set)).toMatch(/waits 24 hours[\s\S]*No shift is suggested by itself/);
    await say('/budget policy two-above:none', ana);
    expect(state.policy.read()).toEqual({ twoAboveMinor: null, step: 0.1, own: true, hours: 24, weekly: 'off' });
    expect(state.audit.about('budget policy').map(({ actor, act }) => [actor, act])).toEqual([
      ['web:ana', 'rules changed'],
      ['web:ana', 'rules changed'],
    ]);
  });

  it.each(['1e21', '-5M', 'lots', '9999999B'])('does not take %s for an amount', async (typed) => {
    const answer = await demoHouse().say(`/budget policy two-above:${typed}`, ana);
    expect(answer.outcome).toBe('refused');
    expect(words(answer)).toContain('two-above must be an amount such as 50M, or none.');
  });

  it('shows limits and deputies, and who stands in for whom', async () => {
    const { say, state } = demoHouse();
    await say('/team set user:web:dina role:approver limit:50M deputy:web:vina', ana);
    await say('/team set user:web:raka role:approver deputy:web:rina', ana);
    await say('/team remove user:web:raka', ana);
    const shown = await say('/budget policy', ana);
    expect(table(shown).rows).toEqual([
      ['Ana', null, ''],
      ['Dina', 50_000_000, 'Vina'],
      ['Raka (no approver any more: the deputy stands in)', null, 'Rina'],
    ]);
    expect(state.audit.about('web:dina').map(({ act }) => act)).toEqual(['rules changed', 'role given']);
    await say('/team set user:web:dina role:approver limit:none deputy:none', ana);
    expect(state.policy.approvers()[0]).toMatchObject({ limitMinor: null, deputy: null });
    expect((await say('/team set user:web:dina role:approver deputy:web:dina', ana)).outcome).toBe('refused');
    expect((await say('/team set user:web:dina role:approver deputy:web:nobody', ana)).title).toBe(
      'I do not know web:nobody',
    );
  });

  it('asks two for a large shift, lets whoever asked approve, and keeps its own hours', async () => {
    const house = demoHouse();
    const { say, state, time } = house;
    await say('/budget policy two-above:100K own:yes hours:10', ana);
    await say('/budget propose', dina);
    expect(state.proposals.find('P-1')).toMatchObject({ expiresAt: time.at + 10 * HOUR_MS });
    expect(words(posts(house)[0]!)).toMatch(/Needs 2 approvals: IDR .* moved, more than IDR 100,000\./);
    expect((await say('/budget approve P-1', dina)).title).toBe('Your approval of P-1 counts');
    await say('/budget policy two-above:none', ana);
    expect(words(posts(house)[0]!)).toMatch(/Needs 1 approval\. So far: Dina/);
    expect((await say('/budget approve P-1', dina)).title).toBe('You approved P-1');
    const asks = '/budget reconsider P-1 reason:hm';
    expect((await say(asks, vina)).title).toBe('You could not have decided on P-1');
    expect((await say(asks, raka)).title).toBe('Dina is asked to reconsider P-1');
  });

  it('changed under an open card decides nothing by itself: the next click does, by the rules of now', async () => {
    const { say, state } = demoHouse();
    await say('/budget propose max-step:40', rina);
    await say('/budget approve P-1', dina);
    await say('/budget policy step:60', ana);
    expect(words(await say('/budget show P-1', vina))).toMatch(
      /Needs 1 approval\. So far: Dina, .*\. That is enough by the rules of now: the next Approve, also of theirs, decides\./,
    );
    expect(state.proposals.find('P-1')!.state).toBe('proposed');
    expect((await say('/budget approve P-1', dina)).title).toBe('You approved P-1');
  });

  it('does not let a deputy near it while the approver is there and the deadline is not over', async () => {
    const { say, time } = demoHouse();
    await say('/team set user:web:dina role:approver limit:100K deputy:web:vina', ana);
    await say('/budget propose', rina);
    expect((await say('/budget approve P-1', vina)).title).toBe('You can see P-1 but not decide it');
    time.at += 49 * HOUR_MS;
    // Stands in for Dina, with Dina's limit.
    expect((await say('/budget approve P-1', vina)).title).toBe('Your approval of P-1 counts');
    expect((await say('/budget approve P-1', raka)).title).toBe('You approved P-1');
  });
});

describe('the weekly suggestion', () => {
  const suggest = (house: ReturnType<typeof demoHouse>) => house.say('/budget suggest post:yes planned:1', clock);

  it('is a proposal of Sextant’s own, once a week and beside no other of that week', async () => {
    const house = demoHouse();
    expect((await suggest(house)).title).toMatch(/^P-1 · budget for 27 Apr/);
    expect((await suggest(house)).title).toBe('P-1 is before the managers already');
    await house.say('/budget reject P-1 reason:no', dina);
    expect((await suggest(house)).title).toBe('This week has its suggestion');
    expect(posts(house).map(({ title }) => title)).toEqual([expect.stringMatching(/^P-1 /)]);
    expect(house.state.proposals.find('P-1')).toMatchObject({ requester: 'clock:sextant', decidedByName: 'Dina' });
  });

  it('is none where the data cannot tell its gain from a loss', async () => {
    const house = demoHouse();
    house.db.exec('DELETE FROM campaign_spend WHERE day < (SELECT max(day) FROM campaign_spend) - 26 * 7');
    expect(words(await suggest(house))).toMatch(/No budget shift is suggested[\s\S]*cannot tell gain from loss/);
    expect(house.state.proposals.list({ limit: 1 })).toEqual([]);
  });

  it.each([
    ['always', ['No budget shift is suggested this week']],
    ['quiet', []],
    ['off', []],
  ])('with nothing worth moving, set to %s, posts %j', async (weekly, said) => {
    const house = demoHouse();
    await house.say(`/budget policy weekly:${weekly}`, ana);
    house.db.exec('DELETE FROM campaign_spend');
    await suggest(house);
    await suggest(house);
    expect(posts(house).map(({ title }) => title)).toEqual(said);
    expect(house.state.proposals.list({ limit: 1 })).toEqual([]);
  });
});

describe('a split by hand', () => {
  const splitOf = ({ state }: ReturnType<typeof demoHouse>, id: string) =>
    (state.runs.byId(state.proposals.find(id)!.run)!.result as KeptBudget).allocation;

  it('leaves the rest to the other lines, within the limits of before', async () => {
    const house = demoHouse();
    await house.say('/budget propose max-step:20', rina);
    const before = splitOf(house, 'P-1');
    await house.say('/budget adjust P-1 split:"Voucher=4.5M"', rina);
    const { lines, totalMinor } = splitOf(house, 'P-1');
    expect(totalMinor).toBe(before.totalMinor);
    expect(lines.reduce((sum, { proposedMinor }) => sum + proposedMinor, 0)).toBe(totalMinor);
    expect(lines.find(({ name }) => name.startsWith('Voucher'))?.proposedMinor).toBe(4_500_000);
    for (const { currentMinor, proposedMinor } of lines)
      expect(Math.abs(proposedMinor / currentMinor - 1)).toBeLessThanOrEqual(0.2000001);
  });

  it('takes the total along where that is free', async () => {
    const house = demoHouse();
    await house.say('/budget propose', rina);
    const before = splitOf(house, 'P-1');
    await house.say('/budget adjust P-1 split:"Voucher=6M" total:free', rina);
    const after = splitOf(house, 'P-1');
    const voucher = before.lines.find(({ name }) => name.startsWith('Voucher'))!;
    expect(after.totalMinor).toBe(before.totalMinor - voucher.proposedMinor + 6_000_000);
  });

  it.each([
    ['split:"Voucher=9M"', /With these limits a week can cost from/],
    ['split:"Nothing=9M"', /There is no campaign "Nothing"/],
    ['line-999:5M', /"line-999" is no line of this plan/],
    ['split:"Voucher=-1M"', /I did not understand "Voucher=-1M"/],
    ['split:"Voucher=1e21" total:free', /I did not understand "Voucher=1e21"/],
    ['split:"Voucher=999999999999999999999" total:free', /"Voucher=9+"[\s\S]*must be at most 1000B/],
    ['split:"Voucher=9999999B" total:free', /must be at most 1000B/],
    ['split:"Voucher=500.000" total:free', /I did not understand "Voucher=500.000"/],
    ['split:"Voucher=IDR 5M" total:free', /I did not understand "Voucher=IDR 5M"/],
    ['split:"Voucher=5M" total:free version:0', /version must be a whole number from 1/],
  ])('%s is refused, and nothing changes', async (typed, says) => {
    const house = demoHouse();
    await house.say('/budget propose', rina);
    const answer = await house.say(`/budget adjust P-1 ${typed}`, rina);
    expect(answer.outcome).toBe('refused');
    expect(words(answer)).toMatch(says);
    expect(house.state.proposals.find('P-1')!.version).toBe(1);
  });

  it('is held to its promise also where the line that moves rested in some weeks', async () => {
    const house = demoHouse();
    await house.say(
      '/budget propose floors:"Voucher=4.2M" ceilings:"Voucher=4.2M" keep:"Meta, Google, Flash" total:12036250',
      rina,
    );
    expect(words(await house.say('/budget show P-1', rina))).toMatch(
      /Not advised: no two lines may move[\s\S]*If it falls IDR [\d.]+M behind its promise in all/,
    );
  });

  it('cannot change what is approved', async () => {
    const { say, state } = demoHouse();
    await say('/budget propose', rina);
    await say('/budget approve P-1', dina);
    for (const line of [
      '/budget adjust P-1 split:"Voucher=4M"',
      '/budget propose revises:P-1 max-step:10',
      '/budget another P-1',
    ])
      expect((await say(line, rina)).outcome).toBe('refused');
    expect(state.proposals.find('P-1')).toMatchObject({ state: 'approved', version: 1 });
  });

  it('promises in the form what it promises as a proposal', async () => {
    const house = demoHouse();
    await house.say('/budget propose', rina);
    const shown = await house.say('/budget what-if P-1 split:"Voucher=4.4M"', rina);
    const promised = words(shown).match(/Extra profit a week, after goods: (\S+)/)![1];
    await house.say('/budget adjust P-1 split:"Voucher=4.4M"', rina);
    expect(words(await house.say('/budget show P-1', rina))).toContain(`after goods: ${promised}`);
  });
});
