import { count, named, say, type Words } from '../../../words/say.ts';
import type { ImportRequest } from '../../types/imports.ts';
import { UnknownColumns, UnreadableFile } from '../errors.ts';
import { amazonOrders } from './amazon-orders.ts';
import { campaigns } from './campaigns.ts';
import { contacts, hillstrom } from './contacts.ts';
import { customerPersonality, customerPersonalityIndonesian } from './customer-personality.ts';
import { customers } from './customers.ts';
import { distributorTransactions } from './distributor-transactions.ts';
import { genericOrders } from './generic-orders.ts';
import { genericSpend } from './generic-spend.ts';
import { type Column, type Columns, type Field, type Layout, plainName } from './layout.ts';
import { olistTables } from './olist.ts';
import { products } from './products.ts';
import { referrals } from './referrals.ts';
import { reviews } from './reviews.ts';
import { shopeeOrdersEnglish, shopeeOrdersIndonesian } from './shopee-orders.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { tiktokOrders } from './tiktok-orders.ts';
import { tokopediaOrders } from './tokopedia-orders.ts';
import { uciOnlineRetail } from './uci-online-retail.ts';
import { woocommerceOrders } from './woocommerce-orders.ts';

/** Every kind of file that can be read; one not listed does not exist. The first whose columns are all there is taken. */
const layouts: readonly Layout[] = [
  olistTables,
  uciOnlineRetail,
  shopeeOrdersIndonesian,
  shopeeOrdersEnglish,
  tiktokOrders,
  tokopediaOrders,
  shopifyOrders,
  woocommerceOrders,
  amazonOrders,
  distributorTransactions,
  genericOrders,
  genericSpend,
  customerPersonality,
  customerPersonalityIndonesian,
  hillstrom,
  reviews,
  referrals,
  contacts,
  campaigns,
  products,
  customers,
];

const SHOWN_COLUMNS = 20;
const moneyWord = /\s*\((?:[A-Z]{3}|Rp|incl\.? GST)\)\s*$/i;

/** Every kind of file with what its columns may hold: for naming them by hand. */
export const layoutFields: readonly { readonly layout: string; readonly fields: readonly string[] }[] = layouts.map(
  ({ name, fields }) => ({ layout: name, fields: fields.map((field) => field.name) }),
);

/** A layout and where its columns are in one file. */
export type Recognised = { readonly layout: Layout; readonly columns: Columns };

/** What a person has said of a file, or of all files like it. */
export type Said = Pick<ImportRequest, 'kind' | 'mapping' | 'aliases'>;

/** Kinds that can be asked for by name: their columns may be named by hand. */
export const kindsOfFile: readonly string[] = layouts.flatMap(({ kind }) => (kind === undefined ? [] : [kind]));

/**
 * Finds out what kind of file a header belongs to.
 *
 * @throws {UnreadableFile} naming the columns seen and those missing
 */
export function recognise(header: readonly string[], said: Said = {}): Recognised {
  const { mapping = {} } = said;
  const isMapped = Object.keys(mapping).length > 0;
  const asked = layoutOf(said.kind ?? 'orders');
  if (isMapped) refuseUnknownMapping(asked, header, mapping);
  for (const layout of isMapped || said.kind !== undefined ? [asked] : layouts) {
    if (said.kind === undefined && !isMapped && isForeign(layout, header)) continue;
    const columns = locate(layout, header, said);
    if (missingFrom(layout, columns).length > 0) continue;
    return { layout, columns: { ...columns, ...layout.columnsBeside?.(columns, header) } };
  }
  const missing = missingFrom(asked, locate(asked, header, said));
  throw new UnknownColumns(
    { header: header.map((text) => text.trim()), missing },
    say`No kind of file fits these columns: ${columnsOf(header)}. For ${asked.kind ?? 'orders'}, missing: ${missing.join(', ')}.`,
    say`Say which column is which, for example ${firstWord(missing)}="${header[0] ?? ''}", or what the file is: ${kindsOfFile.join(', ')}.`,
  );
}

function firstWord(of: readonly string[]): string {
  return of[0]?.split(' ')[0] ?? '';
}

function layoutOf(kind: string): Layout {
  const layout = layouts.find((each) => each.kind === kind);
  if (!layout) throw new UnreadableFile(say`I know no files of ${kind}.`, say`Kinds are: ${kindsOfFile.join(', ')}.`);
  return layout;
}

/** Whether a row can be the header of a kind of file. */
export function isHeader(cells: readonly string[], said: Said = {}): boolean {
  try {
    recognise(cells, said);
    return true;
  } catch (error) {
    if (error instanceof UnreadableFile) return false;
    throw error;
  }
}

function locate(layout: Layout, header: readonly string[], { mapping = {}, aliases: given = [] }: Said): Columns {
  const byName = new Map<string, Column>();
  header.forEach((text, index) => {
    // "Deal Price (PHP)" and "Service Fee (incl. GST)" are "Deal Price" and "Service Fee" with a word on money.
    for (const name of [plainName(text), plainName(text.replace(moneyWord, ''))]) {
      if (name !== '' && !byName.has(name)) byName.set(name, { index, header: text.trim() });
    }
  });
  const find = ({ name, aliases }: Field) => {
    const own = given.filter(({ layout: of, field }) => of === layout.name && isField(field, name));
    const mapped = Object.entries(mapping).find(([field]) => isField(field, name))?.[1];
    const names = mapped === undefined ? [...own.map((alias) => alias.header), ...aliases] : [mapped];
    return names.map((alias) => byName.get(plainName(alias))).find((column) => column !== undefined);
  };
  return Object.fromEntries(layout.fields.map((field) => [field.name, find(field)]));
}

/** People type birthyear where a layout writes birthYear. */
function isField(typed: string, name: string): boolean {
  return typed.toLowerCase() === name.toLowerCase();
}

function isForeign({ foreign = [] }: Layout, header: readonly string[]): boolean {
  const names = new Set(header.map(plainName));
  return foreign.some((alias) => names.has(plainName(alias)));
}

function missingFrom({ fields, oneOf }: Layout, columns: Columns): readonly string[] {
  const alone = fields.filter(({ name, required }) => required && !columns[name]).map(({ name }) => name);
  const groups = oneOf.filter((names) => names.every((name) => !columns[name])).map((names) => names.join(' or '));
  return [...alone, ...groups];
}

function refuseUnknownMapping(
  layout: Layout,
  header: readonly string[],
  mapping: Readonly<Record<string, string>>,
): void {
  const fields = layout.fields.map(({ name }) => name);
  for (const [field, column] of Object.entries(mapping)) {
    if (!fields.some((name) => isField(field, name))) {
      throw new UnreadableFile(say`There is no field "${field}" to map.`, say`Fields are: ${fields.join(', ')}.`);
    }
    if (!header.some((text) => plainName(text) === plainName(column))) {
      throw new UnreadableFile(say`The file has no column "${column}".`, say`Its columns are: ${columnsOf(header)}.`);
    }
  }
}

function columnsOf(header: readonly string[]): Words {
  const shown = header.slice(0, SHOWN_COLUMNS).map((text) => `"${text.trim().slice(0, 40)}"`);
  const more = header.length - shown.length;
  return more > 0 ? say`${shown.join(', ')} and ${count(more)} more` : named(shown.join(', '));
}
