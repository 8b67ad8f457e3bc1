import { gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { LostDigits, TooLarge, UnreadableFile } from '../../../data/facts/errors.ts';
import { inspectFile } from '../../../data/facts/import/file.ts';
import { importLimits } from '../../../data/facts/import/limits.ts';
import { emptyShop, fileWith, jakarta, london, ordersFile } from './fixture.ts';

const two = ['7,2026-04-20 10:00,José,A1,2,12.50', '8,2026-04-21 11:00,Zoë,A2,1,3'];
const header = ['order_id', 'date', 'customer', 'sku', 'quantity', 'unit_price'];
type Cells = readonly (string | number | Date | null)[];
const workbook = (...sheets: readonly { readonly name: string; readonly rows: readonly Cells[] }[]) =>
  writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) })) });

describe('the form of a file', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${ordersFile(...two)}`)],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${ordersFile(...two)}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${ordersFile(...two)}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(ordersFile(...two), 'utf16le')],
    ['Latin-1', Buffer.from(ordersFile(...two), 'latin1')],
    ['gzip', gzipSync(ordersFile(...two))],
    ['semicolons', Buffer.from(ordersFile(...two).replaceAll(',', ';'))],
    [
      'tabs and CRLF',
      Buffer.from(
        ordersFile(...two)
          .replaceAll(',', '\t')
          .replaceAll('\n', '\r\n'),
      ),
    ],
    ['bars', Buffer.from(ordersFile(...two).replaceAll(',', '|'))],
    ['a word on the separator', Buffer.from(`sep=;\n${ordersFile(...two).replaceAll(',', ';')}`)],
    ['a report with a head', Buffer.from(`Orders of Toko,,,,,\nPeriod: April,,,,,\n\n${ordersFile(...two)}`)],
    ['a header that stands again', Buffer.from(ordersFile(two[0]!, header.join(','), two[1]!))],
    ['blank rows', Buffer.from(ordersFile(two[0]!, '', '', two[1]!, ''))],
  ])('does not matter: %s', async (_, content) => {
    const { load, db } = emptyShop();

    const report = await load(content, { shop: london });

    expect(report).toMatchObject({ rows: 2, stored: 2, rejected: 0, revenueMinor: 2800 });
    expect(db.prepare('SELECT ref FROM customer ORDER BY id').pluck().all()).toEqual(['José', 'Zoë']);
  });

  it('is a workbook, whatever it is called: the first sheet that fits, dates and numbers as cells', async () => {
    const { load, facts } = emptyShop();
    const content = await workbook(
      { name: 'Read me', rows: [['Exported by hand']] },
      {
        name: 'Orders',
        rows: [
          ['Orders of April'],
          [],
          header,
          ['0012', new Date('2026-04-20T10:22:00Z'), 'ana', 'A1', 2, 12.5],
          [],
          ['0013', new Date('2026-04-21T00:00:00Z'), 'ben', 'A1', 1, null],
        ],
      },
    );

    const report = await load(content, { shop: london, name: 'orders.csv' });

    expect(report).toMatchObject({ rows: 2, stored: 1, rejected: 1, revenueMinor: 2500 });
    expect(await facts.imports.rejects('I-1', 9)).toEqual([
      { line: 6, column: 'unit_price', value: '', reason: 'is empty' },
    ]);
  });

  it('keeps long order numbers of a workbook only while they have all their digits', async () => {
    const { load } = emptyShop();
    const rows = (order: string | number) => [header, [order, '2026-04-20', 'ana', 'A1', 1, 1]];

    const lost = load(await workbook({ name: 'a', rows: rows(1.05140034153683e18) }), { shop: london });

    await expect(lost).rejects.toThrow(LostDigits);
    await expect(lost).rejects.toMatchObject({
      column: 'order_id',
      remedy: expect.stringContaining('without opening'),
    });
    expect(
      await load(await workbook({ name: 'a', rows: rows('1051400341536827267') }), { shop: london }),
    ).toMatchObject({
      stored: 1,
    });
  });

  it('is refused when a spreadsheet has rounded the order numbers of a CSV', async () => {
    const { load, facts } = emptyShop();
    const lost = load(ordersFile(two[0]!, '1.05140034153683E+18,2026-04-20,ana,A1,1,1'), { shop: london });
    await expect(lost).rejects.toThrow('"order_id" has lost digits on line 3: 1.05140034153683E+18.');
    expect(await facts.coverage()).toMatchObject({ lines: 0 });
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['a zip of something else', () => zipOf('notes.txt', Buffer.from('hello'))],
    ['a workbook cut short', async () => (await workbook({ name: 'a', rows: [header] })).subarray(0, 900)],
    ['a workbook with damaged parts', () => zipOf('xl/workbook.xml', Buffer.from('<workbook'))],
    ['a page called .csv', () => Buffer.from('\uFEFF<html><body><table><tr><td>1</td></tr></table></body></html>')],
  ])('is refused in words: %s', async (_, content) => {
    const { load } = emptyShop();
    const refused = load(await content(), { shop: london });
    await expect(refused).rejects.toThrow(UnreadableFile);
    await expect(refused).rejects.toMatchObject({ remedy: expect.stringMatching(/\.$/) });
  });
});

describe('what is too large', () => {
  const limits = { ...importLimits, packingFreeBytes: 2 ** 20, workbookUnpackedBytes: 2 ** 20, fileBytes: 2 ** 22 };

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ['a gzip bomb', () => gzipSync(Buffer.alloc(4 * 2 ** 20, 'a,b\n')), /unpacks to more than/],
    ['a workbook bomb', () => zipOf('xl/workbook.xml', Buffer.alloc(2 * 2 ** 20, ' ')), /unpacks to more than 1 MB/],
    ['a file of that size', () => Buffer.alloc(5 * 2 ** 20, 'a,b\n'), /5 MB; up to 4 MB/],
  ])('is refused by name: %s', async (_, content, words) => {
    const refused = inspectFile(fileWith(await content()), limits);
    await expect(refused).rejects.toThrow(TooLarge);
    await expect(refused).rejects.toThrow(words);
  });

  it.each<[string, string, RegExp]>([
    ['five thousand columns', `${'a,'.repeat(5000)}b\n1\n`, /Line 1 has 5,001 columns; up to 2,000/],
    ['a million columns', `${'abc,'.repeat(1_000_000)}b\n1\n`, /longer than 1,000,000 characters/],
    ['a cell without an end', ordersFile(...two, `"${'x\n'.repeat(700_000)}`), /Line 4 is longer than/],
  ])('is refused by name: %s', async (_, content, words) => {
    const { load, facts } = emptyShop();
    const refused = load(content, { shop: jakarta });
    await expect(refused).rejects.toThrow(TooLarge);
    await expect(refused).rejects.toThrow(words);
    expect(await facts.coverage()).toMatchObject({ lines: 0 });
  });
});

/** A zip file of one part, packed; its directory tells a size of 1. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = gzipSync(content).subarray(10, -8);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(1, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
