import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/told.ts';
import { demoHouse, fact, rina, table, words } from '../../support/house.ts';
import { englishIn } from '../../words/english.ts';

const weighed = (answer: Answer) => table(answer, 'What it carries on').rows;

describe('/forecast at first', () => {
  it.each([
    ['/forecast', ['facts', 'chart', 'table', 'note']],
    ['/forecast metric:customers', ['facts', 'chart', 'table', 'note']],
    ['/forecast by:channel', ['facts', 'chart', 'table', 'note']],
  ])('%s is short: a few facts, one picture, and columns that fit a phone', async (line, kinds) => {
    const { say } = demoHouse();
    const answer = await say(line);
    expect(answer.parts.map(({ kind }) => kind)).toEqual(kinds);
    expect(table(answer).columns.length).toBeLessThanOrEqual(4);
    const facts = answer.parts.flatMap((part) => (part.kind === 'facts' ? part.facts : []));
    expect(facts.length).toBeLessThanOrEqual(4);
    expect(facts[0]).toMatchObject({ low: expect.any(Number), high: expect.any(Number), receipt: expect.any(String) });
  });

  it('tells what it counts on, and leads to all the rest on the same run', async () => {
    const { say, house } = demoHouse();
    const answer = await say('/forecast weeks:8');
    expect(words(answer)).toMatch(/Events it counts on: Double dates to 10\.10 \+\d+% and Payday .* \+\d+%\./);

    const press = async (label: string) => {
      const { name, input } = answer.actions!.find((action) => action.label === label)!.ask;
      return house.ask({ name, input }, rina);
    };
    const figures = await press('All figures');
    expect(table(figures).columns.map(({ title }) => title)).toEqual([
      'Week from',
      'Expected',
      'Low 80%',
      'High 80%',
      'Low 95%',
      'High 95%',
    ]);
    expect(words(figures)).toMatch(/each weighted by its past errors over 8 past cut-offs/);
    const made = await press('What it is made of');
    expect(table(made, 'Events of the calendar').rows.length).toBeGreaterThan(2);
    for (const view of [figures, made]) {
      expect(fact(view, 'Net revenue').receipt).toBe(fact(answer, 'Net revenue').receipt);
      expect(view.actions!.find(({ label }) => label === 'Forecast')!.ask.input).toEqual({ weeks: 8 });
    }
  });

  it('says why where it is not the usual method', async () => {
    const { say } = demoHouse();
    expect(words(await say('/forecast weeks:4 method:naive'))).toContain('Asked for by name.');
  });
});

describe('what a forecast is made of', () => {
  it('is told by a few kinds of method, whose weights for days and for weeks add up to 1', async () => {
    const { say } = demoHouse();
    const answer = await say('/forecast weeks:8 show:components');
    const rows = weighed(answer);
    expect(rows.map(([kind]) => kind).sort()).toEqual([
      'The level of the last weeks',
      'The same time last year',
      'The trend of the last months',
      'What one day says of the next',
    ]);
    for (const at of [1, 2]) expect(rows.reduce((sum, row) => sum + Number(row[at]), 0)).toBeCloseTo(1, 9);
    expect(words(answer)).toContain('the weights of each add up to 100%');
    expect(words(answer)).toContain('The level of the last weeks: smoothed recent days and recent medians.');
  });

  it('has no weights where one method speaks alone', async () => {
    const { say } = demoHouse();
    const answer = await say('/forecast weeks:4 method:ets show:components');
    expect(() => weighed(answer)).toThrow();
  });
});

describe('an Indonesian reader', () => {
  it.each(['forecast', 'figures', 'components'])('reads no English in show:%s', async (show) => {
    const { say } = demoHouse();
    const answer = await say(`/forecast weeks:13 show:${show}`, { ...rina, language: 'id' });
    const told = [
      answer.title,
      words(answer),
      ...answer.parts.flatMap((part) => {
        if (part.kind === 'facts') return part.facts.flatMap(({ label, value }) => [label, String(value)]);
        if (part.kind === 'table') return [...part.columns.map(({ title }) => title), ...part.rows.flat().map(String)];
        return part.kind === 'chart' ? [part.title, part.subtitle, part.alt] : [];
      }),
      ...answer.actions!.map(({ label }) => label),
    ];
    expect(told.flatMap(englishIn)).toEqual([]);
    for (const name of ['last year', 'smoothed', 'weeks', 'median of']) expect(told.join('\n')).not.toContain(name);
  });
});
