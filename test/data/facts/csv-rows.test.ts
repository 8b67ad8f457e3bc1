import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvScanner } from '../../../data/facts/import/csv-rows.ts';
import { seededChance } from '../../../data/sample/random.ts';

type Row = { readonly line: number; readonly cells: readonly string[] };

/** Reads a text that arrives `size` bytes at a time. Null: a quote is never closed. */
function rowsOf(text: string, { size = 7, delimiter = ',', hasNewlines = true } = {}): readonly Row[] | null {
  const rows: Row[] = [];
  const scanner = csvScanner({ delimiter, hasNewlines }, (line, cells) => rows.push({ line, cells }));
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) scanner.see(bytes.subarray(at, at + size));
  return scanner.end() ? rows : null;
}

const cellsOf = (text: string, how?: Parameters<typeof rowsOf>[1]) => rowsOf(text, how)?.map(({ cells }) => cells);

function peer(text: string, { delimiter = ',', hasNewlines = true } = {}): readonly (readonly string[])[] | null {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: hasNewlines ? ['\r\n', '\n'] : ['\r'],
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'CSV_QUOTE_NOT_CLOSED') return null;
    throw error;
  }
}

/** What goes on after its quotes keeps them doubled here, and csv-parse has undone them by then: no matter. */
function plain(rows: readonly (readonly string[])[] | null): readonly (readonly string[])[] | null {
  return rows?.map((cells) => cells.map((cell) => cell.replace(/"+/g, '"'))) ?? null;
}

describe('rows of a CSV', () => {
  it.each([
    [
      'plain',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'without an end of line',
      'a,b\nc,',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    [
      'returns before newlines',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a return inside a cell', 'a\rb,c\r\n', [['a\rb', 'c']]],
    ['quotes', '"a,b","c ""d""",""\n', [['a,b', 'c "d"', '']]],
    ['lines inside quotes', '"a\r\nb",c\n"d\ne"', [['a\r\nb', 'c'], ['d\ne']]],
    ['a quote in the middle', '5" screen,b\n', [['5" screen', 'b']]],
    ['a cell that goes on after its quotes', '"5" screen,"a,b"c,d\n', [['"5" screen', '"a,b"c', 'd']]],
    [
      'characters of two, three and four bytes',
      'é,漢,😀\né,漢,😀!\n',
      [
        ['é', '漢', '😀'],
        ['é', '漢', '😀!'],
      ],
    ],
    ['rows of any width', 'a,b,c\na\na,b,c,d\n', [['a', 'b', 'c'], ['a'], ['a', 'b', 'c', 'd']]],
    ['blank lines', 'a\n\n\nb\n', [['a'], [''], [''], ['b']]],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => {
    for (const size of [1, 2, 3, 1000]) expect(cellsOf(text, { size })).toEqual(rows);
  });

  it('may end with a return alone', () => {
    expect(cellsOf('a,"b\rc"\rd,e', { hasNewlines: false })).toEqual([
      ['a', 'b\rc'],
      ['d', 'e'],
    ]);
  });

  it('begin on the line that an editor shows', () => {
    const lines = rowsOf('a\n"b\r\nc\nd",e\n\n"f"\n')?.map(({ line }) => line);
    expect(lines).toEqual([1, 2, 5, 6]);
  });

  it('have no end when a quote is not closed', () => {
    expect(rowsOf('a,b\nc,"d\ne,f\n')).toBeNull();
  });

  it('are those that csv-parse reads, whatever the text and wherever it is cut', () => {
    const chance = seededChance(7);
    const pieces = [
      ',',
      ',',
      ';',
      '"',
      '"',
      '""',
      '\n',
      '\n',
      '\r\n',
      '\r',
      'a',
      'bc',
      ' ',
      'é',
      '漢',
      '😀',
      'longer than thirteen',
    ];
    let [whole, unclosed] = [0, 0];
    for (let round = 0; round < 20_000; round++) {
      // The end is plain: csv-parse keeps half a line end that the end of the text has cut.
      const text = `${Array.from({ length: Math.floor(chance.next() * 14) }, () => chance.pick(pieces)).join('')}end`;
      const how = { delimiter: chance.pick([',', ';']), hasNewlines: chance.next() < 0.8 };
      const expected = plain(peer(text, how));
      const size = 1 + Math.floor(chance.next() * 9);
      const read = plain(cellsOf(text, { ...how, size }) ?? null);
      expect({ text, how, size, read }).toEqual({ text, how, size, read: expected });
      if (expected === null) unclosed++;
      else whole++;
    }
    expect(Math.min(whole, unclosed)).toBeGreaterThan(1000);
  });
});
