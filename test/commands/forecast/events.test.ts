import { describe, expect, it } from 'vitest';
import type { Answer, ChartPart } from '../../../src/told.ts';
import { demoHouse, fact, rina, table, vina, words } from '../../support/house.ts';

/** The demo shop sells 1.4 times as much on paydays, and 1.8 times on double dates: see data/sample/demand.ts. */
describe('events in /forecast', () => {
  it('tells what each adds on its days, with an interval, and whether it is counted on', async () => {
    const { say } = demoHouse();
    const { rows } = table(await say('/forecast weeks:8 show:components'), 'Events of the calendar');
    const double = rows.find(([name]) => name === 'Double dates to 10.10')!;
    const [, ahead, added, soFar, counted] = double as [string, number, number, string, number];
    expect(ahead).toBe(2);
    expect(added).toBeGreaterThan(0);
    expect(soFar).toMatch(/^\+\d+% \(\+\d+% to \+\d+%\)$/);
    expect(counted).toBeGreaterThan(0.4);
    expect(counted).toBeLessThan(1.2);
    expect(rows.find(([name]) => name === 'Labour Day')!.at(-1)).toBe('no');
    const told = table(
      await say('/forecast weeks:8 show:components', { ...rina, language: 'id' }),
      'Acara di kalender',
    );
    expect(told.rows.map(([name]) => name)).toEqual(
      expect.arrayContaining(['Tanggal kembar sampai 10.10', 'Hari Buruh']),
    );
  });

  it('lifts the day itself', async () => {
    const { say } = demoHouse();
    const { rows } = table(await say('/forecast days:21'));
    const on = (day: string) => Number(rows.find(([each]) => each === day)![1]);
    // 5 May is a Tuesday, and so is 28 April: a payday, which sells a little more.
    expect(on('2026-05-05') / on('2026-04-28')).toBeGreaterThan(1.2);
  });

  it('is in the receipt, event by event, and the calendar is part of what a run rests on', async () => {
    const { say } = demoHouse();
    const before = fact(await say('/forecast days:7'), 'Net revenue').receipt!;
    expect(words(await say(`/why ${before}`))).toMatch(/11\.11: It came twice/);
    expect(words(await say(`/why ${before}`))).toMatch(/Lebaran: It came twice/);

    await say('/calendar add name:Stocktaking kind:closed from:2026-04-23', rina);

    const after = await say('/forecast days:7');
    expect(fact(after, 'Net revenue').receipt).not.toBe(before);
    expect(table(after).rows.find(([day]) => day === '2026-04-23')![1]).toBe(0);
  });

  it('says of what lies ahead and never was', async () => {
    const { say } = demoHouse();
    await say('/calendar add name:"New shop opens" kind:season from:2026-05-02', rina);
    expect(words(await say('/forecast weeks:4'))).toContain('no effect is counted: New shop opens');
  });

  it('counts with a planned promotion by what it did before', async () => {
    const { say } = demoHouse();
    await say('/calendar add name:"Flash Sale Jumat" kind:promotion from:2026-04-24', rina);
    const answer = await say('/forecast days:7');
    expect(words(await say(`/why ${fact(answer, 'Net revenue').receipt}`))).toMatch(
      /Flash Sale Jumat: It came \d+ times/,
    );
  });

  it('draws weekdays, season and events on demand', async () => {
    const { say } = demoHouse();
    const answer = await say('/forecast weeks:8 show:components');
    const charts = answer.parts.filter((part): part is ChartPart => part.kind === 'chart').map(({ chart }) => chart);
    expect(charts.map(({ type, unit }: { type: string; unit?: string }) => `${type} ${unit}`)).toEqual([
      'bars change',
      'forecast change',
      'bars change',
    ]);
    const [weekdays] = charts;
    expect(weekdays!.type === 'bars' && weekdays!.bars.map(({ label }) => label)).toHaveLength(7);
  });
});

describe('what a forecast says of itself', () => {
  const headline = (answer: Answer) => fact(answer, 'Net revenue');

  it('prints the width of the band that is shown', async () => {
    const { say } = demoHouse();
    const answer = await say('/forecast weeks:8 show:figures');
    const { value, low, high } = headline(answer);
    const percent = (bound: number) => Math.round(100 * (bound / Number(value) - 1));
    expect(fact(answer, '80% band').value).toBe(`−${-percent(low!)}% to +${percent(high!)}% of that`);
  });

  it('calls out growth, the peak and what it is good for', async () => {
    const { say, facts } = demoHouse();
    const answer = await say('/forecast weeks:8 show:figures');
    const rows = table(answer).rows as [string, number][];
    const most = Math.max(...rows.map(([, expected]) => expected));
    expect(fact(answer, 'Peak').value).toBe(most);
    expect(fact(answer, 'Good for').value).toMatch(/(operational|tactical|strategic|indicative).* until /);
    const { revenueMinor } = await facts.revenue.daily({ before: '2025-06-16' });
    const yearAgo = revenueMinor.slice(-56).reduce((sum, value) => sum + value, 0);
    expect(Number(fact(answer, 'Against the same days last year').value)).toBeCloseTo(
      Number(headline(answer).value) / yearAgo - 1,
      5,
    );
  });
});

describe('/calendar', () => {
  it('lists what is announced with its source, what is computed, and the rules', async () => {
    const { say } = demoHouse();
    const answer = await say('/calendar list back:60', vina);
    const rows = table(answer).rows;
    expect(rows).toContainEqual([
      expect.any(String),
      'Ramadan',
      'season',
      '19 Feb – 20 Mar 2026',
      'Kementerian Agama, sidang isbat',
    ]);
    expect(rows).toContainEqual(['', 'Labour Day', 'holiday', '1 May 2026', 'computed for ID']);
    expect(words(answer)).toContain('11.11: next on 11 Nov 2026');
  });

  it('offers the next Lebaran as computed until it is in, by whoever may change it', async () => {
    const { say, house, state } = demoHouse();
    const offered = (answer: { readonly actions?: readonly { readonly label: string }[] }) =>
      answer.actions?.map(({ label }) => label);
    expect(offered(await say('/calendar list', vina))).toEqual([]);
    const list = await say('/calendar list', rina);
    expect(words(list)).toContain('I expect it on 10 Mar 2027, a day earlier or later');
    expect(offered(list)).toEqual(['Add Lebaran 2027', 'Add days']);
    const shown = await say('/calendar lebaran', rina);
    expect(shown.title).toBe('Lebaran 2027 is not in the calendar yet');

    await house.ask(list.actions![0]!.ask, rina);

    const added = state.calendar.list('ID').filter(({ from }) => from >= '2027');
    expect(added.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['Ramadan', '2027-02-08', '2027-03-09'],
      ['Run-up to Lebaran', '2027-02-24', '2027-03-09'],
      ['Lebaran', '2027-03-10', '2027-03-11'],
    ]);
    expect(words(await say('/calendar list days:400', rina))).toContain('computed, to be confirmed; added by Rina');
    expect(offered(await say('/calendar list', rina))).toEqual(['Add days']);
    expect((await say('/calendar lebaran add:yes', rina)).outcome).toBe('refused');
  });

  it('is changed by an analyst, on record, and put back', async () => {
    const { say, state } = demoHouse();
    const added = await say('/calendar add name:Lebaran kind:season from:2027-03-10 to:2027-03-16', rina);
    expect(added).toMatchObject({ outcome: 'answered', title: 'Lebaran, 10–16 Mar 2027, is in the calendar' });
    expect((await say('/calendar add name:Lebaran kind:season from:2027-03-10', rina)).title).toContain('already');
    const entry = state.calendar.list('ID').find(({ from }) => from === '2027-03-10')!;
    expect(state.audit.about(`calendar:${entry.id}`)).toMatchObject([
      { act: 'calendar entry added', actor: 'web:rina' },
    ]);

    const removed = await say(`/calendar remove ${entry.id}`, rina);
    expect(removed.title).toBe('Lebaran, 10–16 Mar 2027, is out of the calendar');
    expect(state.calendar.list('ID')).not.toContainEqual(entry);
    expect(state.audit.about(`calendar:${entry.id}`)).toHaveLength(2);
    expect((await say(`/calendar remove ${entry.id}`, rina)).outcome).toBe('refused');
    expect(removed.actions![0]!.ask).toMatchObject({ name: 'calendar add', input: { from: '2027-03-10' } });
  });

  it('asks for the models to be computed anew', async () => {
    const { say, state, time } = demoHouse();
    await say('/calendar add name:Party kind:season from:2026-06-01', rina);
    expect(state.schedules.claim(time.at, 1000)).toMatchObject({ schedule: 'refresh' });
  });

  it.each([
    ['/calendar add name:X kind:season from:2026-05-03 to:2026-05-01', rina, '1 May 2026 is before 3 May 2026'],
    ['/calendar add name:X kind:season from:2026-05-03', vina, '/calendar add needs the analyst role'],
    ['/calendar remove 99999', rina, 'There is no entry 99999 in the calendar'],
  ])('%s is refused', async (line, who, title) => {
    const { say } = demoHouse();
    expect(await say(line, who)).toMatchObject({ outcome: 'refused', title });
  });
});
