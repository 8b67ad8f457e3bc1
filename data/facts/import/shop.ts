import { entryOf } from '../../../words/entry.ts';
import type { Connection } from '../../database.ts';
import type { Shop } from '../../types/shop.ts';
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
  const first = firstShop(db);
  if (given && first && given.currency !== first.currency) {
    throw new OtherCurrency({ file: given.currency, shop: first.currency });
  }
  const shop = given ?? first;
  if (!shop) {
    const told = (name: string) => {
      const at = columns[name]?.index ?? -1;
      return head.map(({ cells }) => cells[at]?.trim() ?? '').find((text) => text !== '') ?? '';
    };
    const country = entryOf(countries, told('country').toLowerCase());
    if (country) return { name: layout.name.split(' ')[0]!, demo: false, ...country };
    const named = told('currency').toUpperCase();
    if (/^[A-Z]{3}$/.test(named)) return { ...(layout.shop ?? anyShop), currency: named };
    const byHeader = Object.values(columns).map((column) => /\(([A-Z]{3})\)\s*$/.exec(column?.header ?? '')?.[1]);
    const known = Object.values(countries).find(({ currency }) => byHeader.includes(currency));
    if (known) return { name: layout.name.split(' ')[0]!, demo: false, ...known };
    if (!layout.shop || (!layout.fixed.currency && columns.currency)) throw new ShopUnknown();
    return layout.shop;
  }
  const { currency } = layout.fixed;
  if (currency && currency !== shop.currency) throw new OtherCurrency({ file: currency, shop: shop.currency });
  return shop;
}

/** What a shop is called until somebody says. */
const anyShop: Shop = { name: 'Shop', currency: 'USD', zone: 'UTC', locale: 'en-US', demo: false };

/** Where marketplaces write the country on every order, it settles money and clock. The locale is English, as the answers are. */
const countries: Readonly<Record<string, Pick<Shop, 'currency' | 'zone' | 'locale'>>> = {
  indonesia: { currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG' },
  id: { currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG' },
  malaysia: { currency: 'MYR', zone: 'Asia/Kuala_Lumpur', locale: 'en-MY' },
  my: { currency: 'MYR', zone: 'Asia/Kuala_Lumpur', locale: 'en-MY' },
  philippines: { currency: 'PHP', zone: 'Asia/Manila', locale: 'en-PH' },
  ph: { currency: 'PHP', zone: 'Asia/Manila', locale: 'en-PH' },
  singapore: { currency: 'SGD', zone: 'Asia/Singapore', locale: 'en-SG' },
  sg: { currency: 'SGD', zone: 'Asia/Singapore', locale: 'en-SG' },
  thailand: { currency: 'THB', zone: 'Asia/Bangkok', locale: 'en-SG' },
  vietnam: { currency: 'VND', zone: 'Asia/Ho_Chi_Minh', locale: 'en-SG' },
  'united kingdom': { currency: 'GBP', zone: 'Europe/London', locale: 'en-GB' },
};
