import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { NothingFits, SameFile, UnreadableFile } from '../../../data/facts/errors.ts';
import { emptyShop, fileWith, learnedAt, london, ordersFile, storedRows, uciFile } from './fixture.ts';

const good = '7,2026-04-20 10:00,ana,A1,2,12.50';

describe('loading a file', () => {
  it('counts every row once: rows = stored + known + rejected', async () => {
    const { load, facts } = emptyShop();
    await load(ordersFile(good), { shop: london });

    const report = await load(ordersFile(good, '8,2026-04-21,ben,A1,1,3', '9,soon,ben,A1,1,3', '10,2026-04-21,ben'), {
      shop: london,
    });

    expect(report).toMatchObject({ id: 'I-2', rows: 4, stored: 1, known: 1, rejected: 2, orders: 1, customers: 1 });
    expect(await facts.imports.rejects('I-2', 9)).toEqual([
      { line: 4, column: 'date', value: 'soon', reason: 'is not a date such as 2026-04-20 09:30' },
      { line: 5, column: '', value: '10 2026-04-21 ben', reason: 'has 3 cells where the header has 6' },
    ]);
  });

  it('does not store an order again that an earlier file brought, even with other lines', async () => {
    const { load, facts } = emptyShop();
    await load(ordersFile(good), { shop: london });

    const report = await load(ordersFile('7,2026-04-20 10:00,ana,B9,1,99'), { shop: london });

    expect(report).toMatchObject({ status: 'stored', stored: 0, known: 1, revenueMinor: 0, firstDay: null });
    expect(await facts.coverage()).toMatchObject({ lines: 1, orders: 1, importIds: ['I-1', 'I-2'] });
  });

  it('says when the same content comes again, under whatever name', async () => {
    const { load, facts } = emptyShop();
    await load(ordersFile(good), { shop: london });

    const again = load(ordersFile(good), { shop: london, name: 'orders (1).csv' });

    await expect(again).rejects.toThrow(SameFile);
    await expect(again).rejects.toMatchObject({ earlierId: 'I-1', message: 'Same file as I-1, by content.' });
    expect(await facts.imports.list()).toHaveLength(1);
  });

  it('takes a file again that failed before', async () => {
    const { load } = emptyShop();
    const early = { shop: london, learnedAt: Date.parse('2020-01-01') };
    await expect(load(ordersFile(good), early)).rejects.toThrow(NothingFits);

    expect(await load(ordersFile(good), { shop: london })).toMatchObject({ id: 'I-2', stored: 1 });
  });

  it('stores nothing when not one row fits, and says why', async () => {
    const { load, facts, db } = emptyShop();
    const rows = Array.from({ length: 12_480 }, (_, at) => `${at},20-Apr,ana,A1,1,1`);

    const failed = load(ordersFile(...rows), { shop: london });

    await expect(failed).rejects.toThrow(NothingFits);
    await expect(failed).rejects.toMatchObject({
      importId: 'I-1',
      message: '0 of 12,480 rows fit. First reason, on line 2, date "20-Apr": is not a date such as 2026-04-20 09:30.',
    });
    expect(await facts.imports.find('I-1')).toMatchObject({
      status: 'failed',
      rows: 12_480,
      rejected: 12_480,
      stored: 0,
    });
    expect(await facts.imports.rejects('I-1', 3)).toHaveLength(3);
    expect(await facts.coverage()).toMatchObject({ orders: 0, lastCompleteDay: null, importIds: [] });
    expect(storedRows(db)).toMatchObject({ sale_order: 0, sale_line: 0, customer: 0, product: 0 });
  });

  it('stores the good half of a half-broken file and names each bad line', async () => {
    const { load, facts } = emptyShop();
    const rows = Array.from({ length: 100 }, (_, at) =>
      at % 2 === 0 ? `${at},2026-04-20,ana,A1,1,1` : `${at},2026-04-20,ana,A1,,1`,
    );

    const report = await load(ordersFile(...rows), { shop: london });

    expect(report).toMatchObject({ rows: 100, stored: 50, rejected: 50 });
    const rejects = await facts.imports.rejects('I-1', 100);
    expect(rejects.map(({ line }) => line)).toEqual(Array.from({ length: 50 }, (_, at) => 3 + 2 * at));
  });

  it('unpacks gzip, whatever the file is called', async () => {
    const { load } = emptyShop();
    expect(await load(gzipSync(ordersFile(good)), { shop: london })).toMatchObject({ stored: 1 });
  });

  it('lists imports newest first and finds one by its name', async () => {
    const { load, facts } = emptyShop();
    await load(ordersFile(good), { shop: london });
    await load(ordersFile('8,2026-04-21,ben,A1,1,3'), { shop: london, name: 'second.csv' });

    expect((await facts.imports.list()).map(({ name }) => name)).toEqual(['second.csv', 'orders.csv']);
    expect(await facts.imports.find('i-2')).toMatchObject({ id: 'I-2', startedAt: learnedAt, firstDay: '2026-04-21' });
    expect(await facts.imports.find('I-3')).toBeNull();
    expect(await facts.imports.find('F-1')).toBeNull();
  });
});

describe('a file that cannot be read', () => {
  const damagedUtf8 = Buffer.concat([
    Buffer.from(`${ordersFile(good)}8,2026-04-20,Zoë née Müller Jos`),
    Buffer.from([0xe9]),
    Buffer.from(',A1,1,1\n'),
  ]);

  it.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /^The file is empty/],
    ['blank lines', '\n\n\n', /blank lines only/],
    ['a header and no rows', ordersFile(), /a header and no rows/],
    ['a cut workbook', Buffer.from('PK\x03\x04\x14\x00'), /damaged or cut short/],
    ['old Excel', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Excel/],
    ['a PDF', '%PDF-1.7\n', /PDF/],
    ['a web page called .csv', '<!DOCTYPE html><table></table>', /web page/],
    ['binary', Buffer.from([1, 2, 3, 0, 255, 254]), /not text/],
    ['UTF-8 with a damaged byte', damagedUtf8, /neither UTF-8 nor Windows-1252: line 3 /],
    ['cut gzip', gzipSync(ordersFile(good)).subarray(0, 40), /damaged or cut short/],
    [
      'unknown columns',
      'name,age\nana,3\n',
      /these columns: "name", "age"\. .*missing: order, time, unitPrice or lineTotal/,
    ],
    [
      'a quote never closed',
      ordersFile(good, '8,2026-04-20,"ana,A1,1,1', good),
      /quote is opened on line 3 and not closed/,
    ],
  ])('is refused with the reason: %s', async (_, content, reason) => {
    const { load, facts, db } = emptyShop();

    const failed = load(content, { shop: london });

    await expect(failed).rejects.toThrow(reason);
    await expect(failed).rejects.toThrow(UnreadableFile);
    await expect(failed).rejects.toMatchObject({ remedy: expect.stringMatching(/\.$/) });
    expect(storedRows(db)).toMatchObject({ sale_order: 0, sale_line: 0, customer: 0 });
    expect(await facts.coverage()).toMatchObject({ lines: 0 });
  });

  it('is refused when it is not there or a folder', async () => {
    const { facts } = emptyShop();
    const request = { name: 'x', learnedAt, shop: null };

    await expect(facts.imports.load({ path: '/no/such.csv', ...request })).rejects.toThrow('There is no such file.');
    await expect(facts.imports.load({ path: '/tmp', ...request })).rejects.toThrow('That is not a file.');
  });

  it('takes characters of several bytes across the borders of what is read at once', async () => {
    const { load, db } = emptyShop();
    const rows = Array.from(
      { length: 9000 },
      (_, at) => `${at},A1,${'日本語🙂'.repeat(20)}${'x'.repeat(at % 5)},1,2010-12-01 08:26:00,1,é${at % 7},UK`,
    );

    const report = await load(uciFile(...rows));

    expect(report).toMatchObject({ stored: 9000, customers: 7 });
    expect(db.prepare("SELECT COUNT(*) FROM customer WHERE ref LIKE 'é%'").pluck().get()).toBe(7);
  });

  it('leaves nothing behind when it breaks far down', async () => {
    const { facts, db } = emptyShop();
    const rows = Array.from({ length: 10_000 }, (_, at) => `${at},2026-04-20,c${at},A1,1,1`);
    const path = fileWith(ordersFile(...rows, '"never closed'));

    await expect(facts.imports.load({ path, name: 'x.csv', learnedAt, shop: london })).rejects.toThrow(UnreadableFile);

    expect(await facts.imports.find('I-1')).toMatchObject({ status: 'failed' });
    expect(storedRows(db)).toMatchObject({ sale_order: 0, sale_line: 0, customer: 0, product: 0 });
  });
});
