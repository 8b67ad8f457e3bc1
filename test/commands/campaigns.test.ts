import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays, epochDay } from '../../models/days.ts';
import type { Table } from '../../src/told.ts';
import { named } from '../../words/say.ts';
import { againOf, SAME } from '../support/again.ts';
import { begun } from '../support/beginning.ts';
import { clock, demoHouse, fact, houseOn, rina, table, vina, words } from '../support/house.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const TODAY = '2026-04-20';
const FIRST = addDays(TODAY, -140);
const at = Date.parse(`${TODAY}T05:00:00Z`);

type Options = {
  /** Cost of a campaign on a day; null leaves the day out of the file. */
  readonly spend?: (campaign: string, day: number) => number | null;
  readonly nameOn?: (campaign: string, day: number) => string;
  readonly days?: number;
};

const weekly = (day: number) => 100_000 * (1 + ((Math.floor(day / 7) * 7) % 5) / 2);

/** A shop of one's own: files of orders and of daily spend, as a person brings them, through /import. */
async function ownShop({ spend = (_, day) => weekly(day), nameOn = (campaign) => campaign, days = 140 }: Options = {}) {
  const house = houseOn(begun('empty'), { at });
  const from = addDays(TODAY, -days);
  const orders = ['order_id,date,customer,sku,quantity,unit_price,campaign,currency'];
  const costs = ['date,campaign,cost,currency'];
  for (let day = 0; day < days; day++) {
    for (const [campaign, worth, count] of [
      ['Voucher', 150_000, Math.round(weekly(day) / 50_000)],
      ['Search', 200_000, 1],
    ] as const) {
      const cost = spend(campaign, day);
      if (cost !== null) costs.push(`${addDays(from, day)},${nameOn(campaign, day)},${cost},IDR`);
      for (let each = 0; each < count; each++) {
        const value = worth + 1000 * ((day * 7 + each) % 11);
        orders.push(
          `${campaign}${day}-${each},${addDays(from, day)} ${10 + each}:15,c${(day * 3 + each) % 90},A,1,${value},${nameOn(campaign, day)},IDR`,
        );
      }
    }
  }
  const bring = async (name: string, lines: readonly string[]) => {
    const path = join(temporaryFolder(), name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    const answer = await house.say(`/import file:${name}`, undefined, [{ name, path }]);
    expect(answer.outcome, words(answer)).toBe('answered');
    return answer;
  };
  await bring('orders.csv', orders);
  if (costs.length > 1) await bring('spend.csv', costs);
  return { ...house, bring };
}

const row = (of: Table, name: string) => of.rows.find(([first]) => first === name)!;

describe('a shop of one’s own, orders and spend through /import', () => {
  it('has returns, a plan of action and a budget plan', async () => {
    const { say } = await ownShop();
    const roi = await say('/campaign roi weeks:12');
    const [, , sales, cost, ratio] = row(table(roi), 'Voucher') as [string, string, number, number, number];
    expect(cost).toBe(Array.from({ length: 84 }, (_, back) => weekly(139 - back)).reduce((sum, each) => sum + each, 0));
    expect(ratio).toBeCloseTo((sales - cost) / cost, 9);
    const sure = row(table(roi, 'How sure, and who came'), 'Voucher') as [string, number, number];
    expect(sure[1]).toBeLessThan(ratio);
    expect(sure[2]).toBeGreaterThan(ratio);

    const plan = await say('/campaign plan');
    expect(table(plan).rows.map(([place]) => place)).toEqual([1, 2]);
    expect(words(plan)).toContain('No.,Campaign,Do,At stake a week (IDR),Owner,By,Known by');
    const budget = await say('/budget plan');
    expect(budget.outcome, words(budget)).toBe('answered');
    expect(row(table(budget), 'Search')).toBeDefined();
    expect((await say('/campaign timing')).title).toMatch(/: sales \+|No day stands out/);
  });

  it('takes a day that its spend file passes over as free, and a day after the file as unknown', async () => {
    const paused = await ownShop({
      spend: (campaign: string, day: number) => (campaign === 'Search' && day % 7 === 3 ? null : weekly(day)),
    });
    expect(row(table(await paused.say('/campaign roi')), 'Search')[4]).not.toBeNull();
    const late = await ownShop({ spend: (_, day) => (day < 135 ? weekly(day) : null) });
    const answer = await late.say('/campaign roi');
    expect(row(table(answer), 'Search').slice(3, 5)).toEqual([null, null]);
    expect(words(answer)).toMatch(/Search: ROI unknown, its cost is not known on every day/);
  });

  it.each<[string, Options]>([
    ['no costs', { spend: () => null }],
    ['one day', { days: 1 }],
    ['one day and no costs', { days: 1, spend: () => null }],
  ])('with %s, answers or refuses in words', async (_, options) => {
    const { say } = await ownShop(options);
    for (const line of [
      'roi',
      'roi by:kind',
      'roi by:month',
      'roi by:segment',
      'list',
      'show Voucher',
      'plan',
      'timing',
      'pacing',
      'funnel',
      'discount',
      'cost',
    ]) {
      const answer = await say(`/campaign ${line}`);
      expect(answer.outcome, line).toMatch(/answered|refused/);
      expect(words(answer), line).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(
      table(await say('/campaign roi'))
        .rows.at(-1)!
        .slice(3, 5),
    ).toEqual(options.spend ? [null, null] : [expect.any(Number), expect.any(Number)]);
  });
});

describe('/campaign cost', () => {
  it('makes the cost known, keeps every version, and can be taken back', async () => {
    const { say, state } = await ownShop({ spend: () => null });
    const days = `from:${FIRST} to:${addDays(TODAY, -1)}`;
    const cost = async () => row(table(await say('/campaign roi weeks:20')), 'Voucher')[3];

    await say(`/campaign cost campaign:Voucher amount:14M ${days}`);
    expect(await cost()).toBe(14_000_000);
    expect(words(await say(`/campaign cost campaign:voucher amount:28M ${days}`))).toContain(
      'Before: IDR 14M, said by tester',
    );
    expect(await cost()).toBe(28_000_000);
    const { seq } = state.campaignNotes.standing('cost')[0]!;
    expect(words(await say(`/campaign cost undo:${seq}`))).toContain('Again: IDR 14M');
    expect(await cost()).toBe(14_000_000);
    expect((await say(`/campaign cost undo:${seq}`)).outcome).toBe('refused');
    expect(state.audit.about('campaign:Voucher').map(({ act }) => act)).toEqual([
      'campaign cost typed',
      'campaign cost typed',
      'campaign cost taken back',
    ]);
  });

  it('shows an estimate, and keeps it out of ranking, ratios, totals and budget plans', async () => {
    const { say } = await ownShop({ spend: (campaign, day) => (campaign === 'Search' ? weekly(day) : null) });
    const said = await say(`/campaign cost campaign:Voucher percent:25 from:${FIRST} to:${addDays(TODAY, -1)}`);
    expect(words(said)).toContain('ROI would be 300% whatever was sold');

    const roi = await say('/campaign roi weeks:12');
    expect(row(table(roi), 'Voucher').slice(3, 5)).toEqual([null, null]);
    expect(table(roi).rows.at(-1)!.slice(2, 5)).toEqual(row(table(roi), 'Search').slice(2, 5));
    expect(words(roi)).toMatch(
      /Voucher: ROI unknown, its cost is an estimate \(IDR [\d.]+M\)\. Not ranked, and in no total\./,
    );
    expect(fact(roi, 'ROI with estimated costs').value).toBeGreaterThan(Number(fact(roi, 'ROI').value));
    expect(words(await say('/budget plan'))).not.toContain('Voucher |');
    expect(table(await say('/campaign plan')).rows.find(([, name]) => name === 'Voucher')![2]).toBe('find out');
  });

  it.each([
    ['amount:-5M from:2026-03-01', '-5M is below zero'],
    ['amount:"USD 500" from:2026-03-01', 'is in USD, and this shop counts in IDR'],
    ['amount:5M', 'I need the days of a cost'],
    ['amount:5M from:2026-03-09 to:2026-03-01', '1 Mar 2026 is before 9 Mar 2026'],
    ['amount:lots from:2026-03-01', '"lots" is no amount'],
    ['from:2026-03-01', 'I need what it cost'],
    ['amount:5M percent:20 from:2026-03-01', 'I need what it cost'],
    ['amount:5M from:2024-01-01 to:2026-03-01', 'more than a year'],
  ])('%s is refused: %s', async (typed, says) => {
    const { say, state } = demoHouse();
    const answer = await say(`/campaign cost campaign:"Voucher Gajian" ${typed}`, rina);
    expect(answer.outcome).toBe('refused');
    expect(words(answer)).toContain(says);
    expect(state.campaignNotes.version()).toBe(0);
  });

  it('refuses days that are counted already, a campaign that nobody knows, and a viewer', async () => {
    const { say } = demoHouse();
    await say('/campaign cost campaign:"Voucher Gajian" amount:5M from:2026-03-01 to:2026-03-31', rina);
    expect(
      words(await say('/campaign cost campaign:"Voucher Gajian" percent:25 from:2026-01-01 to:2026-02-28', rina)),
    ).toMatch(/Files tell IDR [\d.]+M of those days already/);
    const twice = await say('/campaign cost campaign:"Voucher Gajian" amount:5M from:2026-03-31', rina);
    expect(words(twice)).toMatch(/is known for 1–31 Mar 2026.*\/campaign cost undo:1/s);
    expect(words(await say('/campaign cost campaign:Vuocher amount:5M from:2026-03-01', rina))).toContain(
      'There is no campaign "Vuocher"',
    );
    expect((await say('/campaign cost campaign:"Voucher Gajian" amount:5M from:2026-02-01', vina)).outcome).toBe(
      'refused',
    );
  });
});

describe('a campaign of several names', () => {
  it('renamed midway is one campaign with all its weeks, until somebody says otherwise', async () => {
    const { say } = await ownShop({
      nameOn: (campaign, day) => (campaign === 'Voucher' && day < 100 ? 'Voucher lama' : campaign),
    });
    const before = table(await say('/campaign roi weeks:20'));
    await say('/campaign same name:"Voucher lama" as:Voucher');
    const after = table(await say('/campaign roi weeks:20'));

    expect(after.rows.map(([name]) => name)).toEqual(['Search', 'Voucher', 'All']);
    for (const column of [2, 3]) {
      const parts = ['Voucher lama', 'Voucher'].map((name) => Number(row(before, name)[column]));
      expect(row(after, 'Voucher')[column]).toBe(parts[0]! + parts[1]!);
    }
    expect((await say('/campaign same name:Voucher as:"Voucher lama"')).outcome).toBe('refused');
    await say('/campaign same name:"Voucher lama" forget:yes');
    expect(table(await say('/campaign roi weeks:20')).rows).toEqual(before.rows);
  });

  it('can be one that no file names, with a typed cost', async () => {
    const { say } = demoHouse();
    await say('/campaign add name:Radio kind:other', rina);
    await say('/campaign cost campaign:Radio amount:3M from:2026-04-01 to:2026-04-10', rina);
    expect(row(table(await say('/campaign roi weeks:12')), 'Radio').slice(2, 5)).toEqual([0, 3_000_000, -1]);
    await say('/campaign owner campaign:Radio owner:Rina due:2026-05-15', rina);
    const step = table(await say('/campaign plan')).rows.find(([, name]) => name === 'Radio')!;
    expect(step.slice(4, 6)).toEqual(['Rina', '2026-05-15']);
    expect(words(await say('/campaign show Radio'))).toContain('Owner: Rina, until 15 May 2026.');
  });
});

describe('what a return is known by', () => {
  it('is a test once a list of the campaign’s name, with people held out, has run its days', async () => {
    const { say, state, time } = demoHouse();
    const knownBy = async () =>
      row(table(await say('/campaign roi', rina), 'How sure, and who came'), 'Voucher Gajian').at(-1);
    expect(await knownBy()).toBe('attributed');
    const run = fact(await say('/campaign roi', rina), 'Attributed sales').receipt!;
    const list = {
      name: named('voucher gajian'),
      run,
      windowDays: 7,
      base: null,
      leftOut: [],
      madeBy: 'web:rina',
      madeAt: time.at,
      reason: null,
    } as const;
    const id = state.tests.open({ ...list, heldShare: 0.2 }, () => []);
    state.tests.open({ ...list, heldShare: 0 }, () => []);
    expect(await knownBy()).toBe('attributed');
    state.tests.export(id, 'web:rina', time.at, '2026-04-10');
    expect(await knownBy()).toBe(`tested (${id})`);
  });
});

describe('the share of sales that marketing costs', () => {
  it('is held against the band that was set, on record', async () => {
    const { say, state } = demoHouse();
    expect((await say('/campaign target low:10 high:6', rina)).outcome).toBe('refused');
    await say('/campaign target low:0 high:1', rina);
    expect(words(await say('/campaign roi'))).toMatch(/of all sales: above the target of 0% to 1%/);
    expect(state.audit.about('campaigns')).toHaveLength(1);
  });
});

describe('/campaign pacing', () => {
  it('holds the month against typed budgets, alerts once when it is clearly over, waits while data is held, and closes when it no longer is', async () => {
    const house = await ownShop();
    const { say, state, db } = house;
    expect(words(await say('/campaign pacing'))).toContain('No campaign has a plan for this month');
    await say('/campaign budget campaign:Voucher amount:1M');
    const over = await say('/campaign pacing');
    expect(over.title).toMatch(/^Spend of .* is over its plan/);
    expect(fact(over, 'Spent so far').value).toBe(
      Array.from({ length: 19 }, (_, back) => weekly(139 - back)).reduce((sum, each) => sum + each, 0),
    );

    await say('/refresh', clock);
    expect(await againOf(house, 'pacing')).toEqual([SAME]);
    const [alert] = state.alerts.ongoing().filter(({ rule }) => rule === 'pace');
    expect(alert).toMatchObject({ side: 'above', closedAt: null });
    await say('/refresh', clock);
    expect(state.alerts.list(20).filter(({ rule }) => rule === 'pace')).toHaveLength(1);
    expect(words(await say(`/why ${alert!.id}`))).toContain(
      '99.9% interval of where the month will end lies beyond its plan',
    );
    expect(words(await say('/alerts'))).toContain('is going over its plan');

    const newestDays = (change: '* 100' | '/ 100') =>
      db.exec(`UPDATE day_total SET revenue_minor = revenue_minor ${change} WHERE day >= ${epochDay(TODAY) - 2}`);
    newestDays('* 100');
    await say('/refresh', clock);
    expect(state.learning.held()).not.toBeNull();
    expect(state.alerts.find(alert!.id)!.closedAt).toBeNull();
    newestDays('/ 100');

    const { projected } = { projected: Number(fact(over, 'End of the month').value) };
    await say(`/campaign budget campaign:Voucher amount:${projected}`);
    await say('/refresh', clock);
    expect(state.alerts.find(alert!.id)!.closedAt).not.toBeNull();
  });
});

const folder = join(import.meta.dirname, '../../../shared/data/shopee-nazava');
const isThere = existsSync(folder);

describe.skipIf(!isThere)(`a real shop’s vouchers${isThere ? '' : ` (skipped: ${folder} is missing)`}`, () => {
  it('returned 1,469 % and 1,538 % by the platform’s own count; the flash sale’s 25 % is named a guess', async () => {
    // reference/connectors.md, section 7; models.md, finding 3.
    const { say } = houseOn(begun('empty'), { at });
    for (const name of ['voucher_cleaned.csv.gz', 'flash_sale_cleaned.csv.gz']) {
      const answer = await say(`/import file:${name} read:"repair=x1000"`, undefined, [
        { name, path: join(folder, name) },
      ]);
      expect(answer.outcome, words(answer)).toBe('answered');
    }
    await say('/campaign cost campaign:"shopee flash sale" percent:25 from:2025-01-01 to:2025-09-30');
    const roi = await say('/campaign roi');
    const of = (basis: string) =>
      table(roi).rows.find(([report, , on]) => report === 'shopee voucher' && on === basis)!;

    expect([of('ready to ship')[4], of('placed')[4]]).toEqual([116_667_996, 123_167_492]);
    expect(Number(of('ready to ship')[5])).toBeCloseTo(14.686, 3);
    expect(Number(of('placed')[5])).toBeCloseTo(15.382, 3);
    expect(
      table(roi)
        .rows.filter(([report]) => report === 'shopee flash sale')
        .map((each) => each[5]),
    ).toEqual([null, null]);
    expect(words(roi)).toMatch(
      /shopee flash sale \(placed\): ROI unknown, its cost .* is an estimate\. Not ranked\. At 25% of sales it would always be 300%/,
    );

    const funnel = await say('/campaign funnel');
    expect(table(funnel).rows[0]).toEqual(['Claims', 131_479, null, null, null]);
  });
});
