import type { Connection } from '../database.ts';
import type { CustomerTraits, TraitName } from '../types/customers.ts';
import type { Facts } from '../types/facts.ts';
import { LISTED } from './grains/traits.ts';

type Row = {
  readonly customer: number;
  readonly name: string;
  readonly number: number | null;
  readonly text: string | null;
};

/** What files told of customers beside their orders, the newest word of each. */
export function customerTraits(db: Connection): Pick<Facts['customers'], 'traits' | 'traitNames'> {
  const list = db.prepare<[string], TraitName>(
    `SELECT name, MAX(unit) AS unit, COUNT(*) AS customers FROM current_trait
     WHERE subject = 'customer' AND name <> ? GROUP BY name ORDER BY name`,
  );
  const select = db.prepare<[string], Row>(
    `SELECT subject_id AS customer, name, number, text FROM current_trait
     WHERE subject = 'customer' AND name IN (SELECT value FROM json_each(?)) ORDER BY subject_id`,
  );
  return {
    async traitNames() {
      return list.all(LISTED);
    },
    async traits(names) {
      return columnsOf(select.all(JSON.stringify(names)), names);
    },
  };
}

function columnsOf(rows: readonly Row[], names: readonly string[]): CustomerTraits {
  const places = new Map<number, number>();
  for (const { customer } of rows) if (!places.has(customer)) places.set(customer, places.size);
  const numbers = Object.fromEntries(names.map((name) => [name, new Float64Array(places.size).fill(Number.NaN)]));
  const words = Object.fromEntries(names.map((name) => [name, Array<string | null>(places.size).fill(null)]));
  for (const { customer, name, number, text } of rows) {
    const at = places.get(customer)!;
    if (number !== null) numbers[name]![at] = number;
    if (text !== null) words[name]![at] = text;
  }
  return { id: Int32Array.from(places.keys()), numbers, words };
}
