import type { Connection } from '../../database.ts';
import type { Shop } from '../../types.ts';
import { OtherCurrency, ShopUnknown } from '../errors.ts';
import type { Recognised } from '../layouts/index.ts';
import type { Located } from './locate.ts';

/** A shop that was never set up is what its first file took it for: two files must not count in two currencies. */
function firstShop(db: Connection): Shop | null {
  const stored = db.prepare<[], string>('SELECT shop FROM stored_import ORDER BY id LIMIT 1').pluck().get();
  return stored === undefined ? null : (JSON.parse(stored) as Shop);
}

/**
 * The shop as set up; until then as the first file has it; until then as the layout has it, in the currency that the
 * file names.
 *
 * @throws {ShopUnknown} {@link OtherCurrency}
 */
export function shopOf(
  db: Connection,
  { layout, columns, head }: Recognised & Pick<Located, 'head'>,
  given: Shop | null,
): Shop {
  const shop = given ?? firstShop(db);
  if (!shop) {
    const at = columns.currency?.index ?? -1;
    const named = head.map(({ cells }) => cells[at]?.trim().toUpperCase() ?? '').find((text) => text !== '') ?? '';
    if (/^[A-Z]{3}$/.test(named)) return { ...layout.shop, currency: named };
    if (!layout.fixed.currency) throw new ShopUnknown(layout.name);
    return layout.shop;
  }
  const { currency } = layout.fixed;
  if (currency && currency !== shop.currency) throw new OtherCurrency({ file: currency, shop: shop.currency });
  return shop;
}
