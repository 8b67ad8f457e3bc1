import type { Cell, Draft, Sheet } from '../file.ts';
import { numberText } from '../file.ts';
import type { Ledger, TrafficDay } from '../ledger.ts';
import { ask, type ListFile, rowsOf } from './lists.ts';
import { columnsOf, count, draftOf, money, plainWriting } from './order-file.ts';

/** Seller Centre writes 5,56% and 12,34 whatever the rest of the file does. */
const shareText = (share: number) => `${numberText(100 * share, 2, '1.234,56')}%`;
const meanText = (mean: number) => numberText(mean, 2, '1.234,56');

/** One number that a report must leave in the tables, for one day. */
const figuresIn =
  (source: string): ListFile['found'] =>
  (db) =>
    ask(
      db,
      `SELECT about, from_day, metric, basis, value FROM current_figure
     WHERE source = '${source}' AND from_day = to_day AND metric NOT LIKE '%rate%' AND metric NOT LIKE 'Average%'`,
    );

/**
 * A workbook of Seller Centre: on each sheet the header and one row for the whole period, a blank row, the header again
 * and a row for each day.
 */
function workbook(
  ledger: Ledger,
  of: {
    readonly name: string;
    readonly header: readonly string[];
    readonly sheets: readonly { readonly name: string; readonly days: readonly TrafficDay[] }[];
    row(period: Cell, day: TrafficDay): readonly Cell[];
  },
): Draft {
  const dayName = (day: number) => {
    const [year, month, date] = new Date(day * 86_400_000).toISOString().slice(0, 10).split('-');
    return `${date}-${month}-${year}`;
  };
  const sheets = of.sheets.map(({ name, days }): Sheet => {
    const period = `${dayName(days[0]!.day)}-${dayName(days.at(-1)!.day)}`;
    const rows = days.map((day) => of.row({ day: day.day }, day));
    return { name, rows: [of.header, of.row(period, sumOf(days)), [], of.header, ...rows] };
  });
  const draft = draftOf(ledger, {
    name: of.name,
    rows: sheets[0]!.rows,
    writing: { ...plainWriting, numbers: '1.234,56', dates: 'day-month' },
    form: { container: 'workbook of text' },
  });
  return { ...draft, sheets, header: 3 };
}

/** Seller Centre counts a visitor of two days once; its sums need not be those of the days, but here nobody came twice. */
function sumOf(days: readonly TrafficDay[]): TrafficDay {
  const sum = (key: keyof TrafficDay) => days.reduce((total, day) => total + day[key], 0);
  return {
    day: days[0]!.day,
    newVisitors: sum('newVisitors'),
    oldVisitors: sum('oldVisitors'),
    views: sum('views'),
    claims: sum('claims'),
    redeemed: sum('redeemed'),
  };
}

/** What the shop's app and its website saw of a day. */
function partOf(day: TrafficDay, part: (number: number) => number): TrafficDay {
  const { newVisitors, oldVisitors, views } = day;
  return { ...day, newVisitors: part(newVisitors), oldVisitors: part(oldVisitors), views: part(views) };
}
const inApp = (day: TrafficDay) => partOf(day, (number) => Math.floor(number / 4));
const onSite = (day: TrafficDay) => partOf(day, (number) => number - Math.floor(number / 4));

const traffic: ListFile = {
  name: 'Shopee traffic overview',
  layout: 'shopee traffic',
  currency: 'IDR',
  write: (ledger) =>
    workbook(ledger, {
      name: 'traffic_overview_20260105_20260201.xlsx',
      header: columnsOf(
        'Tanggal · Produk Dilihat · Rata-rata Dilihat · Rata-rata Waktu Dihabiskan · Tingkat Pengunjung Melihat Tanpa Membeli · Total Pengunjung · Pengunjung Baru · Pengunjung Lama · Jumlah Pengikut Baru',
      ),
      sheets: [
        { name: 'Semua', days: ledger.traffic },
        { name: 'Situs', days: ledger.traffic.map(onSite) },
        { name: 'Aplikasi', days: ledger.traffic.map(inApp) },
      ],
      row: (period, { views, newVisitors, oldVisitors }) => [
        period,
        count(views),
        meanText(views / (newVisitors + oldVisitors || 1)),
        '00:01:22',
        shareText(0.4321),
        count(newVisitors + oldVisitors),
        count(newVisitors),
        count(oldVisitors),
        count(7),
      ],
    }),
  truth: ({ traffic: days }) =>
    rowsOf(
      [
        { about: '', days },
        { about: 'website', days: days.map(onSite) },
        { about: 'app', days: days.map(inApp) },
      ].flatMap((sheet) =>
        sheet.days.flatMap(({ day, views, newVisitors, oldVisitors }) => [
          [sheet.about, day, 'Product views', '', views],
          [sheet.about, day, 'Visitors', '', newVisitors + oldVisitors],
          [sheet.about, day, 'New visitors', '', newVisitors],
          [sheet.about, day, 'Returning visitors', '', oldVisitors],
          [sheet.about, day, 'New followers', '', 7],
        ]),
      ),
    ),
  found: (db) => figuresIn('shopee traffic')(db).filter((row) => !row.includes('Bounce')),
};

/** Each claim that was redeemed is one order of one buyer, of 50.000 rupiah, and cost 3.000. */
const voucher: ListFile = {
  name: 'Shopee vouchers',
  layout: 'shopee voucher',
  currency: 'IDR',
  write: (ledger) =>
    workbook(ledger, {
      name: 'voucher_20260105-20260201.xlsx',
      header: columnsOf(
        'Periode Waktu · Penjualan (Pesanan Dibuat) (IDR) · Penjualan (Pesanan Siap Dikirim) (IDR) · Klaim · Pesanan (Pesanan Dibuat) · Pesanan (Pesanan Siap Dikirim) · Tingkat Penggunaan (Pesanan Dibuat) · Tingkat Penggunaan (Pesanan Siap Dikirim) · Pembeli (Pesanan Dibuat) · Pembeli (Pesanan Siap Dikirim) · Total Biaya (Pesanan Dibuat) (IDR) · Total Biaya (Pesanan Siap Dikirim) (IDR)',
      ),
      sheets: [{ name: 'Voucher', days: ledger.traffic }],
      row: (period, { claims, redeemed }) => [
        period,
        money(50_000 * redeemed),
        money(50_000 * redeemed),
        count(claims),
        count(redeemed),
        count(redeemed),
        shareText(redeemed / claims),
        shareText(redeemed / claims),
        count(redeemed),
        count(redeemed),
        money(3000 * redeemed),
        money(3000 * redeemed),
      ],
    }),
  truth: ({ traffic: days }) =>
    rowsOf(
      days.flatMap(({ day, claims, redeemed }) => [
        ['', day, 'Claims', '', claims],
        ...['placed', 'ready to ship'].flatMap((basis) => [
          ['', day, 'Sales', basis, 50_000 * redeemed],
          ['', day, 'Orders', basis, redeemed],
          ['', day, 'Buyers', basis, redeemed],
          ['', day, 'Cost', basis, 3000 * redeemed],
        ]),
      ]),
    ),
  found: figuresIn('shopee voucher'),
};

/** Six lines of head, a blank one, and what each ad cost in the whole period: decimals with a point, no thousands. */
const ads: ListFile = {
  name: 'Shopee ads',
  layout: 'shopee ads',
  currency: 'IDR',
  write(ledger) {
    const header = columnsOf(
      'Urutan · Nama Iklan · Status · Jenis Iklan · Kode Produk · Tampilan Iklan · Mode Bidding · Penempatan Iklan · Tanggal Mulai · Tanggal Selesai · Dilihat · Jumlah Klik · Persentase Klik · Add to Cart · Add to Cart Rate · Konversi · Konversi Langsung · Tingkat konversi · Tingkat Konversi Langsung · Biaya per Konversi · Biaya per Konversi Langsung · Produk Terjual · Terjual Langsung · Omzet Penjualan · Penjualan Langsung (GMV Langsung) · Biaya · Efektifitas Iklan · Efektivitas Langsung · Persentase Biaya Iklan terhadap Penjualan dari Iklan (ACOS) · Persentase Biaya Iklan terhadap Penjualan dari Iklan Langsung (ACOS Langsung) · Jumlah Produk Dilihat · Jumlah Klik Produk · Persentase Klik Produk · Voucher Amount · Vouchered Sales',
    );
    const rows = adsOf(ledger).map(({ name, clicks, cost }, at) => {
      const told: Readonly<Record<string, string>> = {
        Urutan: String(at + 1),
        'Nama Iklan': name,
        Status: 'Berjalan',
        'Kode Produk': '1203456789',
        'Penempatan Iklan': 'Semua',
        'Tanggal Mulai': '01/12/2025 00:00:00',
        'Tanggal Selesai': 'Tidak Terbatas',
        Dilihat: String(clicks * 20),
        'Jumlah Klik': String(clicks),
        'Persentase Klik': '5.00%',
        Biaya: cost.toFixed(2),
        'Omzet Penjualan': (cost * 4).toFixed(2),
        'Efektifitas Iklan': '4.00',
      };
      return header.map((column) => told[column] ?? '-');
    });
    const head = [
      ['Semua Laporan Iklan CPC - Shopee Indonesia'],
      ['Username', 'toko'],
      ['Nama Toko', 'Toko'],
      ['ID Toko', '12345678'],
      ['Waktu Laporan Dibuat', '01/03/2026 22:10'],
      ['Periode', '01/01/2026 - 31/01/2026'],
      [],
    ];
    const draft = draftOf(ledger, {
      name: 'Data+Keseluruhan+Iklan.csv',
      rows: [...head, header, ...rows],
      form: { encoding: 'utf-8 with mark' },
    });
    return { ...draft, header: head.length };
  },
  truth: (ledger) => rowsOf(adsOf(ledger).map(({ name, clicks, cost }) => [name, clicks, Math.round(cost)])),
  found: (db) =>
    ask(
      db,
      `SELECT substr(c.about, 1, instr(c.about, ' · ') - 1), k.value, c.value
       FROM current_figure AS c JOIN current_figure AS k USING (source, about, from_day, to_day)
       WHERE source = 'shopee ads' AND c.metric = 'Cost' AND k.metric = 'Clicks'`,
    ),
};

/** A month of each campaign's costs, to the hundredth. */
function adsOf({ spend }: Ledger) {
  const names = [...new Set(spend.map(({ campaign }) => campaign))];
  return names.map((name, at) => ({
    name,
    clicks: 100 * (at + 1),
    cost: spend.reduce((sum, { campaign, spendMinor }) => (campaign === name ? sum + spendMinor : sum), 0.27),
  }));
}

export const reportFiles: readonly ListFile[] = [traffic, voucher, ads];
