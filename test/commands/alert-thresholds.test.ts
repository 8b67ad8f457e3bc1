import { describe, expect, it } from 'vitest';
import { announce } from '../../commands/alerts/announce.ts';
import type { ThresholdFinding } from '../../commands/alerts/finding.ts';
import { checkHouse } from '../../commands/alerts/house.ts';
import { boundWords } from '../../commands/alerts/threshold-words.ts';
import { checkThresholds } from '../../commands/alerts/thresholds.ts';
import { whenOf } from '../../commands/alerts/when.ts';
import type { Context } from '../../commands/command.ts';
import { readCut } from '../../commands/runs/cut.ts';
import type { Words } from '../../words/say.ts';
import { tell } from '../../words/tell.ts';
import { againOf, SAME } from '../support/again.ts';
import { DAY_MS } from '../support/clock.ts';
import { ana, clock, demoHouse, dina, fact, raka, rina, table, vina, words } from '../support/house.ts';
import { told } from '../support/told.ts';

type House = ReturnType<typeof demoHouse>;

const whole = ({ facts, state, time }: House) =>
  ({
    facts,
    state,
    now: time.at,
    today: '2026-04-20',
    shop: state.shop.read(),
    caller: { ...clock, role: 'admin' },
  }) as unknown as Context;

const toko = { name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'id-ID', demo: false };
const revenue = { metric: 'revenue', shop: toko } as const;

describe('thresholds', () => {
  it.each([
    ['metric:revenue when:"below 50M a week"', 'L-1: Net revenue below IDR 50M a week'],
    ['metric:orders when:"over 1k a day"', 'L-1: Orders above 1,000 a day'],
    ['metric:aov when:"down 20% on last week"', 'L-1: Order value down 20% or more on the week before'],
    ['metric:spend when:"up 12.5% on a usual month"', 'L-1: Spend up 13% or more on a usual month'],
    ['metric:customers when:"down 30% against usual day"', 'L-1: Customers down 30% or more on a usual day'],
  ])('are written as people say them: %s', async (typed, title) => {
    const { say } = demoHouse();
    expect((await say(`/alerts add ${typed}`, rina)).title).toBe(title);
  });

  it.each([
    ['below 50jt a week', 'di bawah 50jt seminggu', 'dibawah 50 juta per minggu', 'kurang dari 50jt seminggu'],
    ['below 1500jt a day', 'di bawah 1,5 miliar sehari', 'di bawah IDR 1,5 miliar per hari'],
    ['down 20% on last week', 'turun 20% dari minggu lalu', 'turun 20 % dibanding minggu sebelumnya'],
    ['up 2.5% on a usual day', 'naik 2,5% dari hari biasa', 'naik 2,5% dari hari biasanya'],
  ])('are understood in Indonesian: %s', (english, ...indonesian) => {
    for (const typed of indonesian) expect(whenOf(typed, revenue), typed).toEqual(whenOf(english, revenue));
  });

  it.each(['en', 'id'] as const)('are understood as they are told: %s', (language) => {
    const shop = { currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG' };
    for (const every of ['day', 'week', 'month'] as const) {
      for (const side of ['below', 'above'] as const) {
        for (const bound of [
          { against: 'last', threshold: 0.2 },
          { against: 'usual', threshold: 0.055 },
          { against: null, threshold: 50_000_000 },
          { against: null, threshold: 1_500_000_000 },
        ] as const) {
          const typed = tell(boundWords({ metric: 'revenue', every, side, ...bound }), { language, shop });
          expect(whenOf(typed, revenue), typed).toEqual({ every, side, ...bound });
        }
      }
    }
  });

  it.each([
    ['metric:revenue when:"lower than ever"', 'I do not understand "lower than ever"'],
    ['metric:revenue when:"down 120% on last week"', 'I do not understand "down 120% on last week"'],
    ['metric:revenue when:"below 500.000"', 'I do not understand "below 500.000"'],
    [
      'metric:customers when:"below 10 a month"',
      'That does not add up over a month: somebody who buys twice is one customer',
    ],
    ['metric:spend when:"above 1M" channel:Shopee', 'Spend is looked at as a whole'],
    ['metric:revenue when:"below 1M" channel:Nowhere', 'I know of no channel "Nowhere"'],
  ])('are refused with what to write instead: %s', async (typed, title) => {
    const { say, state } = demoHouse();
    const answer = await say(`/alerts add ${typed}`, rina);
    expect(answer).toMatchObject({ outcome: 'refused', title });
    expect(words(answer).length).toBeGreaterThan(title.length);
    expect(state.thresholds.list()).toEqual([]);
  });

  it('are set once: the same again says which it is and what can be done with it', async () => {
    const { say, state } = demoHouse();
    const answer = await say('/alerts add when:"below 1M a week" channel:shopee', rina);
    expect(words(answer)).toContain('In the last 8 complete weeks it would have alerted in 0.');
    const again = await say('/alerts add when:"below 1000k a week" channel:Shopee', rina);
    expect(again).toMatchObject({
      outcome: 'refused',
      title: 'L-1 is that already: Net revenue of Shopee below IDR 1M a week',
    });
    expect(again.actions!.map(({ ask }) => ask)).toEqual([
      { name: 'alerts pause', input: { name: 'L-1' } },
      { name: 'alerts remove', input: { name: 'L-1' } },
      { name: 'alerts rules', input: {} },
    ]);
    await say('/alerts pause L-1', rina);
    expect(words(await say('/alerts add when:"below 1M a week" channel:shopee', rina))).toContain('/alerts resume L-1');
    expect(words(await say('/alerts add when:"below 1M" channel:shopee', dina))).toContain('Rina or an admin');
    await say('/alerts add when:"below 2M" channel:shopee', rina);
    expect((await say('/alerts change L-2 when:"below 1M"', rina)).outcome).toBe('refused');
    expect(state.thresholds.list().map(({ threshold }) => threshold)).toEqual([1e6, 2e6]);
  });

  it('compare what came with what is usual, and tell the bound as the bound', async () => {
    const house = demoHouse();
    await house.say('/alerts add metric:revenue when:"below 900M a week"', rina);
    const { found, judged } = await checkThresholds(whole(house), await readCut(whole(house)));
    announce(whole(house), { found, judged });
    const why = await house.say('/why A-1', rina);
    const [came, usual] = [fact(why, 'Came').value as number, fact(why, 'Usual').value as number];
    expect(fact(why, 'Alert below').value).toBe(900e6);
    expect(usual).toBeLessThan(250e6);
    expect(fact(why, 'Difference from usual').value).toBeCloseTo(came - usual, -1);
    const rows = table(why, 'What moved most (D-1). Every split is of the same difference: do not add splits up').rows;
    // All members of a cut together are expected to bring what is usual: none as much as the bound.
    for (const row of rows) expect(row[3] as number).toBeLessThan(usual);
    const card = house.db.prepare<[], string>("SELECT content FROM outbox WHERE subject = 'A-1'").pluck().get()!;
    const posted = JSON.stringify(told(JSON.parse(card)));
    expect(posted).toMatch(/What is usual, .*, is below .* already/);
    // It is the bound that is odd, not what sold.
    expect(posted).not.toContain('Moved most');
  });

  it('have a receipt for what moved: against what, of which part, and the same when computed again', async () => {
    const house = demoHouse();
    await house.say('/alerts add when:"above 1M a week"', rina);
    await house.say('/alerts add when:"up 0.1% on last week" campaign:"Voucher Gajian"', rina);
    const { found } = await checkThresholds(whole(house), await readCut(whole(house)));
    expect(found.map(({ finding }) => (finding as ThresholdFinding).moved)).toEqual(['D-1', 'D-2']);
    const [ofShop, ofPart] = [await house.say('/why D-1', rina), await house.say('/why D-2', rina)];
    expect(words(ofShop)).toMatch(/Expected: IDR .*, the middle of the eight periods before/);
    expect(words(ofPart)).toMatch(/Only campaign Voucher Gajian\..*Expected: IDR .*, what came in the period before/s);
    expect(fact(ofPart, 'Asked for').value).toBe('Campaign Voucher Gajian');
    expect(await againOf(house, 'moved')).toEqual([SAME]);
  });

  it('that would have alerted more often than not say so when they are set', async () => {
    const { say } = demoHouse();
    expect(words(await say('/alerts add when:"less than 500M a week"', rina))).toContain(
      'That is often: /alerts change L-1',
    );
    expect(words(await say('/alerts add when:"less than 50M a week"', rina))).not.toContain('often');
  });

  it('belong to whoever set them, and to admins', async () => {
    const { say, state } = demoHouse();
    expect((await say('/alerts add when:"below 1M"', vina)).outcome).toBe('refused');
    await say('/alerts add when:"below 1M"', rina);
    expect((await say('/alerts pause L-1', raka)).title).toBe('L-1 is not yours to change');
    expect((await say('/alerts pause L-1', rina)).title).toBe('L-1 is paused');
    expect((await say('/alerts pause L-1', rina)).title).toBe('L-1 is paused already');
    expect(table(await say('/alerts rules', vina)).rows[0]).toContain('paused');
    await say('/alerts resume l-1', ana);
    await say('/alerts change L-1 when:"above 2M a month"', ana);
    expect(state.thresholds.find('L-1')).toMatchObject({
      every: 'month',
      side: 'above',
      threshold: 2e6,
      madeBy: 'web:rina',
    });
    await say('/alerts remove L-1', rina);
    expect(state.thresholds.list()).toEqual([]);
    expect(state.audit.about('L-1').map(({ act }) => act)).toEqual([
      'alert added',
      'alert changed',
      'alert changed',
      'alert changed',
      'alert removed',
    ]);
  });

  it('hold the newest complete period against themselves, and name what moved', async () => {
    const house = demoHouse();
    const { say } = house;
    await say('/alerts add when:"above 1M a week"', rina);
    await say('/alerts add metric:orders when:"above 1 a day" channel:Shopee', rina);
    await say('/alerts add metric:revenue when:"below 1M a week"', rina);
    await say('/alerts add metric:spend when:"above 1 a month"', rina);
    const context = whole(house);
    const cut = await readCut(context);
    const { found, judged } = await checkThresholds(context, cut);
    expect(found.map(({ rule }) => rule)).toEqual(['L-1', 'L-2', 'L-4']);
    expect(told(found[0])).toMatchObject({ cause: 'rule L-1', finding: { from: '2026-04-13', until: '2026-04-19' } });
    expect((found[0]!.finding as ThresholdFinding).drivers.length).toBeGreaterThan(3);
    expect(found[1]).toMatchObject({
      finding: { from: '2026-04-19', until: '2026-04-19', threshold: { slice: { name: 'Shopee' } } },
    });
    expect(found[1]!.impact).toBeGreaterThan(0);
    expect(found[2]).toMatchObject({ finding: { from: '2026-03-01', until: '2026-03-31' } });
    // Within its threshold: what was open of it is over.
    expect(judged({ rule: 'L-3' } as never)).toBe(true);
  });

  it('never look at a period that is not over', async () => {
    const house = demoHouse();
    await house.say('/alerts add metric:revenue when:"below 100M a week"', rina);
    await house.say('/alerts add metric:revenue when:"below 300M a month"', rina);
    const context = whole(house);
    const cut = await readCut(context);
    for (const before of ['2026-04-14', '2026-04-16', '2026-04-18', '2026-04-19']) {
      const { found } = await checkThresholds(context, { ...cut, before, lastDay: before });
      for (const { finding } of found) expect((finding as ThresholdFinding).until < before).toBe(true);
      for (const { finding } of found) expect((finding as ThresholdFinding).until).toMatch(/2026-04-12|2026-03-31/);
    }
  });
});

describe('alerts on the house itself', () => {
  it('say why there is no backup, in the words of who reads', async () => {
    const house = demoHouse();
    house.state.memory.set('backup', 'failed', 'database or disk is full', house.time.at);
    const [found] = (await checkHouse(whole(house))).found;
    const { remedy } = found!.finding as { remedy: Words };
    expect(tell(remedy, { language: 'id', shop: null })).toBe(
      'database or disk is full. Apakah masih ada ruang di disk? Ini dicoba lagi setiap sepuluh menit.',
    );
  });

  it('say which job failed, that data is old, and that it is over', async () => {
    const house = demoHouse();
    const { state, time } = house;
    expect((await checkHouse(whole(house))).found).toEqual([]);
    state.schedules.add('digest', 'p', time.at);
    const job = state.schedules.claim(time.at, DAY_MS)!;
    state.schedules.failed(job.id, time.at, 'Something broke on our side', null);
    const late = { ...whole(house), today: '2026-05-20' } as Context;
    expect(
      told((await checkHouse(late)).found).map(({ cause, finding }) => [cause, (finding as { says: string }).says]),
    ).toEqual([
      ['house job digest', 'The job digest failed'],
      ['house stale data', 'No newer data since 19 Apr 2026'],
    ]);
    const asked = await house.say('/status', ana);
    expect([asked.title, asked.tone]).toEqual(['The job digest failed', 'careful']);
    await house.say('/alerts stale days:90', ana);
    expect((await checkHouse(late)).found).toHaveLength(1);
  });

  it('name jobs and files to admins alone, and to nobody in a channel', async () => {
    const house = demoHouse();
    const { state, facts, time } = house;
    state.schedules.start('digest', time.at + DAY_MS);
    state.schedules.add('digest', 'p', time.at);
    const job = state.schedules.claim(time.at, DAY_MS)!;
    state.schedules.failed(job.id, time.at, 'secret.csv is not there', null);
    const list = async () => [{ id: 'I-9', name: 'secret.csv', status: 'failed', startedAt: time.at }];
    Object.assign(facts.imports, { list });
    const named = await house.say('/status', ana);
    expect(named.title).toBe('The job digest failed');
    expect(table(named, 'Schedule').rows[0]).toContain('secret.csv is not there');
    expect(words(named)).toContain('The file secret.csv was not stored (I-9).');
    for (const asked of [await house.say('/status', vina), await house.say('/status share:yes', ana)]) {
      expect(asked.title).toBe('1 job failed');
      expect(words(asked)).toContain('The newest file was not stored.');
      expect(JSON.stringify(asked)).not.toContain('secret');
    }
  });

  it('keep /status from saying that all is well, from the first Monday that a week is not whole', async () => {
    const { say, time } = demoHouse();
    expect((await say('/status', vina)).title).toBe('All is well');
    time.at += 5 * DAY_MS;
    expect((await say('/status', vina)).title).toBe('All is well');
    time.at += DAY_MS;
    const asked = await say('/status', vina);
    expect([asked.title, asked.tone]).toEqual(['No newer data since 19 Apr 2026', 'careful']);
  });
});

describe('in Indonesian', () => {
  const english = /\b(the|of|is|are|and|with|for|not|this|week|it|was|were|from|on|below|above)\b/i;

  it('rules, alerts and what /why says of them have no English in them', async () => {
    const house = demoHouse();
    const { say } = house;
    await say('/alerts add when:"above 1M a week"', rina);
    const { found, judged } = await checkThresholds(whole(house), await readCut(whole(house)));
    announce(whole(house), { found, judged });
    await say('/language set:id', rina);
    for (const asked of ['/alerts', '/alerts rules', '/why A-1', '/alerts take A-1', '/alerts vote A-1 useful:no']) {
      const { title, parts, actions } = await say(asked, rina);
      const labels = (actions ?? []).map(({ label }) => label);
      const said = JSON.stringify([title, parts, labels]).replaceAll(
        /when:\\+"[^"]*"|\/[a-z]+ [a-z-]+|"(kind|unit|columns|rows|title|tone|text|facts|label|value|receipt|day|instant|money|count|note|table|share|change|people)"/g,
        '',
      );
      expect([asked, english.exec(said)?.[0] ?? null, said]).toEqual([asked, null, said]);
    }
  }, 60_000);
});
