import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/told.ts';
import { begun } from '../support/beginning.ts';
import { DAY_MS, HOUR_MS, MONDAY_EIGHT, NOON } from '../support/clock.ts';
import { clock, demoHouse, fact, houseOn, rina, table, terminal, vina, words } from '../support/house.ts';
import { frozenWeek } from '../support/ledger.ts';
import { fileOf, ordersFile } from '../support/orders.ts';

describe('/segment', () => {
  it('names groups that hold everyone, once, and all revenue', async () => {
    const { say } = demoHouse();
    const answer = await say('/segment');
    const { rows } = table(answer);
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
    const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
    expect(sum(1)).toBe(fact(answer, 'Customers').value);
    expect(sum(2)).toBeCloseTo(1, 6);
    expect(sum(3)).toBeCloseTo(1, 6);
    for (const row of rows) expect(String(row[7]).length).toBeGreaterThan(10);
    expect(words(answer)).toMatch(/in other draws of your customers \(agreement \d\.\d\d of 1\)/);
  });

  it('shows plain RFM beside it', async () => {
    const { say } = demoHouse();
    const answer = await say('/segment by:rfm');
    expect(table(answer).rows.map(([name]) => name)).toContain('Champions');
    expect(table(answer).rows.reduce((total, row) => total + Number(row[1]), 0)).toBe(fact(answer, 'Customers').value);
  });
});

describe('/campaign roi', () => {
  it('computes every ratio from its own sums', async () => {
    const { say } = demoHouse();
    const answer = await say('/campaign roi weeks:12');
    const rows = table(answer).rows as [string, string, number, number, number, number, number, number | null][];
    expect(rows.map(([name]) => name)).toHaveLength(5);
    for (const [name, , sales, cost, roi, profit, costShare] of rows) {
      expect(roi, name).toBeCloseTo((sales - cost) / cost, 9);
      expect(profit, name).toBeLessThan(sales - cost);
      expect(costShare, name).toBeCloseTo(cost / sales, 9);
    }
    const all = rows.at(-1)!;
    expect(rows.slice(0, -1).reduce((sum, row) => sum + row[2], 0)).toBeCloseTo(all[2], 6);
  });
});

describe('/digest', () => {
  it('is posted once a week, freezes its forecast, and is scored when the week is over', async () => {
    const { say, state, time } = demoHouse({ at: MONDAY_EIGHT });
    await say('/digest post:yes', clock);
    expect((await say('/digest post:yes', clock)).title).toMatch(/already posted/);
    // The digest, and the details in its thread.
    expect(state.outbox.counts().waiting).toBe(2);
    const [coming] = state.ledger.unscored().filter(({ late }) => !late);
    expect(coming).toMatchObject({ week: '2026-04-20' });
    time.at += DAY_MS;
    await say('/refresh', clock);
    expect(state.ledger.scored(10)).toEqual([]);
    // What people may ask of groups later is made now, so that they need not wait.
    for (const kind of ['segments', 'rules', 'prediction'] as const) expect(state.runs.latest(kind)).not.toBeNull();
  });

  it('says last week, what would have been said of it, and what comes', async () => {
    const { say } = demoHouse();
    const answer = await say('/digest', rina);
    expect(answer.title).toMatch(/^Week 13–19 Apr 2026: IDR .*(inside|above|below) the band$/);
    const said = fact(answer, 'Forecast, as it would have been');
    expect(said.low!).toBeLessThan(Number(said.value));
    expect(fact(answer, 'Expected 20–26 Apr 2026').receipt).toBe('F-1');
    const whole = await say('/digest details:yes', rina);
    const { rows } = table(whole, 'What moved most (D-1). Every split is of the same difference: do not add splits up');
    const cuts = rows.map(([what]) => /^(?:orders without a )?(\w+)/.exec(String(what))![1]);
    expect(cuts).toEqual(['campaign', 'channel', 'product', 'place'].flatMap((by) => [by, by]));
  });

  it('waits for a week that is not whole yet, says so once, and goes out when it is', async () => {
    const { say, house, state, db, time } = demoHouse({ at: MONDAY_EIGHT });
    state.shop.set({ ...state.shop.read()!, demo: false });
    time.at += 7 * DAY_MS;
    const keys = () => db.prepare('SELECT key FROM outbox').pluck().all();

    const waiting = await say('/digest post:yes', clock);
    await say('/digest post:yes', clock);
    expect(waiting.title).toBe('The digest waits: 20–26 Apr 2026 are missing');
    expect(keys()).toEqual(['web:marketing:digest-waits:2026-04-20']);
    await say('/refresh', clock);
    expect(state.schedules.claim(time.at, 1)).toBeNull();

    const days = [20, 21, 22, 23, 24, 25, 26].flatMap((d) =>
      Array.from({ length: 60 }, (_, i) => `N${d}-${i},2026-04-${d} 23:50:00,C${i},A,1,400000`),
    );
    await house.ask({ name: 'import', input: {} }, terminal, {
      uploads: [{ name: 'week.csv', path: ordersFile(days) }],
    });
    expect(state.schedules.claim(time.at, 1)).toMatchObject({ schedule: 'refresh' });
    await say('/refresh', clock);
    expect(state.schedules.claim(time.at, 1)).toMatchObject({ schedule: 'digest' });
    await say('/digest post:yes', clock);
    expect(keys()).toContain('web:marketing:digest:2026-04-20');
  }, 90_000);

  it('counts each week once, by what was said of it last', async () => {
    const { say, state } = demoHouse();
    const run = fact(await say('/forecast weeks:4 as-of:2026-03-02'), 'Net revenue').receipt!;
    const other = fact(await say('/forecast weeks:5 as-of:2026-03-02'), 'Net revenue').receipt!;
    for (const [at, id] of [run, other].entries()) {
      const weeks = ['2026-03-02', '2026-03-09'].map((week) => frozenWeek({ run: id, week, expected: at }));
      state.ledger.freeze(weeks, at);
    }
    await say('/refresh', clock);
    expect(state.ledger.scored(12).map(({ week, expected }) => [week, expected])).toEqual([
      ['2026-03-09', 1],
      ['2026-03-02', 1],
    ]);
  });

  it('is only shown, not posted, to someone who asks; and says when it is late', async () => {
    const { say, state } = demoHouse();
    await say('/digest', rina);
    expect((await say('/digest post:yes', rina)).outcome).toBe('refused');
    expect(state.outbox.counts().waiting).toBe(0);
    expect(words(await say(`/digest planned:${NOON - HOUR_MS}`, rina))).toContain('Late: planned 11:00, sent 12:00.');
  });

  it('holds the week to the forecast that was posted before it', async () => {
    const { say, db, state, time } = demoHouse();
    // The shop as it stood a week ago: the last week has not come yet.
    db.exec("UPDATE import SET status = 'stored'");
    const run = (await say('/forecast weeks:4 as-of:2026-04-13')) as Answer;
    state.ledger.freeze(
      [frozenWeek({ run: fact(run, 'Net revenue').receipt!, week: '2026-04-13', expected: 1000 })],
      NOON - 9 * DAY_MS,
    );
    await say('/refresh', clock);
    expect(state.ledger.scored(1)).toMatchObject([{ week: '2026-04-13', expected: 1000 }]);
    time.at += 1;
    const answer = await say('/digest', rina);
    expect(fact(answer, 'Forecast, as posted before').value).toBe(1000);
    expect(answer.title).toMatch(/above the band$/);
    expect(words(answer)).toMatch(/Last week: error \d+% \(naive \d+%\), inside the 80% band 0 of 1/);
  });
});

describe('/import', () => {
  const csv = (rows: string[]) =>
    `order_id,order_date,customer_id,sku,quantity,unit_price,currency\n${rows.map((row) => `${row},USD`).join('\n')}\n`;
  const day = (i: number) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
  const year = Array.from({ length: 110 }, (_, i) => `O${i},${day(i)} 10:00:00,C${i % 40},A,${1 + (i % 7)},10.50`);

  async function bring(content: string, house = houseOn(begun('empty')), input = {}) {
    const answer = await house.house.ask({ name: 'import', input }, terminal, {
      uploads: [{ name: 'orders.csv', path: fileOf(content) }],
    });
    if (answer.outcome === 'fault') throw house.faults.at(-1);
    return { ...house, answer };
  }

  it('counts every row, sets up the shop, and is the ground for a forecast', async () => {
    const { answer, say, state } = await bring(csv([...year, 'X,not a date,C1,A,1,1', 'Y,2026-01-02,C1,A,many,1']));
    expect(answer.outcome).toBe('answered');
    expect([fact(answer, 'Rows').value, fact(answer, 'Stored').value, fact(answer, 'Rejected').value]).toEqual([
      112, 110, 2,
    ]);
    expect(table(answer, 'Rejected rows').rows.map(([line, column]) => [line, column])).toEqual([
      [112, 'order_date'],
      [113, 'quantity'],
    ]);
    expect(state.shop.read()).toMatchObject({ demo: false });
    expect((await say('/forecast weeks:2')).outcome).toBe('answered');
    expect(words(await say('/campaign roi'))).toContain('I know of no campaigns yet');
    expect(words(await say('/segment'))).toMatch(/Plain RFM\. /);
  });

  it('asks which way round a date is, and reads it as told', async () => {
    const twoWays = csv(['1,03/04/2026,C1,A,1,10.50', '2,05/06/2025,C1,A,1,10.50']);
    const asked = await bring(twoWays);
    expect(asked.answer.outcome).toBe('refused');
    expect(asked.answer.title).toMatch(/order_date.*day\/month.*month\/day/);

    const { answer } = await bring(twoWays, asked, { read: 'order_date=day/month' });
    expect(answer.outcome).toBe('answered');
    expect([fact(answer, 'From').value, fact(answer, 'To').value]).toEqual(['2025-06-05', '2026-04-03']);
  });

  it('can be taken back, with what it had replaced', async () => {
    const one = await bring(csv(year));
    one.time.at += 60_000;
    const two = await bring(
      csv([...year.slice(0, 5), 'O5,2026-01-06 10:00:00,C5,A,100,10.50', 'N1,2026-04-20 12:00:00,C1,A,1,1']),
      one,
    );
    expect(fact(two.answer, 'Of these, corrected').value).toBe(1);
    expect(table(await two.say('/data sources')).rows.map(([id, state]) => [id, state])).toEqual([
      ['I-2', 'imported'],
      ['I-1', 'imported'],
    ]);
    const before = (await two.facts.coverage()).importIds;
    expect((await two.say('/data undo I-2')).outcome).toBe('answered');
    expect((await two.facts.coverage()).importIds).toEqual(before.filter((id) => id !== 'I-2'));
    expect((await two.facts.revenue.daily({ before: '2026-01-07' })).revenueMinor.at(-1)).toBe(6 * 1050);
    expect((await two.say('/data undo I-2')).outcome).toBe('refused');
    expect((await two.say('/data undo I-9')).outcome).toBe('refused');
    expect(two.state.audit.about('I-2').map(({ act }) => act)).toEqual(['import undone']);
  });

  it('says beforehand what a file would bring, and stores nothing', async () => {
    const { answer, say } = await bring(csv([...year, 'X,not a date,C1,A,1,1']), undefined, { preview: 'yes' });
    expect([fact(answer, 'New').value, fact(answer, 'Would be rejected').value]).toEqual([110, 1]);
    expect(words(answer)).toContain('price of one unit from unit_price');
    expect(words(answer)).toContain('April 2026 is not whole: 20 of 30 days.');
    expect((await say('/forecast')).title).toBe('I have no orders yet');
  });

  it('takes the same file once', async () => {
    const { house, answer, ...rest } = await bring(csv(year));
    expect(answer.outcome).toBe('answered');
    const again = await bring(csv(year), { house, ...rest });
    expect(again.answer).toMatchObject({ outcome: 'refused', title: 'Same file as I-1, by content.' });
  });

  it.each([
    ['', /empty|header/i],
    ['hello', /header|columns|recogni/i],
    ['order_id,order_date,customer_id,sku,quantity,unit_price\n', /no rows/i],
    [csv(['1,yesterday,C1,A,1,1']), /0 of 1 rows fit/],
    ['\u0000\u0001\u0002binary', /./],
  ])('refuses %j and stores nothing', async (content, says) => {
    const { answer, say } = await bring(content);
    expect(answer.outcome).toBe('refused');
    expect(words(answer)).toMatch(says);
    expect((await say('/forecast')).title).toBe('I have no orders yet');
  });

  it('shows rejected cells to those who import, in private, and to nobody else', async () => {
    const { say, state } = await bring(csv([...year, 'X,carla@example.com,C1,A,1,1']));
    state.people.set({ door: 'web', user: 'vina', name: 'Vina', role: 'viewer' }, 'terminal:t', 0);
    expect(words(await say('/why I-1'))).toContain('carla@example.com');
    for (const answer of [await say('/why I-1', vina), await say('/why I-1 share:yes')]) {
      expect(answer.outcome).toBe('answered');
      expect(words(answer)).not.toContain('carla');
    }
  });

  it('does not mix a real file into the demo shop', async () => {
    const { answer } = await bring(csv(year), demoHouse());
    expect(answer).toMatchObject({ outcome: 'refused', title: expect.stringContaining('demo shop') });
  });

  it('wants a file', async () => {
    const { say } = houseOn(begun('empty'));
    expect((await say('/import')).title).toBe('No file came with that');
  });
});
