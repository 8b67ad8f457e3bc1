import type { Connection } from '../../database.ts';

/** A table of words, by its name. */
type Words = 'product' | 'campaign' | 'customer' | 'sale_channel' | 'sale_place';

/** A column of word numbers, where it stands, and the column that says which import put them there. */
type Use = { readonly word: string; readonly from: string; readonly by?: string };

const orderUses = (word: string): Use => ({ word, from: 'sale_order' });
const traitUses = (subject: string): Use => ({ word: 'subject_id', from: `trait WHERE subject = '${subject}'` });

const uses: Readonly<Record<Words, readonly Use[]>> = {
  product: [
    { word: 'product_id', from: 'sale_order AS o JOIN sale_line ON order_id = o.id', by: 'o.import_id' },
    traitUses('product'),
    { word: 'product_id', from: 'review' },
  ],
  campaign: [
    orderUses('campaign_id'),
    traitUses('campaign'),
    { word: 'campaign_id', from: 'campaign_spend' },
    { word: 'campaign_id', from: 'contact' },
  ],
  customer: [
    orderUses('customer_id'),
    traitUses('customer'),
    { word: 'customer_id', from: 'contact' },
    { word: 'customer_id', from: 'referral' },
    { word: 'sponsor_id', from: 'referral' },
    { word: 'customer_id', from: 'review' },
  ],
  sale_channel: [orderUses('channel_id')],
  sale_place: [orderUses('place_id')],
};

const tables = Object.keys(uses) as Words[];

/** Every word of a table with every import that has it in some row. */
function usedBy(table: Words): string {
  return uses[table]
    .map(({ word, from, by = 'import_id' }) => `SELECT ${word} AS word, ${by} AS by FROM ${from}`)
    .join(' UNION ALL ');
}

/** Every word of a table with the first of some imports that has it in some row. */
export function claimedBy(table: Words, imports: string): string {
  return `SELECT word, MIN(by) AS by FROM (${usedBy(table)}) WHERE by IN (SELECT id FROM ${imports}) GROUP BY word`;
}

/** A word belongs to the import that named it first. When that one was undone, to the first that still uses it. */
export function claimWords(db: Connection): void {
  const undone = 'import_id IN (SELECT id FROM import WHERE undone_at IS NOT NULL)';
  // Looking at all words takes a tenth of a second in a large shop, and at all rows takes seconds: not for nothing.
  if (!db.prepare('SELECT 1 FROM import WHERE undone_at IS NOT NULL LIMIT 1').get()) return;
  for (const table of tables) {
    if (!db.prepare(`SELECT 1 FROM ${table} WHERE ${undone} LIMIT 1`).get()) continue;
    db.exec(
      `UPDATE ${table} SET import_id = used.by
       FROM (${claimedBy(table, 'stored_import')}) AS used
       WHERE id = used.word AND ${undone}`,
    );
  }
}

/** The highest number that a word of a table has or, taken out for good, had. */
export function lastWordId(db: Connection, table: Words): number {
  return db
    .prepare<[Words], number>(
      `SELECT MAX(IFNULL((SELECT MAX(id) FROM ${table}), 0),
         IFNULL((SELECT last_id FROM retired_word WHERE words = ?), 0))`,
    )
    .pluck()
    .get(table)!;
}

/**
 * Takes out the words that an import was the first to name and that no row has any more. Their numbers are not given out
 * again: lists of people hold them.
 */
export function dropUnusedWords(db: Connection, importId: number): void {
  for (const table of tables) {
    db.prepare('INSERT OR REPLACE INTO retired_word (words, last_id) VALUES (?, ?)').run(table, lastWordId(db, table));
    db.prepare(
      `DELETE FROM ${table} WHERE import_id = ? AND id NOT IN (SELECT word FROM (${usedBy(table)}) WHERE word IS NOT NULL)`,
    ).run(importId);
  }
}
