import { describe, expect, it } from 'vitest';
import { demoHouse, fact, table, words } from '../../support/house.ts';

describe('/forecast by:', () => {
  it('puts the largest slices side by side, each for itself, and counts the rest', async () => {
    const { say } = demoHouse();
    const answer = await say('/forecast by:category top:2 weeks:4 show:figures');

    const { columns, rows } = table(answer);
    expect(columns.map(({ title }) => title)).toContain('Category');
    expect(rows).toHaveLength(2);
    for (const [, past, expected, low80, high80, change] of rows as number[][]) {
      expect(low80!).toBeLessThan(expected!);
      expect(high80!).toBeGreaterThan(expected!);
      expect(expected! / past! - 1).toBeCloseTo(change!, 5);
    }
    expect(words(answer)).toMatch(/4 more categories, \d+% of revenue so far, are not in the table/);
    expect(words(answer)).toContain('need not meet');
  });

  it('prints the width of the band that is shown', async () => {
    const { say } = demoHouse();
    const { columns, rows } = table(await say('/forecast by:category top:2 weeks:4 show:figures'));
    const at = (title: string) => columns.findIndex((column) => column.title === title);
    for (const row of rows) {
      const [expected, low, high] = ['Expected', 'Low 80%', 'High 80%'].map((title) => Number(row[at(title)])) as [
        number,
        number,
        number,
      ];
      const percent = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(Math.round(100 * share))}%`;
      expect(row[at('80% band')]).toBe(`${percent(low / expected - 1)} to ${percent(high / expected - 1)}`);
    }
  });

  it('says how many units are enough', async () => {
    const { say } = demoHouse();
    const answer = await say('/forecast by:product metric:units top:3 weeks:2 show:figures');
    const { columns, rows } = table(answer);
    const enough = columns.findIndex(({ title }) => title === 'Enough 9 times in 10');
    const high = columns.findIndex(({ title }) => title === 'High 80%');
    for (const row of rows) expect(row[enough]).toBe(Math.ceil(Number(row[high])));
    expect(words(answer)).toContain('Stock or order');
  });

  it('gives a file with every slice and week', async () => {
    const { say } = demoHouse();
    const { content } = (await say('/forecast by:channel weeks:2 csv:yes')).parts.find((part) => part.kind === 'file')!;
    const lines = content.trim().split('\r\n');
    expect(lines[0]).toBe('Channel,Week from,Expected (IDR),Low 80% (IDR),High 80% (IDR),Low 95% (IDR),High 95% (IDR)');
    expect(lines).toHaveLength(1 + 4 * 2);
  });

  it('forecasts one slice in full, however its name is typed, and keeps one run for it', async () => {
    const { say } = demoHouse();
    const answer = await say('/forecast by:channel only:shopee weeks:2');
    expect(fact(answer, 'Net revenue of Shopee').unit).toBe('money');
    expect(fact(await say('/forecast by:channel only:SHOPEE weeks:2'), 'Net revenue of Shopee').receipt).toBe(
      fact(answer, 'Net revenue of Shopee').receipt,
    );
    expect(words(await say(`/why ${fact(answer, 'Net revenue of').receipt}`))).toContain(
      'Asked for: Net revenue, Channel Shopee and 14 days ahead',
    );
  });

  it('freezes what is shared of a part of the shop or of another metric, apart from its revenue', async () => {
    const { say, state } = demoHouse();
    const frozen = () =>
      state.ledger.series.unscored().map(({ metric, by, slice, week }) => [metric, by, slice, week].join(' '));
    await say('/forecast by:channel only:Shopee weeks:2');
    await say('/forecast metric:orders weeks:2 as-of:2026-03-02 share:yes');
    await say('/forecast metric:orders weeks:2 growth:5 share:yes');
    expect(frozen()).toEqual([]);
    await say('/forecast by:channel only:Shopee weeks:2 share:yes');
    expect(frozen()).toEqual(['revenue channel Shopee 2026-04-27']);
    await say('/forecast metric:orders weeks:2 share:yes');
    await say('/forecast metric:customers weeks:2 share:yes');
    expect(frozen().slice(1)).toEqual(['orders   2026-04-27', 'customers   2026-04-27']);
    await say('/forecast by:channel weeks:2 share:yes');
    await say('/forecast by:channel weeks:2 share:yes');
    expect(frozen()).toHaveLength(3 + 4);
    for (const { naive, step, ahead } of state.ledger.series.unscored()) {
      expect([naive! > 0, step! > 0, ahead]).toEqual([true, true, 2]);
    }
    expect(state.ledger.unscored()).toEqual([]);
  });

  it.each([
    ['/forecast only:Shopee', 'Which kind of slice is "Shopee"?', 'by:channel only:"Shopee"'],
    ['/forecast by:channel only:Shoppee', 'I know of no channel "Shoppee"', 'Did you mean "Shopee"?'],
    ['/forecast by:channel growth:5', 'What-if and since: are for one series at a time', 'only:'],
  ])('%s is refused with what works', async (line, title, help) => {
    const { say } = demoHouse();
    const answer = await say(line);
    expect(answer).toMatchObject({ outcome: 'refused', title });
    expect(words(answer)).toContain(help);
  });

  it('explains a run of slices', async () => {
    const { say } = demoHouse();
    const { receipt } = fact(await say('/forecast by:channel weeks:2'), 'Net revenue of');
    const why = words(await say(`/why ${receipt}`));
    expect(why).toContain('forecast of slices');
    expect(why).toMatch(/Shopee: .*missed week totals by \d+/);
  });
});

describe('/forecast by:segment', () => {
  it('puts the segments of today side by side, with customers unknown, and says what their past is worth', async () => {
    const { say, facts } = demoHouse();
    const answer = await say('/forecast by:segment weeks:2 show:figures');
    const segments = table(await say('/segment')).rows.map(([name]) => name);
    const named = table(answer).rows.map(([name]) => name);
    expect(named).toEqual(expect.arrayContaining(segments));
    expect(words(answer)).toContain('the past of a good one looks better than its future');
    expect(words(answer)).toMatch(/at the end of 19 Apr 2026 \(S-\d+\)/);

    // Who is in them has bought all that was not bought by customers unknown.
    const { rows } = table(answer);
    const whole = (await facts.series({ metric: 'revenue', by: null, period: 'day', before: '2026-04-20' })).slices[0]!;
    const last = whole.values.slice(-14).reduce((sum, value) => sum + value, 0);
    expect(rows.reduce((sum, [, past]) => sum + Number(past), 0)).toBe(last);
  });

  it('forecasts one in full, by the day and by the week, on the run whose people it counts', async () => {
    const { say } = demoHouse();
    const [[name]] = table(await say('/segment')).rows as [[string]];
    const answer = await say(`/forecast by:segment only:"${name.toUpperCase()}" weeks:2`);
    const { receipt } = fact(answer, `Net revenue of ${name}`);
    expect(words(answer)).toContain('newcomers are not counted in');
    expect(words(await say(`/why ${receipt}`))).toMatch(
      /Asked for: Net revenue, Segment .*, groups of S-\d+ \(.*\) and 14 days ahead/,
    );
    const weekly = await say(`/forecast by:segment only:"${name}" metric:customers weeks:2`);
    expect(weekly.title).toBe(`Customers of ${name} by the week, the next 2 weeks`);
    expect(words(weekly)).toContain('newcomers are not counted in');
    const unknown = await say(`/forecast by:segment only:"${name.slice(0, -1)}"`);
    expect(unknown).toMatchObject({ outcome: 'refused', title: `I know of no segment "${name.slice(0, -1)}"` });
    expect(words(unknown)).toContain(`Did you mean "${name}"?`);
  });

  it('is of the segments as they stood then, as of a past day', async () => {
    const { say } = demoHouse();
    const then = words(await say('/forecast by:segment weeks:2 top:1 as-of:2026-03-02'));
    expect(then).toMatch(/at the end of 1 Mar 2026 \(S-\d+\)/);
  });
});

describe('/forecast metric:', () => {
  it.each(['orders', 'units'] as const)('counts %s, which add up', async (metric) => {
    const { say } = demoHouse();
    const answer = await say(`/forecast metric:${metric} days:14`);
    const total = fact(answer, metric === 'orders' ? 'Orders' : 'Units');
    expect(total.unit).toBe('count');
    const sum = table(answer).rows.reduce((all, [, expected]) => all + Number(expected), 0);
    expect(Math.abs(sum / Number(total.value) - 1)).toBeLessThan(1e-6);
  });

  it('counts customers anew for each week, and claims no total', async () => {
    const { say, facts } = demoHouse();
    const answer = await say('/forecast metric:customers weeks:4');
    const ask = { metric: 'customers', by: null, before: '2026-04-20' } as const;
    const { slices } = await facts.series({ ...ask, period: 'week' });
    const days = await facts.series({ ...ask, period: 'day' });
    const lastWeek = slices[0]!.values.at(-1)!;
    expect(lastWeek).toBeLessThan(days.slices[0]!.values.slice(-7).reduce((sum, value) => sum + value, 0));
    const next = fact(answer, 'Customers, 20–26 Apr 2026');
    expect(Number(next.value) / lastWeek).toBeGreaterThan(0.5);
    expect(Number(next.value) / lastWeek).toBeLessThan(1.5);
    expect(words(answer)).toContain('there is no total');
    expect(table(answer).rows).toHaveLength(4);
  });

  it('forecasts what an order is worth by the day without adding days up', async () => {
    const { say } = demoHouse();
    const answer = await say('/forecast metric:order-value days:7');
    const worth = Number(fact(answer, 'Order value').value);
    expect(worth).toBeGreaterThan(100_000);
    expect(worth).toBeLessThan(2_000_000);
    expect(() => fact(answer, 'A day on average')).toThrow();
    expect(words(answer)).toContain('does not add up');
  });

  it('tells whole months where the horizon holds some, as sums of their days, with their range', async () => {
    const { say } = demoHouse();
    const answer = await say('/forecast weeks:13 show:figures');
    const months = table(answer, 'Whole months').rows;
    expect(months.map(([month]) => month)).toEqual(['2026-05-01', '2026-06-01']);
    const perDay = Number(fact(answer, 'A day').value);
    for (const [, expected] of months) expect(Number(expected) / perDay).toBeGreaterThan(25);
    // Of a month as sure as of its weeks together, or surer, and never as sure as if no two of them erred alike.
    const weeks = table(answer).rows as number[][];
    const width = (row: readonly unknown[], low: number, high: number) =>
      (Number(row[high]) - Number(row[low])) / Number(row[1]);
    for (const [low, high] of [
      [2, 3],
      [4, 5],
    ] as const) {
      const ofWeeks = weeks.slice(1).map((row) => width(row, low, high));
      for (const month of months) {
        expect(width(month, low, high)).toBeLessThan(Math.max(...ofWeeks));
        expect(width(month, low, high)).toBeGreaterThan(Math.min(...ofWeeks) / 2);
      }
    }
  });
});

describe('/forecast by: and metric: together', () => {
  it('counts the customers of one slice by the week', async () => {
    const { say } = demoHouse();
    const answer = await say('/forecast by:channel only:website metric:customers weeks:4');
    expect(answer.title).toBe('Customers of Website by the week, the next 4 weeks');
    expect(table(answer).rows).toHaveLength(4);
    expect(words(await say(`/why ${fact(answer, 'Customers of Website').receipt}`))).toContain(
      'Customers, Channel Website and 28 days ahead',
    );
    expect((await say('/forecast by:channel only:Webseite metric:customers')).title).toBe(
      'I know of no channel "Webseite"',
    );
    expect((await say('/forecast metric:customers growth:5')).outcome).toBe('refused');
  });

  it('says how many units of one product are enough', async () => {
    const { say } = demoHouse();
    const [product] = table(await say('/forecast by:product metric:units top:1 weeks:2')).rows[0]!;
    const answer = await say(`/forecast by:product metric:units weeks:2 only:"${product}"`);
    const { high } = fact(answer, 'Units of');
    expect(Math.abs(Number(fact(answer, 'Enough 9 times in 10').value) - high!)).toBeLessThanOrEqual(1);
  });
});
