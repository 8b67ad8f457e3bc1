import { entryOf } from '../../words/entry.ts';
import { metricName } from '../../words/metric-names.ts';
import { type Said, say, type Words } from '../../words/say.ts';
import { calledTrait } from '../segments/trait-titles.ts';
import { fieldOf, type Mappable, mappable } from './reading.ts';

/** What the columns of files hold, beside what forms ask for, figures and what is known of customers. */
const fields: Readonly<Record<string, Said>> = {
  productName: say`product name`,
  paid: say`amount paid`,
  channel: say`channel`,
  status: say`status`,
  campaign: say`campaign`,
  place: say`place`,
  discount: say`discount`,
  currency: say`currency`,
  table: say`table`,
  price: say`price`,
  category: say`category`,
  state: say`state`,
  returnStatus: say`return status`,
  paidAt: say`time of payment`,
  sentAt: say`time of dispatch`,
  completedAt: say`time of completion`,
  deliveredAt: say`time of delivery`,
  updatedAt: say`time of the last change`,
  sku: say`SKU`,
  parentSku: say`parent SKU`,
  variant: say`variant`,
  listPrice: say`list price`,
  subtotal: say`subtotal`,
  orderVoucher: say`voucher of the order`,
  returned: say`returned quantity`,
  lineDiscount: say`discount of the row`,
  orderSubtotal: say`subtotal of the order`,
  orderDiscount: say`discount of the order`,
  orderRefund: say`refund of the order`,
  segment: say`segment`,
  'history segment': say`past spend by steps`,
  mens: say`bought for men`,
  womens: say`bought for women`,
  'bought by': say`bought by`,
  review: say`review`,
  score: say`score`,
  sponsor: say`sponsor`,
  treated: say`written to`,
  arm: say`arm of the test`,
  kind: say`kind`,
  from: say`first day`,
  to: say`last day`,
  cost: say`cost`,
  unitCost: say`cost of one unit`,
  name: say`name`,
};

/** Before the name of a column that the file alone knows. */
const OWN = /^\+ /;

/** "unitPrice" as people call it: "price of one unit"; "purchasesWithADiscount": "purchases with a discount". */
export function nameOf(field: string): Words {
  const short = (Object.keys(mappable) as Mappable[]).find((name) => fieldOf(name) === field);
  if (short !== undefined) return mappable[short];
  const known = entryOf(fields, field) ?? metricName(field);
  return typeof known === 'string' ? calledTrait(traitOf(field)) : known;
}

/** A file's own headers and names with spaces are words already. */
function traitOf(field: string): string {
  if (field.includes(' ')) return field.replace(OWN, '');
  return field.replace(/[A-Z]|(?<=[a-z])\d+/g, (letter) => ` ${letter.toLowerCase()}`);
}
