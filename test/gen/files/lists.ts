import type { Connection } from '../../../data/database.ts';
import type { Cell, Draft } from '../file.ts';
import { all, DAY_MS, type Ledger, type Window } from '../ledger.ts';
import { columnsOf, count, draftOf, money, tableOf } from './order-file.ts';

/** One type of file that tells of something beside orders, and what must come of it. */
export type ListFile = {
  readonly name: string;
  /** What the importer calls it. */
  readonly layout: string;
  readonly currency: 'IDR';
  write(ledger: Ledger, window?: Window): Draft;
  /** What the tables must hold, each entry as a row of text. */
  truth(ledger: Ledger): readonly string[];
  found(db: Connection): readonly string[];
};

/** The rows of a question as text, in their order. */
export function ask(db: Connection, sql: string): readonly string[] {
  return db
    .prepare<[], unknown[]>(sql)
    .raw()
    .all()
    .map((row) => row.join(' | '))
    .toSorted();
}

export const rowsOf = (rows: readonly (readonly (string | number | null)[])[]) =>
  rows.map((row) => row.join(' | ')).toSorted();

/** Columns that no layout names are kept beside these. */
function traitsIn(db: Connection, subject: 'customer' | 'product', names: readonly string[]): readonly string[] {
  return ask(
    db,
    `SELECT ref, t.name, IFNULL(number, text) FROM current_trait AS t JOIN ${subject} AS s ON s.id = subject_id
     WHERE subject = '${subject}' AND t.name IN (${names.map((name) => `'${name}'`)})`,
  );
}

function list<Entry>(
  of: Omit<ListFile, 'currency' | 'write'> & {
    readonly columns: string;
    entries(ledger: Ledger, window: Window): readonly Entry[];
    record(entry: Entry): Readonly<Record<string, Cell>>;
  },
): ListFile {
  const header = columnsOf(of.columns);
  return {
    name: of.name,
    layout: of.layout,
    currency: 'IDR',
    truth: of.truth,
    found: of.found,
    write(ledger, window = all(ledger)) {
      const records = of.entries(ledger, window).map(of.record);
      return draftOf(ledger, { name: `${of.layout}.csv`, rows: tableOf(header, records) });
    },
  };
}

const spendTruth = ({ spend }: Ledger) =>
  rowsOf(spend.map(({ campaign, day, spendMinor }) => [campaign, day, spendMinor]));
const spendFound = (db: Connection) =>
  ask(db, 'SELECT ref, day, spend_minor FROM current_spend JOIN campaign ON campaign.id = campaign_id');
/** Of days that are over. */
const spendShown = ({ spend }: Ledger, { from, to, on }: Window) =>
  spend.filter(({ day }) => day >= from && day <= to && (day + 1) * DAY_MS <= on);

export const spendFiles: readonly ListFile[] = [
  list({
    name: 'daily spend, by hand',
    layout: 'daily spend',
    columns: 'Date · Campaign · Spend',
    entries: spendShown,
    record: ({ campaign, day, spendMinor }) => ({ Date: { day }, Campaign: campaign, Spend: money(spendMinor) }),
    truth: spendTruth,
    found: spendFound,
  }),
  // Meta in Indonesian, connectors.md 4.2, by the day; each campaign has two ads here.
  list({
    name: 'Meta ads, Indonesian',
    layout: 'meta ads',
    columns:
      'Hari · Nama kampanye · Nama iklan · Jumlah yang dibelanjakan (IDR) · Nilai Konversi Pembelian Khusus untuk Item Bersama · ROAS pembelian khusus untuk item bersama · Pembelian dengan item bersama · Frekuensi · Impresi · Klik tautan · CTR (rasio klik tayang tautan) · Tampilan konten dengan item bersama · CPM (Biaya Per 1.000 Tayangan) · CPC (biaya per klik tautan) · Penambahan ke Keranjang Belanja dengan Item Bersama · Awal pelaporan · Akhir pelaporan',
    entries: (ledger, window) =>
      spendShown(ledger, window).flatMap((whole) => {
        const part = Math.floor(whole.spendMinor / 3);
        return [part, whole.spendMinor - part].map((spendMinor, ad) => ({ ...whole, spendMinor, ad }));
      }),
    record: ({ campaign, day, spendMinor, ad }) => ({
      Hari: { day },
      'Nama kampanye': campaign,
      'Nama iklan': `Iklan ${ad}`,
      'Jumlah yang dibelanjakan (IDR)': money(spendMinor),
      Impresi: count(1000 + ad),
      'Awal pelaporan': { day },
      'Akhir pelaporan': { day },
    }),
    truth: spendTruth,
    found: spendFound,
  }),
];

export const listFiles: readonly ListFile[] = [
  list({
    name: 'customers, English',
    layout: 'customers',
    columns: 'Customer ID · Name · Phone · City · Year of Birth · Income',
    entries: ({ people }) => people,
    record: ({ ref, name, city, born, income }) => ({
      'Customer ID': ref,
      Name: name,
      Phone: '0812-3456-7890',
      City: city,
      'Year of Birth': String(born),
      Income: money(income),
    }),
    truth: ({ people }) =>
      rowsOf(
        people.flatMap(({ ref, city, born, income }) => [
          [ref, 'city', city],
          [ref, 'birth year', born],
          [ref, 'income', income],
        ]),
      ),
    found: (db) => traitsIn(db, 'customer', ['city', 'birth year', 'income']),
  }),
  list({
    name: 'products, Indonesian',
    layout: 'products',
    columns: 'Kode Produk · Nama Produk · Kategori · HPP · Harga Jual',
    entries: ({ products }) => products,
    record: ({ sku, name, category, costMinor, priceMinor }) => ({
      'Kode Produk': sku,
      'Nama Produk': name,
      Kategori: category,
      HPP: money(costMinor),
      'Harga Jual': money(priceMinor),
    }),
    truth: ({ products }) =>
      rowsOf(
        products.flatMap(({ sku, name, category, costMinor, priceMinor }) => [
          [sku, 'name', name],
          [sku, 'category', category],
          [sku, 'unit cost', costMinor],
          [sku, 'price', priceMinor],
        ]),
      ),
    found: (db) => traitsIn(db, 'product', ['name', 'category', 'unit cost', 'price']),
  }),
  list({
    name: 'referrals',
    layout: 'referrals',
    columns: 'Member ID · Sponsor',
    entries: ({ people }) => people.filter(({ sponsor }) => sponsor !== null),
    record: ({ ref, sponsor }) => ({ 'Member ID': ref, Sponsor: sponsor! }),
    truth: ({ people }) => rowsOf(people.flatMap(({ ref, sponsor }) => (sponsor === null ? [] : [[ref, sponsor]]))),
    found: (db) =>
      ask(
        db,
        `SELECT c.ref, s.ref FROM current_referral JOIN customer AS c ON c.id = customer_id
           JOIN customer AS s ON s.id = current_referral.sponsor_id`,
      ),
  }),
  list({
    name: 'contacts',
    layout: 'contacts',
    columns: 'Customer ID · Campaign · Group',
    entries: ({ contacts }) => contacts,
    record: ({ campaign, person, isTreated }) => ({
      'Customer ID': person.ref,
      Campaign: campaign,
      Group: isTreated ? 'treatment' : 'control',
    }),
    truth: ({ contacts }) =>
      rowsOf(contacts.map(({ campaign, person, isTreated }) => [person.ref, campaign, Number(isTreated)])),
    found: (db) =>
      ask(
        db,
        `SELECT c.ref, g.ref, is_treated FROM current_contact JOIN customer AS c ON c.id = customer_id
           JOIN campaign AS g ON g.id = campaign_id`,
      ),
  }),
  list({
    name: 'reviews, Indonesian',
    layout: 'reviews',
    columns: 'No. Pesanan · Nama Produk · Penilaian · Tanggal Penilaian',
    entries: ({ reviews }) => reviews,
    record: ({ order, product, score, day }) => ({
      'No. Pesanan': `ORD-${order}`,
      'Nama Produk': product.sku,
      Penilaian: count(score),
      'Tanggal Penilaian': { day },
    }),
    truth: ({ reviews }) =>
      rowsOf(reviews.map(({ order, product, score, day }) => [`ORD-${order}`, product.sku, score, day])),
    found: (db) =>
      ask(db, 'SELECT order_ref, p.ref, score, day FROM current_review JOIN product AS p ON p.id = product_id'),
  }),
];
