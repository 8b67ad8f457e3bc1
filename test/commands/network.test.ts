import { describe, expect, it } from 'vitest';
import { randomBelow, seeded } from '../../models/random.ts';
import type { ChartPart } from '../../src/told.ts';
import { begun } from '../support/beginning.ts';
import { demoHouse, fact, houseOn, rina, table, vina, words } from '../support/house.ts';

const picture = (answer: { readonly parts: readonly { readonly kind: string }[] }) =>
  answer.parts.find((part): part is ChartPart => part.kind === 'chart')!;

/** The demo shop as if most customers had come through few: the demo's own trees are small. */
function branchedHouse() {
  const house = houseOn(begun('demo'));
  const random = seeded(3);
  const ids = house.db.prepare<[], number>('SELECT id FROM customer ORDER BY id').pluck().all();
  const sponsor = house.db.prepare('UPDATE customer SET sponsor_id = ? WHERE id = ?');
  const busy: number[] = [];
  house.db.transaction(() => {
    sponsor.run(null, ids[0]);
    for (const [at, id] of ids.slice(1).entries()) {
      if (random() < 0.3) {
        sponsor.run(null, id);
        continue;
      }
      const by =
        random() < 0.6 && busy.length > 0 ? busy[randomBelow(busy.length, random)]! : ids[randomBelow(at + 1, random)]!;
      busy.push(by);
      sponsor.run(by, id);
    }
  })();
  return house;
}

describe('/network', () => {
  it('tells who brings customers in, everybody’s money once', async () => {
    const { say, db } = demoHouse();
    const answer = await say('/network', rina);
    const [known] = db
      .prepare<[], [number, number]>(
        `SELECT COUNT(DISTINCT customer.id), SUM(sale_minor) FROM customer LEFT JOIN stored_order ON customer_id = customer.id
         WHERE sponsor_id IS NOT NULL`,
      )
      .raw()
      .all();
    expect(fact(answer, 'Came through somebody').value).toBe(known![0]);
    expect(fact(answer, 'They spent').value).toBe(known![1]);
    const { rows } = table(answer, 'Sponsors by what those they brought spent');
    expect(rows).toHaveLength(5);
    for (let at = 1; at < rows.length; at++) expect(Number(rows[at]![5])).toBeLessThanOrEqual(Number(rows[at - 1]![5]));
    for (const [name, brought, , below, steps, direct, all] of rows) {
      expect(name).toMatch(/^C\d+/);
      expect(Number(below)).toBeGreaterThanOrEqual(Number(brought));
      expect(Number(steps)).toBeGreaterThanOrEqual(1);
      expect(Number(all)).toBeGreaterThanOrEqual(Number(direct));
    }
  });

  it('says in words where people are, which groups are silent, and draws the largest trees', async () => {
    const { say } = branchedHouse();
    const answer = await say('/network by:active', rina);
    const said = words(answer);
    expect(said).toMatch(/Half of the [\d,]+ people are in \d+ of \d+ groups that hang together\./);
    expect(said).toMatch(/Silent, nobody new in 90 days: C\d+ \(\d+\)/);
    expect(said).toMatch(
      /Of all who were brought \d+% keep buying\. The people of 1 sponsor clearly do so more often\./,
    );
    const { rows } = table(answer, 'The same, for their time here');
    for (let at = 1; at < rows.length; at++) expect(Number(rows[at]![5])).toBeLessThanOrEqual(Number(rows[at - 1]![5]));
    const { chart, subtitle, alt } = picture(answer);
    if (chart.type !== 'tree') throw new Error(chart.type);
    expect(chart.nodes.length).toBeLessThanOrEqual(40);
    expect(subtitle).toContain(`${chart.nodes.length} of 1,261 people are drawn`);
    expect(alt).toContain(`Not drawn: ${(1261 - chart.nodes.length).toLocaleString('en')} more of these trees.`);
    chart.nodes.forEach(({ parent, value }, at) => {
      if (parent === null) return;
      expect(parent).toBeLessThan(at);
      expect(value).toBeLessThan(chart.nodes[parent]!.value);
    });
  });

  it('names nobody to those who do not work with lists, nor in public, and counts nobody in groups under 20', async () => {
    const { say } = branchedHouse();
    for (const answer of [await say('/network top:25', vina), await say('/network top:25 share:yes', rina)]) {
      expect(JSON.stringify(answer.parts)).not.toMatch(/C\d{5}/);
      const { chart } = picture(answer);
      if (chart.type !== 'tree') throw new Error(chart.type);
      expect(chart.nodes[0]!.label).toBe('Tree A');
      for (const { value } of chart.nodes) expect(value).toBeGreaterThanOrEqual(20);
      const { columns, rows } = table(answer, 'Sponsors by what those they brought spent');
      expect(rows.length).toBeGreaterThan(3);
      for (const row of rows) {
        for (const [at, value] of row.entries()) {
          if (columns[at]!.unit === 'count' && columns[at]!.title !== 'Steps') {
            expect(value === null || Number(value) >= 20, `${columns[at]!.title} ${value}`).toBe(true);
          }
        }
        if (row[1] === null) expect(row[5]).toBeNull();
      }
    }
    const small = await demoHouse().say('/network', vina);
    expect(small.parts.some(({ kind }) => kind === 'table' || kind === 'chart')).toBe(false);
  });

  it('says what is missing where nobody knows who came through whom', async () => {
    const { say, db } = houseOn(begun('demo'));
    db.exec('UPDATE customer SET sponsor_id = NULL');
    expect((await say('/network')).title).toBe('I do not know who came through whom');
  });

  it('says what no tree can hold, and goes on', async () => {
    const { say, db } = houseOn(begun('demo'));
    const [one, other] = db
      .prepare<[], number>('SELECT id FROM customer WHERE sponsor_id IS NULL LIMIT 2')
      .pluck()
      .all();
    db.prepare('UPDATE customer SET sponsor_id = ? WHERE id = ?').run(one, other);
    db.prepare('UPDATE customer SET sponsor_id = ? WHERE id = ?').run(other, one);
    expect(words(await say('/network', rina))).toContain('Left out of the trees: 1 referral that closes a circle.');
  });

  it('gives a file of the sponsors to those who may read names', async () => {
    const { say } = demoHouse();
    const answer = await say('/network csv:yes by:rate', rina);
    const file = answer.parts.find((part) => part.kind === 'file')!;
    if (file.kind !== 'file') throw new Error();
    const [header, ...lines] = file.content.trim().split('\r\n');
    expect(header).toMatch(/^Sponsor,Brought,Brought by those,All below,Steps,Spend of brought \(IDR\)/);
    expect(new Set(header!.split(',')).size).toBe(header!.split(',').length);
    expect(lines.length).toBeGreaterThan(200);
    expect(lines[0]).toMatch(/^C\d+,/);
    for (const line of ['/network csv:yes', '/network sponsor:C00178'])
      expect((await say(line, vina)).title).toBe('That answer names customers');
    expect((await say('/network csv:yes share:yes', rina)).title).toBe('That answer names customers');
  });
});

describe('/network sponsor:', () => {
  it('tells of one branch, step by step', async () => {
    const { say } = branchedHouse();
    const [first] = table(await say('/network', rina)).rows;
    const answer = await say(`/network sponsor:${String(first![0]).toLowerCase()}`, rina);
    expect(fact(answer, 'Brought').value).toBe(first![1]);
    expect(fact(answer, 'All below spent').value).toBe(first![6]);
    const steps = table(answer, 'Step by step').rows;
    expect(steps[0]![1]).toBe(first![1]);
    const sum = (column: number) => steps.reduce((all, row) => all + Number(row[column]), 0);
    expect([sum(1), sum(3)]).toEqual([first![3], first![6]]);
    const keep = fact(answer, 'Keep buying');
    expect(keep.low).toBeLessThan(Number(keep.value));
    expect(picture(answer).title).toBe(`Who came through ${first![0]}`);
  });

  it('says where somebody came from, and who is in no referral or nobody at all', async () => {
    const { say, db } = demoHouse();
    const [member, sponsor] = db
      .prepare<[], [string, string]>(
        'SELECT customer.ref, by.ref FROM customer JOIN customer AS by ON by.id = customer.sponsor_id WHERE by.sponsor_id IS NULL LIMIT 1',
      )
      .raw()
      .get()!;
    expect(words(await say(`/network sponsor:${member}`, rina))).toContain(`Came through ${sponsor}.`);
    const alone = db
      .prepare<[], string>(
        'SELECT ref FROM customer WHERE sponsor_id IS NULL AND id NOT IN (SELECT sponsor_id FROM customer WHERE sponsor_id IS NOT NULL)',
      )
      .pluck()
      .get();
    expect((await say(`/network sponsor:${alone}`, rina)).title).toBe(`${alone} is in no referral`);
    expect((await say('/network sponsor:nobody', rina)).title).toBe('I know no customer nobody');
  });
});
