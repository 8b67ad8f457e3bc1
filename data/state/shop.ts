import type { Connection } from '../database.ts';
import type { Shop } from '../types/shop.ts';
import type { State } from './types/state.ts';

type Row = Omit<Shop, 'demo'> & { readonly demo: number };

export function openShop(db: Connection): State['shop'] {
  const read = db.prepare<[], Row>('SELECT name, currency, zone, locale, demo FROM shop');
  const set = db.prepare<[Row]>(
    `INSERT INTO shop (one, name, currency, zone, locale, demo) VALUES (1, @name, @currency, @zone, @locale, @demo)
     ON CONFLICT DO UPDATE SET name = @name, currency = @currency, zone = @zone, locale = @locale, demo = @demo`,
  );
  return {
    read() {
      const row = read.get();
      return row ? { ...row, demo: row.demo === 1 } : null;
    },
    set(shop) {
      set.run({ ...shop, demo: shop.demo ? 1 : 0 });
    },
  };
}
