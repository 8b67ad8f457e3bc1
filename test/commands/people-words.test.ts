import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/told.ts';
import { demoHouse, rina, words } from '../support/house.ts';

/** Words that any English sentence of more than a few has one of. */
const english =
  /\b(the|of|is|are|was|were|and|or|with|for|not|this|that|these|their|they|than|when|which|who|what|until|each|week|weeks|customers|groups|orders|spenders|nobody|here|has|have|been)\b/i;

/** What a person reads, without files, which stay English, and what they would type. */
function told(answer: Answer): string[] {
  const labels = (answer.actions ?? []).flatMap(({ label, confirm, form }) => [
    label,
    confirm ?? '',
    ...(form ? [form.title, form.submit, ...form.fields.flatMap((field) => [field.label, field.hint ?? ''])] : []),
  ]);
  const charts = answer.parts.flatMap((part) => (part.kind === 'chart' ? [JSON.stringify(part.chart)] : []));
  const parts = answer.parts.filter(({ kind }) => kind !== 'file');
  return [
    words({ ...answer, parts }),
    ...labels,
    ...charts.flatMap((chart) => chart.match(/"(?:label|title|x|series)":"[^"]*"/g) ?? []),
  ]
    .flatMap((text) => text.split('\n'))
    .map((line) => line.replaceAll(/\/[a-z]+[^.,;]*/g, '').replaceAll(/"(label|title|x|series)":/g, ''));
}

describe('people, their groups and lists, and what is said of models', () => {
  it.each([
    [
      'segments',
      ['/segment', '/segment by:rfm', '/segment quality', '/segment profile', '/segment who r:30 f:5 m:1.5M'],
    ],
    ['what comes next', ['/segment moves', '/segment next', '/segment split', '/segment name']],
    ['lists', ['/list make "active high spenders"', '/list show', '/list result', '/list export T-1']],
    ['the network', ['/network', '/network by:active']],
    ['the ledger', ['/ledger', '/ledger people']],
    ['the calendar', ['/calendar list days:365', '/calendar add name:Pameran kind:closed from:2026-06-30']],
    ['drivers', ['/drivers metric:revenue', '/drivers by:weekday', '/drivers by:month', '/segment conversion']],
  ])('tells of %s in Indonesian through and through', async (_, lines) => {
    const { say } = demoHouse();
    for (const line of lines) {
      const answer = await say(line, { ...rina, language: 'id' });
      expect([line, told(answer).filter((text) => english.test(text))]).toEqual([line, []]);
    }
  });

  it('finds a group by its name in any language, and keeps the name that people gave', async () => {
    const { say } = demoHouse();
    const id = { ...rina, language: 'id' } as const;
    expect((await say('/segment profile name:"Pembelanja besar aktif"', rina)).title).toBe(
      (await say('/segment profile name:"active high spenders"', rina)).title,
    );
    expect((await say('/list make from:"pembelanja besar aktif" fell-to:berhenti', id)).title).toMatch(
      /Pembelanja besar aktif yang berhenti/,
    );
    await say('/segment name from:"pembelanja besar aktif" to:Bintang', id);
    expect((await say('/segment profile name:bintang', rina)).title).toMatch(/^Bintang: VIP care$/);
    expect((await say('/segment name from:Bintang to:"Lost mid spenders"', rina)).outcome).toBe('refused');
  });
});
