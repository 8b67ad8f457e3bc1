import type { Connection } from '../database.ts';
import { toEpochDay } from '../days.ts';
import type { CustomerPlaces } from '../types/customers.ts';
import type { Day } from '../types/shop.ts';
import { readColumns } from './columns.ts';

/** Where each customer buys most often; of places equally often, the one met first in the files. */
export function customerPlaces(db: Connection): (range: { readonly before: Day }) => Promise<CustomerPlaces> {
  const places = db.prepare<[], [number, string]>('SELECT id, ref FROM sale_place ORDER BY id').raw();
  return async ({ before }) => {
    const [customers, at] = readColumns(
      db,
      ['customer_id', 'place_id'],
      'stored_order WHERE day < :before AND customer_id IS NOT NULL AND place_id IS NOT NULL AND sale_lines > 0',
      { before: toEpochDay(before) },
    ) as [Float64Array, Float64Array];
    const used = new Set(at);
    const names = places.all().filter(([id]) => used.has(id));
    const position = new Map(names.map(([id], place) => [id, place]));
    const visits = new Map<number, Map<number, number>>();
    customers.forEach((customer, row) => {
      const own = visits.get(customer) ?? new Map<number, number>();
      const place = position.get(at[row]!)!;
      visits.set(customer, own.set(place, (own.get(place) ?? 0) + 1));
    });
    const id = Int32Array.from(visits.keys()).sort();
    return { names: names.map(([, name]) => name), id, place: id.map((customer) => most(visits.get(customer)!)) };
  };
}

function most(visits: ReadonlyMap<number, number>): number {
  return [...visits].reduce((best, each) =>
    each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best,
  )[0];
}
