import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../models/random.ts';
import { named } from '../../words/say.ts';
import { inEnglish } from '../../words/tell.ts';
import { london } from '../data/facts/fixture.ts';
import { againOf, SAME } from '../support/again.ts';
import { begun } from '../support/beginning.ts';
import { DAY_MS, NOON } from '../support/clock.ts';
import { demoHouse, dina, fact, houseOn, rina, table, vina, words } from '../support/house.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function aGroup(say: ReturnType<typeof demoHouse>['say']): Promise<string> {
  const { rows } = table(await say('/segment'));
  return String(rows.find(([name]) => String(name).startsWith('Lost'))![0]);
}

function fileOf(answer: Awaited<ReturnType<ReturnType<typeof demoHouse>['say']>>): string[] {
  const file = answer.parts.find((part) => part.kind === 'file');
  if (file?.kind !== 'file') throw new Error(words(answer));
  return file.content
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[0]!);
}

describe('/list', () => {
  it('says before anything is sent what can be seen, and who is left out and why', async () => {
    const { say } = demoHouse();
    const group = await aGroup(say);
    const card = await say(`/list make "${group}" bought:60`, rina);
    expect(card.title).toMatch(/^T-1 · Lost/);
    expect(words(card)).toMatch(/an effect of about \+\d+% or larger/);
    expect(words(card)).toMatch(/ordered in the last 60 days/);
    expect(words(card)).toMatch(
      /would have been on this list \d+ days ago, (\d+% have|hardly anybody has) ordered since/,
    );
    const on = Number(fact(card, 'Write to').value) + Number(fact(card, 'Hold out').value);
    const out = table(card).rows.reduce((sum, [, people]) => sum + Number(people), 0);
    const { rows } = table(await say('/segment'));
    expect(on + out).toBe(rows.find(([name]) => name === group)![1]);
    expect(Number(fact(card, 'Hold out').value) / on).toBeCloseTo(0.1, 1);
  });

  it('exports once, on record, and keeps the people held out off every list', async () => {
    const { say, state } = demoHouse();
    const group = await aGroup(say);
    await say(`/list make "${group}"`, rina);
    await say(`/list make "${group}"`, rina);
    const half = await say('/list hold T-1 holdout:50', rina);
    const held = Number(fact(half, 'Hold out').value);
    const first = await say('/list export T-1', rina);
    expect(first.audience).toBe('caller');
    const people = fileOf(first);
    expect(people).toHaveLength(Number(fact(half, 'Write to').value));
    expect((await say('/list export T-1', rina)).title).toBe('T-1 was exported before');
    expect((await say('/list hold T-1 holdout:10', rina)).outcome).toBe('refused');
    expect(state.audit.about('T-1')).toMatchObject([{ act: 'list exported', detail: { people: people.length, held } }]);

    // The second list was made before the first was exported: what it brought could not be told from the first.
    await say('/list hold T-2 holdout:0 reason:"a recall, all must know"', rina);
    const overlapping = await say('/list export T-2', rina);
    expect(overlapping.outcome).toBe('refused');
    expect(overlapping.title).toBe('Only 0 people of T-2 may be written to any more');
    expect(state.tests.find('T-2')!.exportedAt).toBeNull();
    const third = await say(`/list make "${group}"`, rina);
    expect(third.title).toMatch(/^Only \d+ people .* could be written to/);
    expect(words(third)).toMatch(new RegExp(`Because they are held out of another list: ${held}.`));
  });

  it('judges when the window is over, not before, and says that nothing happened where nothing did', async () => {
    const { say, time } = demoHouse();
    const group = await aGroup(say);
    await say(`/list make "${group}" window:7`, rina);
    await say('/list export T-1', rina);
    const early = await say('/list result T-1');
    expect(early.outcome).toBe('refused');
    expect(early.title).toMatch(/^T-1 closes on/);
    time.at += 30 * DAY_MS;
    // The demo's orders have ended: the data, not the clock, says when a window is over.
    const late = await say('/list result T-1');
    expect(late.title).toBe('T-1 closed on 29 Apr 2026, and my data ends on 19 Apr 2026');
    expect(words(late)).toContain('Bring the orders until 28 Apr 2026 with /import');
    const all = await say('/list show');
    expect(table(all).rows[0]).toMatchObject({ 0: 'T-1', 1: group, 5: 'waits for data' });
    expect(all.actions?.at(-1)).toMatchObject({ label: 'Open T-1', ask: { name: 'list show' } });
    const one = await say('/list show list:T-1');
    expect(one.title).toMatch(/^T-1 · /);
    expect(one.actions?.map(({ label }) => label)).toEqual(['What it brought']);
  });

  it.each([
    ['worked', (ordered: boolean, chance: number) => (ordered ? 0.2 + 0.8 * chance : chance)],
    ['did harm', (ordered: boolean, chance: number) => (ordered ? 0.6 * chance : chance)],
    ["can't tell", (_: boolean, chance: number) => chance],
  ] as const)('finds what was planted: %s', async (verdict, drawOf) => {
    const house = demoHouse();
    const { say, state, facts } = house;
    const run = fact(await say('/segment'), 'Customers').receipt!;
    const { id, recencyDays } = await facts.customers.view({ before: '2026-03-29' });
    const random = seeded(5);
    state.atomically(() => {
      const list = {
        name: named('Everybody'),
        run,
        windowDays: 28,
        base: 0.3,
        leftOut: [],
        reason: null,
        heldShare: 0.5,
      };
      state.tests.open({ ...list, madeBy: 'web:rina', madeAt: 0 }, () =>
        Array.from(id, (customer, row) => [customer, drawOf(recencyDays[row]! <= 28, random())] as const),
      );
      state.tests.export('T-1', 'web:rina', 0, '2026-03-01');
    });
    const answer = await say('/list result T-1');
    expect(answer.title).toBe(`T-1 · Everybody: ${verdict}`);
    const [treated, held] = table(answer).rows;
    expect(fact(answer, 'Ordered more often').value).toBeCloseTo(Number(treated![3]) / Number(held![3]) - 1, 12);
    expect(Number(treated![1]) + Number(held![1])).toBe(id.length);
    expect(await againOf(house, 'result')).toEqual([SAME]);
  });

  it('is not for those who may only look, and asks a reason for no holdout', async () => {
    const { say } = demoHouse();
    const group = await aGroup(say);
    expect((await say(`/list make "${group}"`, vina)).outcome).toBe('refused');
    await say(`/list make "${group}"`, rina);
    expect((await say('/list export T-1', vina)).outcome).toBe('refused');
    expect((await say('/list hold T-1 holdout:0', dina)).title).toMatch(/nobody will know what it brought/);
    expect((await say('/list export T-99', rina)).title).toBe('I know of no list T-99');
  });

  it('takes those who went from one group to another, as /segment moves counts them', async () => {
    const { say } = demoHouse();
    const moves = table(await say('/segment moves'), 'Of each group, where its customers are now');
    const [was] = moves.rows.filter(([name]) => String(name).startsWith('Active'));
    const of = (title: string) =>
      Math.round(Number(was![1]) * Number(was![moves.columns.findIndex((c) => c.title === title)]));
    const flow = async (to: string) => {
      const card = await say(`/list make from:"${was![0]}" fell-to:"${to}" contacted:0 bought:0`, rina);
      const on = Number(fact(card, 'Write to').value) + Number(fact(card, 'Hold out').value);
      const out = card.parts.some(({ kind }) => kind === 'table') ? table(card).rows : [];
      return { title: card.title, people: out.reduce((sum, [, people]) => sum + Number(people), on) };
    };
    expect(await flow('lost mid spenders')).toEqual({
      title: expect.stringMatching(/^T-1 · Lost mid spenders \(fell from Active high spenders\)/),
      people: of('Now Lost mid spenders'),
    });
    expect(await flow('stopped')).toEqual({
      title: expect.stringMatching(/^T-2 · Active high spenders who stopped/),
      people: of('Stopped'),
    });
    expect((await say('/list make from:"active high spenders"', rina)).title).toBe('I do not know whom the list is of');
    expect((await say('/list make "stopped" fell-to:stopped', rina)).title).toBe('A group or a flow, not both');
    const early = await say('/list make from:"active high spenders" fell-to:stopped since:2019-01-01', rina);
    expect(early.title).toMatch(/^I know nobody's group on/);
  });

  it('asks by a form of whom, where nobody was named', async () => {
    const { say, state } = demoHouse();
    const { outcome, actions = [] } = await say('/list make', rina);
    expect(outcome).toBe('answered');
    const [{ ask, form }] = actions as [(typeof actions)[number]];
    expect(ask).toEqual({ name: 'list make', input: {} });
    const typed = Object.fromEntries(
      form!.fields.map(({ name, initial, choices }) => [name, initial ?? choices![0]!.value]),
    );
    const line = Object.entries(typed).map(([name, value]) => `${name}:"${value}"`);
    const filled = await say(`/list make ${line.join(' ')}`, rina);
    expect(filled.title).toMatch(/^T-1 · /);
    await say(`/list make group:"${typed.group}"`, rina);
    // Who is held out is drawn by the list's own number.
    expect({ ...state.tests.find('T-1'), id: 'T-2' }).toEqual(state.tests.find('T-2'));
  });

  it('takes off, and counts, who said no or was taken out of the data since it was made', async () => {
    const { say, state, facts } = demoHouse();
    const run = fact(await say('/segment'), 'Customers').receipt!;
    const ids = (await facts.customers.view({ before: '2026-03-29' })).id.slice(0, 60);
    const { ref } = await facts.audience(ids);
    const noLonger = 987_654;
    state.atomically(() => {
      const list = { name: named('Sixty'), run, windowDays: 28, base: 0.3, leftOut: [], reason: null, heldShare: 0.5 };
      const members = [...ids, noLonger].map((id, at) => [id, at % 2 === 0 ? 0.2 : 0.7] as const);
      state.tests.open({ ...list, madeBy: 'web:rina', madeAt: NOON }, () => members);
    });
    const path = join(temporaryFolder(), 'consent.csv');
    writeFileSync(
      path,
      `customer id,consent\n${ref
        .slice(0, 3)
        .map((name) => `${name},no`)
        .join('\n')}\n`,
    );
    await facts.imports.load({ path, name: 'consent.csv', learnedAt: NOON, shop: state.shop.read() });

    const answer = await say('/list export T-1', rina);

    const written = fileOf(answer);
    // Of the first three two are held out by their draw, and so is the one nobody knows.
    expect(written).toEqual(ref.filter((_, at) => at % 2 === 1 && at > 2));
    expect(words(answer)).toContain('Because they said no to messages: 3. Because they were taken out of the data: 1.');
    expect(state.tests.find('T-1')!.leftOut.map(({ because, people }) => [inEnglish(because), people])).toEqual([
      ['said no to messages', 3],
      ['were taken out of the data', 1],
    ]);
    expect(state.tests.members('T-1').id).not.toContain(noLonger);
    const removed = { 'said no to messages': 3, 'were taken out of the data': 1 };
    expect(state.audit.about('T-1')).toMatchObject([{ detail: { people: 29, held: 28, removed } }]);
  });

  it('is answered to nobody but who asked, and its file is one for a day', async () => {
    const { say, time } = demoHouse();
    const group = await aGroup(say);
    await say(`/list make "${group}"`, rina);
    const shared = await say('/list export T-1 share:yes', rina);
    expect([shared.outcome, shared.title]).toEqual(['refused', 'That answer is for you alone']);
    time.at += DAY_MS + 1;
    expect((await say('/list export T-1', rina)).title).toBe('T-1 is older than a day');
  });

  it('writes no cell that a spreadsheet would run', async () => {
    const { say, db } = demoHouse();
    const group = await aGroup(say);
    db.exec("UPDATE customer SET ref = '=HYPERLINK(' || id || ')'");
    await say(`/list make "${group}" holdout:1`, rina);
    const people = fileOf(await say('/list export T-1', rina));
    expect(people.length).toBeGreaterThan(20);
    expect(people.every((cell) => /^'=HYPERLINK\(\d+\)$/.test(cell))).toBe(true);
  });

  it('is made of no story: too few customers have no groups to write to', async () => {
    const { say, state, facts } = houseOn(begun('empty'));
    state.shop.set(london);
    const path = join(temporaryFolder(), 'orders.csv');
    const orders = Array.from({ length: 120 }, (_, at) => `${at},2026-0${1 + (at % 3)}-10,c${at % 90},A,1,${10 + at}`);
    writeFileSync(path, `order_id,date,customer,sku,quantity,unit_price\n${orders.join('\n')}\n`);
    await facts.imports.load({ path, name: 'orders.csv', learnedAt: NOON, shop: london });
    const answer = await say('/list make group:"champions"');
    expect([answer.outcome, answer.title]).toEqual(['refused', 'There are no groups to speak of']);
    expect(words(answer)).toContain('200');
  });
});

it('says that a list is too small to measure instead of an absurd effect, and offers no worse split', async () => {
  const { say } = demoHouse();
  const names = table(await say('/segment')).rows.map(([name]) => String(name));
  const card = await say(`/list make from:"${names[1]}" fell-to:stopped`, rina);
  expect(words(card)).toMatch(/too few to measure an effect on|what effect could be seen cannot be said/);
  expect(words(card)).not.toMatch(/\+\d,\d{3}%/);
  expect(card.actions!.map(({ label }) => label)).not.toContain('Use 50/50');
});
