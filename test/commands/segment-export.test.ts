import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rfm } from '../../models/segments/rfm.ts';
import { rfmSegments } from '../../models/segments/types.ts';
import type { Answer } from '../../src/told.ts';
import { london } from '../data/facts/fixture.ts';
import { begun } from '../support/beginning.ts';
import { DAY_MS, NOON } from '../support/clock.ts';
import { demoHouse, dina, houseOn, raka, rina, table, vina, words } from '../support/house.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The file of an answer, by its columns. */
function fileOf(answer: Answer): readonly Readonly<Record<string, string>>[] {
  const file = answer.parts.find((part) => part.kind === 'file');
  if (file?.kind !== 'file') throw new Error(words(answer));
  const [head, ...rows] = file.content
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head!.map((column, at) => [column, row[at]!])));
}

function countsBy(rows: readonly Readonly<Record<string, string>>[], column: string) {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[column]!] = (counts[row[column]!] ?? 0) + 1;
  return counts;
}

describe('/segment export', () => {
  it('names groups as its reader knows them, under headings that programs know', async () => {
    const { say } = demoHouse();
    const indonesian = { ...rina, language: 'id' } as const;
    const names = table(await say('/segment', indonesian)).rows.map(([name]) => name);
    expect(names).toContain('Pembelanja besar aktif');
    const summary = fileOf(await say('/segment export what:summary', indonesian));
    expect(summary.map(({ segment }) => segment)).toEqual(names);
    const [, second] = (await say('/segment split', indonesian)).actions!;
    expect(second).toMatchObject({ label: names[1], ask: { input: { name: names[1] } } });
    expect((await say(`/list make group:"${names[1]}"`, indonesian)).outcome).toBe('answered');
  });

  it('gives every customer once, in the segment that /segment counts them in, with figures of the view', async () => {
    const { say, facts, state } = demoHouse();
    const { rows } = table(await say('/segment'));
    const answer = await say('/segment export what:segments', rina);
    expect(answer.audience).toBe('caller');
    const people = fileOf(answer);
    expect(countsBy(people, 'segment')).toEqual(Object.fromEntries(rows.map(([name, customers]) => [name, customers])));
    const { lastCompleteDay } = await facts.coverage();
    const view = await facts.customers.view({ before: '2030-01-01' });
    expect(people).toHaveLength(view.id.length);
    expect(new Set(people.map(({ customer }) => customer)).size).toBe(view.id.length);
    expect(people.map((row) => Number(row['monetary (IDR)']))).toEqual([...view.revenueMinor]);
    expect(lastCompleteDay).not.toBeNull();
    const { recency, frequency, money } = rfm(view, { ties: 'alike' });
    expect(people.map((row) => [row.r_score, row.f_score, row.m_score].join(''))).toEqual(
      [...view.id.keys()].map((row) => `${recency[row]}${frequency[row]}${money[row]}`),
    );
    expect(state.audit.about('S-1').at(-1)).toMatchObject({
      act: 'segments exported',
      detail: { what: 'segments', rows: people.length },
    });
  });

  it('gives the RFM table as /segment by:rfm counts it, and totals as /segment has them', async () => {
    const { say } = demoHouse();
    const rfmTable = table(await say('/segment by:rfm')).rows.map(([name, customers]) => [name, customers]);
    const people = fileOf(await say('/segment export what:rfm', rina));
    expect(countsBy(people, 'rfm_segment')).toEqual(Object.fromEntries(rfmTable));
    expect(people[0]!.rfm_score).toBe(`${people[0]!.r_score}${people[0]!.f_score}${people[0]!.m_score}`);
    const summary = fileOf(await say('/segment export what:summary', rina));
    const { rows } = table(await say('/segment'));
    expect(summary.map((row) => [row.segment, Number(row.customers), Number(row.share_of_sales)])).toEqual(
      rows.map(([name, customers, , share]) => [name, customers, share]),
    );
  });

  it('makes a file of single customers once a day for each, on record, and never where all can read it', async () => {
    const { say, time } = demoHouse();
    expect((await say('/segment export', vina)).outcome).toBe('refused');
    expect((await say('/segment export share:yes', rina)).title).toBe('That answer is for you alone');
    expect((await say('/segment export', rina)).outcome).toBe('answered');
    expect((await say('/segment export', rina)).title).toBe('segments.csv of S-1 was made for you today');
    expect((await say('/segment export what:rfm', rina)).outcome).toBe('answered');
    expect((await say('/segment export', dina)).outcome).toBe('answered');
    expect((await say('/segment export what:summary', raka)).outcome).toBe('answered');
    expect((await say('/segment export what:summary', raka)).outcome).toBe('answered');
    expect((await say('/segment export part:2', dina)).title).toBe('There is no part 2');
    time.at += DAY_MS;
    expect((await say('/segment export', rina)).outcome).toBe('answered');
  });

  it('writes RFM segments where there are too few customers for groups, and no cell that would run', async () => {
    const { say, facts, state } = houseOn(begun('empty'));
    state.shop.set(london);
    const { load } = facts.imports;
    const orders = Array.from({ length: 60 }, (_, at) => `${at},2026-0${1 + (at % 4)}-10,=c${at % 40},A,1,${10 + at}`);
    const path = join(temporaryFolder(), 'orders.csv');
    writeFileSync(path, `order_id,date,customer,sku,quantity,unit_price\n${orders.join('\n')}\n`);
    await load({ path, name: 'orders.csv', learnedAt: NOON, shop: london });
    const people = fileOf(await say('/segment export what:segments'));
    expect(people).toHaveLength(40);
    expect(people.every(({ customer }) => /^'=c\d+$/.test(customer!))).toBe(true);
    const known = rfmSegments.map((name) => name.replaceAll('_', ' ').replace('cant', "can't"));
    expect(people.every(({ segment }) => known.includes(segment!.toLowerCase()))).toBe(true);
  });
});
