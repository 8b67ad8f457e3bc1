import { crc32 } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../data/facts/import/file.ts';
import { type Chance, seededChance } from '../../../data/sample/random.ts';
import { bytesOf, type Form } from '../../gen/file.ts';
import { orderFiles } from '../../gen/files/index.ts';
import { all, makeLedger } from '../../gen/ledger.ts';
import { fileWith } from './fixture.ts';

/** Rows of cells by sheet and line, without what is blank. */
type Cells = Readonly<Record<string, Readonly<Record<number, readonly unknown[]>>>>;

async function ours(bytes: Uint8Array): Promise<Cells> {
  const sheets: Record<string, Record<number, readonly unknown[]>> = {};
  const { tables } = await inspectFile(fileWith(bytes));
  for (const { sheet, rows } of tables) {
    const lines: Record<number, readonly unknown[]> = {};
    for await (const batch of rows()) {
      for (const { line, cells } of batch) lines[line] = withoutEnd(cells.map((cell) => cell.trim()));
    }
    sheets[sheet!] = lines;
  }
  return sheets;
}

/** What the peer read, brought to the words of the importer. */
async function theirs(bytes: Uint8Array): Promise<Cells> {
  const sheets = await readXlsxFile(Buffer.from(bytes));
  return Object.fromEntries(
    sheets.map(({ sheet, data }) => [
      sheet,
      Object.fromEntries(
        data.map((row, at) => [at + 1, withoutEnd(row.map(textOf))] as const).filter(([, cells]) => cells.length > 0),
      ),
    ]),
  );
}

function withoutEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}

function textOf(value: unknown): string {
  if (value === null) return '';
  if (value instanceof Date) {
    const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ');
    return text.endsWith(' 00:00:00') ? text.slice(0, 10) : text;
  }
  if (typeof value !== 'number') return String(value).trim();
  // The importer writes 1.627 with a fourth decimal, and numbers beyond Excel's digits as what they are: rounded.
  if (Math.abs(value) >= 1e15) return value.toExponential(14);
  const text = String(value);
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

describe('a workbook is read as read-excel-file reads it, cell by cell', () => {
  it.each(orderFiles.map((file) => [file.name, file] as const))('an export of %s', async (_, file) => {
    const chance = seededChance(11);
    const ledger = makeLedger(chance, { currency: file.currency });
    for (const container of ['workbook of text', 'workbook of numbers'] satisfies Form['container'][]) {
      const draft = file.write(ledger, all(ledger));
      const bytes = await bytesOf({ ...draft, form: { ...draft.form, container } });
      expect(await ours(bytes)).toEqual(await theirs(bytes));
    }
  });

  it('any cells, on several sheets', async () => {
    const chance = seededChance(12);
    for (let round = 0; round < 60; round++) {
      const sheets = ['Orders', 'Больше & more'].map((name) => ({
        name,
        rows: Array.from({ length: 12 }, () => Array.from({ length: 8 }, () => anyCell(chance))),
      }));
      const bytes = await writeXlsx({ sheets });
      expect(await ours(bytes)).toEqual(await theirs(bytes));
    }
  });

  it('what other programs write: rich and inline strings, formulas, gaps, times and dates of 1904', async () => {
    for (const is1904 of [false, true]) {
      const bytes = handMade(is1904);
      const read = await ours(bytes);
      expect(read).toEqual(await theirs(bytes));
      const day = is1904 ? '2030-01-01' : '2025-12-31';
      expect(read.Orders?.[4]).toEqual([day, `${day} 10:24:07`, '12.5']);
    }
  });
});

function anyCell(chance: Chance): string | number | boolean | Date | null {
  const seconds = Math.floor(chance.between(Date.UTC(2019, 0, 1), Date.UTC(2027, 0, 1)) / 1000);
  return chance.pick([
    null,
    true,
    chance.pick(['', ' padded ', '<&>"\'', 'two\nlines', '0012', '1051400341536827267', 'é漢😀', '=1+1', '2026-01-02']),
    Math.floor(chance.between(-1e6, 1e6)),
    chance.between(-1000, 1000),
    Math.round(chance.between(0, 1e6)) / 1000,
    1627.5,
    chance.between(1, 9) * 1e17,
    new Date(seconds * 1000),
    new Date(seconds * 1000 - ((seconds * 1000) % 86_400_000)),
  ]);
}

/** A workbook by the letter of ECMA-376, with what our own writer never writes. */
function handMade(is1904: boolean): Buffer {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${types}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const related = (list: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}` +
      `${part('sharedStrings', 'sharedStrings')}</Types>`,
    '_rels/.rels': related(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': related(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('rId2', 'styles', 'styles.xml') +
        relation('rId3', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/workbook.xml':
      `<workbook ${main} xmlns:r="${relations}"><workbookPr${is1904 ? ' date1904="1"' : ''}/>` +
      '<sheets><sheet name="Orders" sheetId="1" r:id="rId1"/></sheets></workbook>',
    // 1: a date, 2: a moment in a format of the user's, 3: a number that has an "m" in quotes.
    'xl/styles.xml':
      `<styleSheet ${main}><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>` +
      '<numFmt numFmtId="165" formatCode="0.0&quot; m&quot;"/></numFmts><fonts count="1"><font/></fonts>' +
      '<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
      `<cellXfs count="4">${[0, 14, 164, 165].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}` +
      '</cellXfs></styleSheet>',
    'xl/sharedStrings.xml':
      `<sst ${main} count="2" uniqueCount="2"><si><t xml:space="preserve"> plain </t></si>` +
      '<si><r><t>ri</t></r><r><rPr><b/></rPr><t>ch &amp; more</t></r></si></sst>',
    'xl/worksheets/sheet1.xml':
      `<worksheet ${main}><sheetData>` +
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>inline</t></is></c></row>' +
      '<row r="3"><c r="A3" t="str"><f>A1</f><v>formula</v></c><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="b"><v>1</v></c></row>' +
      '<row r="4"><c r="A4" s="1"><v>46022</v></c><c r="B4" s="2"><v>46022.4334143519</v></c><c r="C4" s="3"><v>12.5</v></c></row>' +
      '<row r="9"><c r="B9"><v>1.05140034153683E+18</v></c><c r="AA9"><v>-0.001</v></c></row>' +
      '</sheetData></worksheet>',
  });
}

/** A zip archive with its parts as they are. */
function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(parts)) {
    const [name, content] = [Buffer.from(path), Buffer.from(text)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(content.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, name, content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
