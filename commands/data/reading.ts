import { z } from 'zod';
import type { ImportRequest } from '../../data/types/imports.ts';
import { entryOf } from '../../words/entry.ts';
import { say, type Words } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import type { Ask } from '../call.ts';
import type { Context, HeldFile } from '../command.ts';
import { choice, text } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { shopAnswers, shopFor } from './first-shop.ts';
import { type Pairs, readPairs, writePairs } from './pairs.ts';

/** What can be asked for by name; the data room knows many more kinds by their columns. */
export const kinds = [
  'orders',
  'customers',
  'products',
  'campaigns',
  'spend',
  'contacts',
  'referrals',
  'reviews',
] as const;

/** What a person has said of how a file is to be read: it travels with every button about the file. */
export type Reading = {
  readonly kind?: (typeof kinds)[number] | undefined;
  /** Columns by field. */
  readonly columns: Pairs;
  /** Answers by column or question. */
  readonly answers: Pairs;
  /** The kind of file that `columns` are meant for, where they go by that and not by `kind`. */
  readonly layout?: string | undefined;
};

/** What a form asks columns for: its argument's name, and what the column holds. Lower case, as arguments are typed. */
export const mappable = {
  order: say`order number`,
  date: say`date of the order`,
  customer: say`customer`,
  product: say`product`,
  quantity: say`quantity`,
  price: say`price of one unit`,
  total: say`total of the row`,
} as const;
export type Mappable = keyof typeof mappable;

const hidden = (says: Words) => text(says).meta({ hidden: true }).optional();

/** The arguments of every command that reads a file. */
export const readingInput = {
  file: text(say`the file`).meta({ kind: 'file' }).optional(),
  file2: text(say`another file`).meta({ kind: 'file' }).optional(),
  file3: text(say`one more file`).meta({ kind: 'file' }).optional(),
  from: text(say`a file that came earlier, such as U-7`, { names: 'file' }).meta({ kind: 'held' }).optional(),
  kind: choice(kinds, say`what the file is, if its columns do not tell`).optional(),
  columns: text(say`which column holds what, where I cannot tell: "customer=Buyer, date=Order time"`).optional(),
  read: text(say`how to read a column that could be read two ways: "Order Date=day/month"`).optional(),
  layout: hidden(say`the kind of file that the columns are meant for`),
  shop: hidden(say`the money and the time zone of the shop, with its first file: IDR Asia/Jakarta`),
  ...(Object.fromEntries(Object.entries(mappable).map(([field, says]) => [field, hidden(says)])) as Record<
    Mappable,
    ReturnType<typeof hidden>
  >),
};

const ReadingInput = z.object(readingInput);
type ReadingInput = z.output<typeof ReadingInput>;

/** @throws {Refusal} when pairs cannot be understood */
export function readingOf(input: ReadingInput): Reading {
  const typed = input.columns ? readPairs(input.columns, 'columns:"customer=Buyer, date=Order time"') : {};
  const chosen = (Object.keys(mappable) as Mappable[]).flatMap((field) => {
    const column = input[field];
    return column === undefined ? [] : [[fieldOf(field), column]];
  });
  return {
    kind: input.kind,
    layout: input.layout,
    columns: { ...fieldsOf(typed), ...Object.fromEntries(chosen) },
    answers: {
      ...(input.read ? readPairs(input.read, 'read:"Order Date=day/month"') : {}),
      ...(input.shop ? shopAnswers(input.shop) : {}),
    },
  };
}

/** The same file asked of another command, or with more said about it. */
export function askAbout(name: string, from: string, { kind, layout, columns, answers }: Reading): Ask {
  return {
    name,
    input: {
      from,
      ...(kind !== undefined && { kind }),
      ...(layout !== undefined && { layout }),
      ...(Object.keys(columns).length > 0 && { columns: writePairs(columns) }),
      ...(Object.keys(answers).length > 0 && { read: writePairs(answers) }),
    },
  };
}

type File = { readonly path: string; readonly name: string };

/** What the data room is asked for: the file, what was said of it, and all that is remembered of files like it. */
export function requestFor(
  [file, ...beside]: readonly [File, ...File[]],
  reading: Reading,
  context: Context,
): ImportRequest {
  const { kind, layout, columns, answers } = reading;
  const { state, now, caller } = context;
  const { currency: _, zone: __, ...decisions } = answers;
  const told = state.aliases.list().map(({ layout, field, header }) => ({ layout, field, header }));
  const meant =
    layout === undefined ? [] : Object.entries(columns).map(([field, header]) => ({ layout, field, header }));
  return {
    path: file.path,
    name: file.name,
    learnedAt: now,
    shop: shopFor(answers, context),
    by: actorOf(caller).id,
    aliases: [...meant, ...told],
    decisions,
    ...(beside.length > 0 && { beside: beside.map(({ path, name }) => ({ path, name })) }),
    ...(kind !== undefined && { kind }),
    ...(layout === undefined && Object.keys(columns).length > 0 && { mapping: columns }),
  };
}

/** @throws {Refusal} when one of them is not there any more, or is not for this person */
export function heldFiles(from: string, { files, caller }: Context): readonly HeldFile[] {
  return from
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((typed) => {
      const held = files.find(typed.toUpperCase(), caller);
      if (held) return held;
      throw new Refusal(say`I have no file ${typed} for you`, say`Files are kept for a day. Send it again.`);
    });
}

/** What people call the fields of an order, beside their own names. */
const fieldNames: Readonly<Record<string, string>> = {
  date: 'time',
  buyer: 'customer',
  sku: 'product',
  productname: 'productName',
  price: 'unitPrice',
  unitprice: 'unitPrice',
  total: 'lineTotal',
  amount: 'lineTotal',
  linetotal: 'lineTotal',
};

/** "Unit price" and "unit_price" are unitPrice; what is not known is left for the importer to refuse by name. */
export function fieldsOf(pairs: Pairs): Pairs {
  return Object.fromEntries(Object.entries(pairs).map(([typed, column]) => [fieldOf(typed), column]));
}

export function fieldOf(typed: string): string {
  const plain = typed.toLowerCase().replace(/[^a-z]/g, '');
  return entryOf(fieldNames, plain) ?? plain;
}

/** The files in bundles: those that make sense together only as one, all others each for itself. */
export async function bundlesOf<Each extends File>(
  files: readonly Each[],
  { facts }: Context,
): Promise<readonly (readonly [Each, ...Each[]])[]> {
  const [first, ...beside] = files;
  if (first === undefined) return [];
  const isOne = await facts.imports.belongTogether(files.map(({ path, name }) => ({ path, name }))).catch((error) => {
    // One of them cannot be opened: looking at each tells which.
    if (isRefusal(error)) return false;
    throw error;
  });
  return isOne ? [[first, ...beside]] : files.map((file) => [file] as const);
}

/** Whether an error is one that a person can act on. */
export function isRefusal(error: unknown): error is Error & { readonly says: Words; readonly remedy: Words } {
  return error instanceof Error && 'says' in error && 'remedy' in error;
}
