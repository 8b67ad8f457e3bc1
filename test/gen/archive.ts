import { constants, deflateRawSync } from 'node:zlib';

/** One file in a zip archive. `tells` is the size its directory claims. */
export type Part = { readonly name: string; readonly packed: Buffer; readonly tells: number };

/** A part of this content, with an honest word on its size. */
export function partOf(name: string, content: string | Buffer): Part {
  const bytes = Buffer.from(content);
  return { name, packed: deflateRawSync(bytes), tells: bytes.length };
}

/** Megabytes of blanks, packed, without ever having been that long. */
export function packedBlanks(megabytes: number): Buffer {
  const one = deflateRawSync(Buffer.alloc(2 ** 20, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync('');
  return Buffer.concat([...Array.from({ length: megabytes }, () => one), end]);
}

/** A gzip file of such blanks. Its checksum is wrong: nobody should come so far as to look. */
export function gzipOfBlanks(megabytes: number): Buffer {
  const header = Buffer.from('1f8b0800000000000003', 'hex');
  return Buffer.concat([header, packedBlanks(megabytes), Buffer.alloc(8)]);
}

/** A zip archive. Checksums are left out. */
export function zipOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, packed, tells } of parts) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(tells, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(tells, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    at += local.length + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const names = 'http://schemas.openxmlformats.org';

/** A workbook of one sheet of this XML, the least that a reader takes for one. */
export function workbookOf(sheet: Part): Buffer {
  return zipOf([
    partOf(
      '[Content_Types].xml',
      `<Types xmlns="${names}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    partOf(
      '_rels/.rels',
      `<Relationships xmlns="${names}/package/2006/relationships"><Relationship Id="r1" Type="${names}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    partOf(
      'xl/workbook.xml',
      `<workbook xmlns="${names}/spreadsheetml/2006/main" xmlns:r="${names}/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    partOf(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${names}/package/2006/relationships"><Relationship Id="r1" Type="${names}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    sheet,
  ]);
}

/** A sheet of rows of XML cells. */
export function sheetOf(rows: string, before = ''): Part {
  return partOf(
    'xl/worksheets/sheet1.xml',
    `<?xml version="1.0"?>${before}<worksheet xmlns="${names}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  );
}

/** A cell of text. */
export const textCell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
