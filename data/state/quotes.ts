import type { Connection } from '../database.ts';
import type { Quote, Quotes } from './types/quotes.ts';

type Row = Omit<Quote, 'channel' | 'person'> & { readonly channel: string; readonly person: string };

/** Ids stand alone in what is told: as a fact's receipt, in a cell, as a value of a sentence. */
const id = /"([A-Z]-\d+)"/g;

/** Which receipts a message or an answer carries. */
export function receiptsIn(content: unknown): readonly string[] {
  return [...new Set([...JSON.stringify(content).matchAll(id)].map(([, receipt]) => receipt!))];
}

/** Who has quoted which receipt, and where. */
export function openQuotes(db: Connection): Quotes {
  const insert = db.prepare<[Row & { at: number }]>(
    `INSERT INTO quote (receipt, door, channel, person, what, first_at, last_at)
     VALUES (@receipt, @door, @channel, @person, @what, @at, @at)
     ON CONFLICT DO UPDATE SET last_at = excluded.last_at, times = times + 1`,
  );
  const add = db.transaction((content: unknown, { door, channel, person, what }: Parameters<Quotes['add']>[1], at) => {
    for (const receipt of receiptsIn(content)) {
      insert.run({ receipt, door, channel: channel ?? '', person: person ?? '', what, at } as Row & { at: number });
    }
  });
  const of = db.prepare<[string, number], Row>(
    `SELECT receipt, door, channel, person, what, first_at AS firstAt, last_at AS lastAt, times
     FROM quote WHERE receipt = ? ORDER BY first_at, what LIMIT ?`,
  );
  const count = db.prepare<[string], number>('SELECT count(*) FROM quote WHERE receipt = ?').pluck();
  return {
    add: (content, where, at) => void add(content, where, at),
    of: (receipt, most) => ({
      quotes: of
        .all(receipt, most)
        .map((row) => ({ ...row, channel: row.channel || null, person: (row.person || null) as Quote['person'] })),
      total: count.get(receipt)!,
    }),
  };
}
