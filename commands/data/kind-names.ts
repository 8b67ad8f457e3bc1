import { entryOf } from '../../words/entry.ts';
import { named, type Said, say, type Words } from '../../words/say.ts';

/** Every kind of file, by the name that imports keep and arguments take. */
const names: Readonly<Record<string, Said>> = {
  Olist: say`Olist`,
  'UCI Online Retail': say`UCI Online Retail`,
  'Shopee orders': say`Shopee orders`,
  'TikTok Shop orders': say`TikTok Shop orders`,
  'Tokopedia orders': say`Tokopedia orders`,
  'Shopify orders': say`Shopify orders`,
  'WooCommerce orders': say`WooCommerce orders`,
  'Amazon orders': say`Amazon orders`,
  'distributor transactions': say`distributor transactions`,
  'generic orders': say`generic orders`,
  'daily spend': say`daily spend`,
  'customer personality': say`customer personality`,
  'customer personality (Indonesia)': say`customer personality (Indonesia)`,
  'e-mail test': say`e-mail test`,
  reviews: say`reviews`,
  referrals: say`referrals`,
  contacts: say`contacts`,
  campaigns: say`campaigns`,
  products: say`products`,
  customers: say`customers`,
  'shopee shop stats': say`shopee shop stats`,
  'shopee traffic': say`shopee traffic`,
  'shopee product overview': say`shopee product overview`,
  'shopee products': say`shopee products`,
  'shopee voucher': say`shopee voucher`,
  'shopee vouchers by code': say`shopee vouchers by code`,
  'shopee flash sale': say`shopee flash sale`,
  'shopee discount': say`shopee discount`,
  'shopee spaylater': say`shopee spaylater`,
  'shopee chat': say`shopee chat`,
  'shopee chat broadcast': say`shopee chat broadcast`,
  'shopee live': say`shopee live`,
  'shopee off-platform': say`shopee off-platform`,
  'shopee affiliates': say`shopee affiliates`,
  'shopee affiliate products': say`shopee affiliate products`,
  'shopee income': say`shopee income`,
  'shopee ads': say`shopee ads`,
  'shopee search ads': say`shopee search ads`,
  'shopee live ads': say`shopee live ads`,
  'meta ads': say`meta ads`,
  'tiktok shop stats': say`tiktok shop stats`,
  'tiktok live ads': say`tiktok live ads`,
  'tiktok product ads': say`tiktok product ads`,
};

/** What stands in the rows of a kind of file, where that is not its name. */
const grains: Readonly<Record<string, Said>> = {
  'order lines': say`order lines`,
  statistics: say`statistics`,
  'orders, products, customers and reviews': say`orders, products, customers and reviews`,
};

/** A kind of file, or what its rows are, as it is shown. */
export function kindName(layout: string): Words {
  return entryOf(names, layout) ?? entryOf(grains, layout) ?? named(layout);
}
