import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../commands/call.ts';
import { begun } from '../support/beginning.ts';
import { demoHouse, fact, houseOn, table, terminal, vina, words } from '../support/house.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const rina: Caller = { door: 'slack', user: 'URINA', channel: 'C1' };

async function shopWith(files: readonly string[], input = {}) {
  const whole = houseOn(begun('empty'));
  whole.state.shop.set({ name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-GB', demo: false });
  whole.state.people.set({ door: 'slack', user: 'URINA', name: 'Rina', role: 'analyst' }, 'terminal:t', 0);
  for (const content of files) {
    const path = join(temporaryFolder(), 'orders.csv');
    writeFileSync(path, content);
    await whole.house.ask({ name: 'import', input }, rina, { uploads: [{ name: 'orders.csv', path }] });
  }
  return whole;
}

const header = 'order_id,order_date,customer_id,sku,quantity,unit_price';
const at = (i: number) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
const shopped = (days: readonly number[], customer: (i: number, k: number) => string, each = 6) =>
  `${header}\n${days.flatMap((i) => Array.from({ length: each }, (_, k) => `O${i}-${k},${at(i)} 10:0${k}:00,${customer(i, k)},A,1,1000`)).join('\n')}\n`;
const days = Array.from({ length: 105 }, (_, i) => i);

describe('/data check', () => {
  it('names a hole, the months that are not whole, and what forecasts do about them', async () => {
    const { say } = await shopWith([
      shopped(
        days.filter((i) => i < 31 || i >= 59),
        (i, k) => `C${(i + k) % 50}`,
      ),
    ]);

    const answer = await say('/data check');
    const check = words(answer);

    expect(answer.title).toBe('2 things to know about the data');
    expect(check).toContain('February 2026 missing (1 – 28 Feb 2026: 28 days). Forecasts take this for unknown');
    // The month that runs is no problem: it will be whole by itself.
    expect(check).not.toContain('April 2026 is not whole');
    expect(check).toContain('Customers look like people');
  });

  it('names the days between two files, which forecasts take for unknown too', async () => {
    const sold = (of: readonly number[]) => shopped(of, (i, k) => `C${(i + k) % 50}`);
    const { say } = await shopWith([sold(days.slice(0, 40)), sold(days.slice(45))]);

    expect(words(await say('/data check'))).toContain('10 – 14 Feb 2026 missing: 5 days. Forecasts take this');
    expect(words(await say('/forecast days:7 as-of:2026-04-15'))).toContain('No file tells of the 5 days');
  });

  it('says that rows are days and not customers, and /segment refuses them', async () => {
    const { say } = await shopWith([shopped(days, (i) => `D${i}`)]);

    const check = await say('/data check');
    expect(check).toMatchObject({ title: 'The data has a problem', tone: 'bad' });
    expect(words(check)).toContain(
      'Only 105 "customers", about 6 orders each: these look like days or months, not people.',
    );

    const segments = await say('/segment');
    expect(segments.outcome).toBe('refused');
    expect(segments.title).toContain('I will not segment them');
  });

  it('counts rejected rows and why, and is clean where nothing is wrong', async () => {
    const whole = shopped(days, (i, k) => `C${(i * 7 + k) % 50}`);
    const { say } = await shopWith([`${whole}X,soon,C1,A,1,1\n`]);
    const check = await say('/data check');
    expect(table(check, 'Rejected rows still in fix files').rows).toEqual([['I-1', 'orders.csv', 1]]);
    expect(words(check)).toMatch(/order_date is not a date.*\(1\)/);

    const demo = await demoHouse().say('/data check');
    expect(demo.outcome).toBe('answered');
    expect(fact(demo, 'Customers').value).toBeGreaterThan(3000);
  });

  it('has nothing to check in an empty shop', async () => {
    expect((await houseOn(begun('empty')).say('/data check')).outcome).toBe('refused');
  });
});

describe('/data assumptions', () => {
  it('lists every choice with who made it and when', async () => {
    const twoWays = `${header}\n1,03/04/2026,C1,A,1,1000\n2,02/03/2026,C1,A,1,1000\n`;
    const { say, state } = await shopWith([twoWays], { read: 'order_date=day/month' });
    await say('/data alias layout:"generic orders" field:customer column:Buyer', terminal);

    const said = words(await say('/data assumptions'));

    expect(said).toMatch(/Shop \| Currency \| IDR/);
    expect(said).toMatch(/I-1 \| order_date \| Day\/month \| Rina \| \d+/);
    expect(said).toMatch(/generic orders \| Column of customer \| Buyer \| tester/);
    expect(state.audit.about('alias generic orders')).toMatchObject([
      { act: 'column named', actor: 'terminal:tester' },
    ]);
    await say('/data alias layout:"generic orders" field:customer column:Buyer forget:yes', terminal);
    expect(words(await say('/data assumptions'))).not.toContain('Buyer');
  });

  it('brings what the models take for granted', async () => {
    const { say } = demoHouse();
    await say('/forecast');
    expect(table(await say('/data assumptions'), 'What the models take for granted').rows.length).toBeGreaterThan(0);
  });
});

describe('/data alias', () => {
  it('is understood in every file to come', async () => {
    const { say, house, facts } = await shopWith([]);
    await say('/data alias layout:"generic orders" field:customer column:"Siapa, ya"', terminal);
    const path = join(temporaryFolder(), 'o.csv');
    writeFileSync(path, 'order_id,order_date,"Siapa, ya",sku,quantity,unit_price\n1,2026-04-01,Ana,A,1,1000\n');

    await house.ask({ name: 'import', input: {} }, rina, { uploads: [{ name: 'o.csv', path }] });

    expect((await facts.coverage()).customers).toBe(1);
  });
});

describe('/data export', () => {
  it('writes days, orders and customers, on record, with formulas made harmless', async () => {
    const rows = ['1,2026-04-01,=cmd(),A,2,1500', '2,2026-04-03,Ana,A,-1,1500'];
    const { say, state } = await shopWith([`${header}\n${rows.join('\n')}\n`]);
    const content = async (line: string) => {
      const answer = await say(line, rina);
      const file = answer.parts.find((part) => part.kind === 'file');
      if (file?.kind !== 'file') throw new Error(words(answer));
      return file.content.trim().split('\r\n');
    };

    expect(await content('/data export what:daily')).toEqual([
      'Day,Net revenue (IDR),Orders',
      '2026-04-01,3000,1',
      '2026-04-02,0,0',
      '2026-04-03,-1500,0',
    ]);
    expect((await content('/data export what:orders until:2026-04-01')).at(1)).toBe(
      "1,2026-04-01,'=cmd(),A,,2,1500,3000,sale,,,",
    );
    expect(await content('/data export what:customers')).toHaveLength(2);
    expect((await say('/data export what:customers part:2', rina)).title).toBe('There is no part 2');
    expect((await say('/data export what:orders part:2', rina)).title).toBe('Only customers come in parts');
    for (const passedOver of ['what:customers from:2026-04-02', 'what:figures until:2026-04-02']) {
      expect((await say(`/data export ${passedOver}`, rina)).outcome).toBe('refused');
    }
    expect(state.audit.about('export customers')).toMatchObject([{ act: 'data exported', actor: 'slack:URINA' }]);
  });

  it('is nothing for viewers, and never for all to read', async () => {
    const { say } = demoHouse();
    expect((await say('/data export what:customers', vina)).outcome).toBe('refused');
    expect((await say('/data export what:daily share:yes')).outcome).toBe('refused');
    expect((await say('/data export what:figures')).outcome).toBe('refused');
  });
});
