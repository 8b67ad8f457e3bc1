import { UnreadableFile } from '../errors.ts';
import { amazonOrders } from './amazon-orders.ts';
import { distributorTransactions } from './distributor-transactions.ts';
import { genericOrders } from './generic-orders.ts';
import { type Column, type Columns, type Field, type Layout, plainName } from './layout.ts';
import { shopeeOrdersEnglish, shopeeOrdersIndonesian } from './shopee-orders.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { tiktokOrders } from './tiktok-orders.ts';
import { uciOnlineRetail } from './uci-online-retail.ts';
import { woocommerceOrders } from './woocommerce-orders.ts';

/** Every kind of file that can be read; one not listed does not exist. The first whose columns are all there is taken. */
const layouts: readonly Layout[] = [
  uciOnlineRetail,
  shopeeOrdersIndonesian,
  shopeeOrdersEnglish,
  tiktokOrders,
  shopifyOrders,
  woocommerceOrders,
  amazonOrders,
  distributorTransactions,
  genericOrders,
];

/** What a mapping is about: it names the columns of this layout, whatever the file would be recognised as. */
const mappable = genericOrders;

const SHOWN_COLUMNS = 20;
const moneyWord = /\s*\((?:[A-Z]{3}|Rp|incl\.? GST)\)\s*$/i;

/** A layout and where its columns are in one file. */
export type Recognised = { readonly layout: Layout; readonly columns: Columns };

/**
 * Finds out what kind of file a header belongs to.
 *
 * @param mapping field to column header, as a person gave it: overrides the usual names
 * @throws {UnreadableFile} naming the columns seen and those missing
 */
export function recognise(header: readonly string[], mapping: Readonly<Record<string, string>> = {}): Recognised {
  const given = Object.keys(mapping).length > 0;
  if (given) refuseUnknownMapping(header, mapping);
  for (const layout of given ? [mappable] : layouts) {
    const columns = locate(layout, header, mapping);
    if (missingFrom(layout, columns).length === 0) return { layout, columns };
  }
  const missing = missingFrom(mappable, locate(mappable, header, mapping));
  throw new UnreadableFile(
    `No kind of file fits these columns: ${listed(header)}. For orders, missing: ${missing.join(', ')}.`,
    `Say which column is which, for example ${missing[0]!.split(' ')[0]}="${header[0] ?? ''}".`,
  );
}

/** Whether a row can be the header of a kind of file. */
export function isHeader(cells: readonly string[], mapping: Readonly<Record<string, string>> = {}): boolean {
  try {
    recognise(cells, mapping);
    return true;
  } catch (error) {
    if (error instanceof UnreadableFile) return false;
    throw error;
  }
}

function locate(layout: Layout, header: readonly string[], mapping: Readonly<Record<string, string>>): Columns {
  const byName = new Map<string, Column>();
  header.forEach((text, index) => {
    // "Deal Price (PHP)" and "Service Fee (incl. GST)" are "Deal Price" and "Service Fee" with a word on money.
    for (const name of [plainName(text), plainName(text.replace(moneyWord, ''))]) {
      if (name !== '' && !byName.has(name)) byName.set(name, { index, header: text.trim() });
    }
  });
  const find = ({ name, aliases }: Field) => {
    const names = mapping[name] === undefined ? aliases : [mapping[name]];
    return names.map((alias) => byName.get(plainName(alias))).find((column) => column !== undefined);
  };
  return Object.fromEntries(layout.fields.map((field) => [field.name, find(field)]));
}

function missingFrom({ fields, oneOf }: Layout, columns: Columns): readonly string[] {
  const alone = fields.filter(({ name, required }) => required && !columns[name]).map(({ name }) => name);
  const groups = oneOf.filter((names) => names.every((name) => !columns[name])).map((names) => names.join(' or '));
  return [...alone, ...groups];
}

function refuseUnknownMapping(header: readonly string[], mapping: Readonly<Record<string, string>>): void {
  const fields = mappable.fields.map(({ name }) => name);
  for (const [field, column] of Object.entries(mapping)) {
    if (!fields.includes(field)) {
      throw new UnreadableFile(`There is no field "${field}" to map.`, `Fields are: ${fields.join(', ')}.`);
    }
    if (!header.some((text) => plainName(text) === plainName(column))) {
      throw new UnreadableFile(`The file has no column "${column}".`, `Its columns are: ${listed(header)}.`);
    }
  }
}

function listed(header: readonly string[]): string {
  const shown = header.slice(0, SHOWN_COLUMNS).map((text) => `"${text.trim().slice(0, 40)}"`);
  const more = header.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
