import { writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { TooLarge, UnreadableFile } from '../../../data/facts/errors.ts';
import { gzipOfBlanks, packedBlanks, partOf, sheetOf, textCell, workbookOf, zipOf } from '../../gen/archive.ts';
import { emptyShop, jakarta, ordersFile } from './fixture.ts';

const MEGABYTE = 2 ** 20;
const atFirst = process.resourceUsage().maxRSS;

afterAll(() => {
  // A process that loads nothing takes some 100 MB; the limit is the one for the largest real file.
  const grown = (process.resourceUsage().maxRSS - atFirst) / 1024;
  expect(grown, 'megabytes of memory that the files below took at most').toBeLessThan(400);
});

const row = '8,2026-04-20,ben,A1,1,1';
const sheetName = 'xl/worksheets/sheet1.xml';
const letters = (at: number): string =>
  at < 0 ? '' : letters(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));

describe('a file that is larger than it looks', () => {
  it.each<[string, () => Uint8Array]>([
    ['a gzip file of five gigabytes', () => gzipOfBlanks(5000)],
    [
      'a workbook of a gigabyte that says so',
      () => workbookOf({ name: sheetName, packed: packedBlanks(1000), tells: 1000 * MEGABYTE }),
    ],
    [
      'a workbook of a gigabyte that says it has one byte',
      () => workbookOf({ name: sheetName, packed: packedBlanks(1000), tells: 1 }),
    ],
    [
      'a workbook of ten thousand parts',
      () => zipOf([partOf('xl/workbook.xml', ''), ...Array.from({ length: 10_000 }, (_, at) => partOf(`${at}`, ''))]),
    ],
    [
      'a workbook with sixteen thousand columns',
      () =>
        workbookOf(
          sheetOf(
            `<row r="1">${Array.from({ length: 16_000 }, (_, at) => textCell(`${letters(at)}1`, 'a')).join('')}</row>`,
          ),
        ),
    ],
    [
      'a workbook with a cell of a megabyte',
      () => workbookOf(sheetOf(`<row r="1">${textCell('A1', 'x'.repeat(MEGABYTE))}</row>`)),
    ],
    ['sixteen megabytes without an end of line', () => Buffer.alloc(16 * MEGABYTE, 'x')],
    ['sixteen megabytes inside one quote', () => Buffer.from(ordersFile(row, `"${'x\n'.repeat(8 * MEGABYTE)}`))],
    [
      'a million columns and their names',
      () => Buffer.from(`${Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(',')}\n${row}\n`),
    ],
  ])('is refused as too large: %s', async (_, content) => {
    const { load, facts } = emptyShop();
    const refused = load(content(), { shop: jakarta });
    await expect(refused).rejects.toThrow(TooLarge);
    await expect(refused).rejects.toMatchObject({ message: expect.stringMatching(/\.$/) });
    expect(await facts.coverage()).toMatchObject({ lines: 0, importIds: [] });
  });
});

describe('an archive that is no workbook of rows', () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(100)}">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join('')}]>`;

  it.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['PDFs in a zip', () => zipOf([partOf('invoice-1.pdf', '%PDF-1.7'), partOf('invoice-2.pdf', '%PDF-1.7')])],
    [
      'a letter',
      () => zipOf([partOf('[Content_Types].xml', '<Types/>'), partOf('word/document.xml', '<w:document/>')]),
    ],
    [
      'a workbook inside a zip',
      async () =>
        zipOf([partOf('orders.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows: [['a']] }] })))]),
    ],
    [
      'a workbook with a password',
      () => writeXlsx({ sheets: [{ name: 'a', rows: [['order_id']] }], encryption: { password: 'x', spinCount: 10 } }),
    ],
    [
      'sheets that are all hidden',
      () =>
        writeXlsx({
          sheets: [
            {
              name: 'a',
              hidden: true,
              rows: [
                ['order_id', 'date', 'unit_price'],
                ['1', '2026-04-01', '5'],
              ],
            },
          ],
        }),
    ],
    [
      'names that unfold ten thousand million times',
      () => workbookOf(sheetOf(`<row r="1">${textCell('A1', '&j;')}</row>`, laughs)),
    ],
    ['a sheet that is no XML', () => workbookOf(partOf(sheetName, '<worksheet><sheetData><row'))],
    ['paths that lead outside', () => zipOf([partOf('../../xl/workbook.xml', ''), partOf('xl/workbook.xml', '')])],
  ])('is refused in words: %s', async (_, content) => {
    const { load, facts } = emptyShop();
    const refused = load(await content(), { shop: jakarta });
    await expect(refused).rejects.toThrow(UnreadableFile);
    await expect(refused).rejects.toMatchObject({ remedy: expect.stringMatching(/\.$/) });
    expect(await facts.coverage()).toMatchObject({ lines: 0, importIds: [] });
  });
});

describe('a workbook with formulas', () => {
  it('is read by their results; a formula without one is an empty cell', async () => {
    const header = ['order_id', 'date', 'customer', 'sku', 'quantity', 'unit_price'];
    const formula = (formula: string, result?: number) => ({
      formula,
      ...(result !== undefined && { formulaResult: result, value: result }),
    });
    const content = await writeXlsx({
      sheets: [
        {
          name: 'orders',
          rows: [header, ['1', '2026-04-20', 'ana', 'A1', null, 5000], ['2', '2026-04-20', 'ben', 'A1', 1, null]],
          cells: new Map([
            ['1,4', formula('1+1', 2)],
            ['2,5', formula('WEBSERVICE("http://evil.example")')],
          ]),
        },
      ],
    });
    const { load, facts } = emptyShop();

    const report = await load(content, { shop: jakarta });

    expect(report).toMatchObject({ rows: 2, stored: 1, rejected: 1, revenueMinor: 10_000 });
    expect(await facts.imports.rejects(report.id, 9)).toMatchObject([{ line: 3, column: 'unit_price' }]);
  });
});
