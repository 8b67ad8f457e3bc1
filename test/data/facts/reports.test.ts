import { describe, expect, it } from 'vitest';
import { Contradicts, NeedsRepair, OtherCurrency, Quarantined, UnreadableFile } from '../../../data/facts/errors.ts';
import type { ImportReport } from '../../../data/types/imports.ts';
import { type Bench, emptyShop, fileWith, jakarta } from './fixture.ts';
import {
  damagedTraffic,
  dotted,
  summaryOf,
  trafficHeader,
  trafficSheet,
  visitsOfMarch,
  workbook,
} from './report-fixture.ts';

const figure = ({ figures }: Pick<ImportReport, 'figures'>, name: string) =>
  figures.find((each) => each.name === name)?.value;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Every current figure, as source, subject, days, metric, basis and value. */
function stored({ db }: Bench) {
  return db
    .prepare<[], { about: string; days: number; metric: string; basis: string; value: number }>(
      'SELECT about, to_day - from_day + 1 AS days, metric, basis, value FROM current_figure ORDER BY about, from_day, metric, basis',
    )
    .all();
}

const csv = (rows: readonly (readonly string[])[]) =>
  `${rows.map((row) => row.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n')}\n`;

/** Loads a report as the shop in Jakarta would, under a name with March 2025 in it. */
const load = (bench: Bench, content: string | Uint8Array, more: object = {}) =>
  bench.load(content, { shop: jakarta, name: 'report_20250301-20250331.xlsx', ...more });

describe('a report of traffic', () => {
  const visits = visitsOfMarch(1);
  const days = sum(visits.map(({ visitors }) => visitors));
  const views = sum(visits.map((visit) => visit.views));

  it('comes in from all its sheets: the summary beside its days, which do not add up to unique visitors', async () => {
    const bench = emptyShop();
    const rows = trafficSheet(visits);
    const report = await load(
      bench,
      await workbook([
        { name: 'Semua', rows },
        { name: 'Situs', rows },
        { name: 'Aplikasi', rows },
        { name: 'Catatan', rows: [['Made by hand']] },
      ]),
    );

    expect(report).toMatchObject({ layout: 'shopee traffic', grain: 'statistics', rows: 96, stored: 96, rejected: 0 });
    expect(report).toMatchObject({ firstDay: '2025-03-01', lastDay: '2025-03-31', checks: { passed: 96, of: 96 } });
    expect(figure(report, 'Visitor-days')).toBe(days);
    expect(figure(report, 'Product views')).toBe(views);
    expect(figure(report, 'Visitors')).toBeUndefined();
    expect(report.notes.join(' ')).toContain('Sheets not read: "Catatan"');
    const of = await bench.facts.figures.of({ report: 'shopee traffic', by: 'month' });
    const line = (metric: string) => of.lines.find((each) => each.metric === metric);
    expect(line('Visitors')).toMatchObject({ values: [summaryOf(visits).visitors], total: null });
    expect(line('Visitor-days')).toMatchObject({ total: days });
    expect(line('Product views')).toMatchObject({ unit: 'count', values: [views], total: views });
    expect(line('Average time (s)')).toMatchObject({ values: [82], total: null });
    expect(of.groups).toEqual([
      { name: '2025-03', from: '2025-03-01', to: '2025-03-31', days: 31, of: 31, importIds: ['I-1'] },
    ]);
    expect(stored(bench).filter(({ metric, days: span }) => metric === 'Visitors' && span === 31)).toMatchObject([
      { about: '' },
      { about: 'app' },
      { about: 'website' },
    ]);
  });

  it('is refused with the evidence when its thousands are lost, and whole again once a person agrees', async () => {
    const bench = emptyShop();
    const damaged = damagedTraffic(visits);
    const refusal = await load(bench, damaged).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(NeedsRepair);
    const { evidence, remedy } = refusal as NeedsRepair;
    expect(evidence.join('\n')).toMatch(
      /New visitors \+ Returning visitors = Visitors: holds in \d+ of 32 rows as they stand, in 32 of 32/,
    );
    expect(evidence.join('\n')).toMatch(/line 2, Products_Viewed: \d+\.\d+ → \d+,\d+/);
    expect(remedy).toContain('repair=x1000');
    expect(await bench.facts.imports.list()).toEqual([]);

    const report = await load(bench, damaged, { decisions: { repair: 'x1000' } });
    expect(report).toMatchObject({ rows: 32, stored: 32, rejected: 0, checks: { passed: 32, of: 32 } });
    expect(report.checks!.repair).toMatch(/numbers that had lost their thousands/);
    expect(figure(report, 'Visitor-days')).toBe(days);
    expect(figure(report, 'Product views')).toBe(views);
  });

  // 3.000 visitors read as 3 have no fraction, and 1.000 views read as 1 have none either.
  it('finds whole numbers that lost their thousands too', async () => {
    const bench = emptyShop();
    await load(bench, damagedTraffic(visits), { decisions: { repair: 'x1000' } });
    const of = (metric: string, day: number) =>
      bench.db
        .prepare<[string, string], number>(
          'SELECT value FROM figure WHERE metric = ? AND from_day = to_day AND from_day = unixepoch(?) / 86400',
        )
        .pluck()
        .get(metric, `2025-03-${String(day).padStart(2, '0')}`);
    expect([of('Visitors', 11), of('Returning visitors', 11), of('Product views', 5)]).toEqual([3000, 744, 1000]);
  });

  it('asks about the repair of every file anew', async () => {
    const bench = emptyShop();
    await load(bench, damagedTraffic(visits), { decisions: { repair: 'x1000' } });
    await expect(load(bench, damagedTraffic(visitsOfMarch(2)))).rejects.toBeInstanceOf(NeedsRepair);
  });

  it('is put aside when it contradicts itself in another way, repair or not', async () => {
    const rows = trafficSheet(visits);
    rows[8]![5] = dotted(visits[4]!.visitors + 7);
    const file = await workbook([{ name: 'Semua', rows }]);
    for (const decisions of [{}, { repair: 'x1000' }]) {
      const refusal = await load(emptyShop(), file, { decisions }).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Quarantined);
      expect((refusal as Quarantined).evidence.join(' ')).toContain(
        'line 9: New visitors 210, Returning visitors 140 and Visitors 357',
      );
    }
  });

  it('is put aside when days are told that do not add up to their summary', async () => {
    const rows = trafficSheet(visits);
    rows[1]![1] = dotted(Math.round(views * 1.01));
    rows[1]![2] = ((views * 1.01) / summaryOf(visits).visitors).toFixed(2).replace('.', ',');
    await expect(load(emptyShop(), await workbook([{ name: 'Semua', rows }]))).rejects.toBeInstanceOf(Quarantined);
  });

  it('says where a summary is off by little', async () => {
    const rows = trafficSheet(visits);
    rows[1]![1] = dotted(views + 40);
    const report = await load(emptyShop(), await workbook([{ name: 'Semua', rows }]));
    expect(report.checks!.says.join(' ')).toContain(
      `0 of them exactly; not line 2: ${(views + 40).toLocaleString('en-US')} told`,
    );
  });
});

describe('a repair', () => {
  const header = [
    'Periode Waktu',
    'Klaim',
    ...['Penjualan', 'Pesanan', 'Tingkat Penggunaan', 'Pembeli', 'Total Biaya'].flatMap((name) => [
      `${name} (Pesanan Dibuat)`,
      `${name} (Pesanan Siap Dikirim)`,
    ]),
  ];
  const row = (cells: Readonly<Record<string, string>>) => header.map((name) => cells[name] ?? '0');

  it('is not made where no check confirms it', async () => {
    const cells = { 'Periode Waktu': '01-03-2025-31-03-2025', 'Total Biaya (Pesanan Dibuat)': '354.1' };
    const refusal = await load(emptyShop(), csv([header, row(cells)]), { decisions: { repair: 'x1000' } }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Quarantined);
    expect((refusal as Quarantined).evidence).toEqual([
      'Line 2, Total Biaya (Pesanan Dibuat): 354.1, where whole numbers are due.',
    ]);
  });

  it('says which small numbers nobody can be sure of', async () => {
    const cells = {
      'Periode Waktu': '01-03-2025-31-03-2025',
      Klaim: '1.627',
      'Pesanan (Pesanan Dibuat)': '289.0',
      'Pesanan (Pesanan Siap Dikirim)': '273.0',
      'Tingkat Penggunaan (Pesanan Dibuat)': '0.1776',
      'Tingkat Penggunaan (Pesanan Siap Dikirim)': '0.1678',
      'Total Biaya (Pesanan Dibuat)': '374.6',
      'Total Biaya (Pesanan Siap Dikirim)': '354.1',
    };
    const other = { ...cells, 'Periode Waktu': '01-04-2025-30-04-2025', 'Total Biaya (Pesanan Dibuat)': '354.0' };
    const report = await load(emptyShop(), csv([header, row(cells), row(other)]), { decisions: { repair: 'x1000' } });
    expect(report.checks!.repair).toContain(
      'Total Biaya (Pesanan Dibuat): 1 below 1,000 stay as they are, which no check can prove',
    );
    expect(figure(report, 'Cost (ready to ship)')).toBe(708_200);
  });
});

describe('the days of a report', () => {
  const header = [
    'Periode Data',
    'Total Penerima',
    'Penerima yang Membaca',
    'Penjualan (IDR)',
    'Persentase Chat Dibaca',
  ];
  const broadcast = (period: string) => csv([header, [period, '1.000', '250', '85.000', '25,00%']]);

  it('are taken from the name of the file only where no cell tells them', async () => {
    const told = await load(emptyShop(), broadcast('01-02-2025-28-02-2025'));
    expect(told).toMatchObject({ firstDay: '2025-02-01', lastDay: '2025-02-28' });
    const named = await load(emptyShop(), broadcast(''));
    expect(named).toMatchObject({ firstDay: '2025-03-01', lastDay: '2025-03-31' });
    expect(named.notes).toContain('Where no cell tells the days, they are taken from the file’s name.');
  });

  it('are asked for when nothing tells them', async () => {
    await expect(load(emptyShop(), broadcast(''), { name: 'broadcast.csv' })).rejects.toThrow(UnreadableFile);
  });

  it('are not in the future', async () => {
    const report = await emptyShop()
      .load(broadcast('01-02-2027-28-02-2027'), { shop: jakarta })
      .catch((error: unknown) => String(error));
    expect(report).toContain('is in the future');
  });

  it('count once where periods overlap: the longer one stays, whichever came first', async () => {
    for (const order of [0, 1]) {
      const bench = emptyShop();
      const files = [broadcast('01-02-2025-25-02-2025'), broadcast('01-02-2025-28-02-2025')];
      for (const file of order === 0 ? files : files.toReversed()) await load(bench, file);
      const of = await bench.facts.figures.of({ report: 'shopee chat broadcast', by: 'month' });
      expect(of.lines.find(({ metric }) => metric === 'Recipients')).toMatchObject({ values: [1000], total: 1000 });
      expect(of.overlapping).toBeGreaterThan(0);
      expect(of.importIds).toEqual(['I-1', 'I-2']);
    }
  });

  it('name the gaps between them', async () => {
    const bench = emptyShop();
    for (const month of ['01-01-2025-31-01-2025', '01-04-2025-25-04-2025']) await load(bench, broadcast(month));
    const of = await bench.facts.figures.of({ report: 'shopee chat broadcast', by: 'month' });
    expect(of.gaps).toEqual([{ from: '2025-02-01', to: '2025-03-31', days: 59 }]);
    expect(of.groups.map(({ days, of: all }) => [days, all])).toEqual([
      [31, 31],
      [25, 30],
    ]);
    const reading = of.lines.find(({ metric }) => metric === 'Read share');
    expect(reading).toMatchObject({ unit: 'share', total: 0.25 });
  });
});

describe('other reports', () => {
  it('know the basis by the sheet', async () => {
    const bench = emptyShop();
    const header = [
      'Tanggal',
      'Total Penjualan (IDR)',
      'Total Pesanan',
      'Penjualan per Pesanan',
      'Total Pengunjung',
      'Pesanan Dibatalkan',
    ];
    const sheet = (name: string, orders: number) => ({
      name,
      rows: [
        header,
        ['01-03-2025-01-03-2025', dotted(orders * 85_000), dotted(orders), '85.000', '1.200', '3'],
        [],
        header,
        ['01-03-2025', dotted(orders * 85_000), dotted(orders), '85.000', '1.200', '3'],
      ],
    });
    const report = await load(
      bench,
      await workbook([
        sheet('Pesanan Dibuat', 1100),
        sheet('Pesanan Siap Dikirim', 1000),
        sheet('Pesanan Dibayar', 1050),
      ]),
    );
    // The summary of one day says what the day says.
    expect(report).toMatchObject({ layout: 'shopee shop stats', rows: 3, stored: 3 });
    const of = await bench.facts.figures.of({ report: 'shopee shop stats', by: 'month' });
    expect(of.lines.filter(({ metric }) => metric === 'Orders').map(({ basis, total }) => [basis, total])).toEqual([
      ['paid', 1050],
      ['placed', 1100],
      ['ready to ship', 1000],
    ]);
    expect(of.lines.filter(({ metric }) => metric === 'Sales per order').map(({ total }) => total)).toEqual([
      85_000, 85_000, 85_000,
    ]);
  });

  it('leave rows out that only add up others, and say so', async () => {
    const bench = emptyShop();
    const header = ['Tanggal', 'Platform', 'Channel', 'Penjualan (IDR)', 'Pesanan', 'Kunjungan', 'Pengunjung'];
    const row = (platform: string, channel: string, sales: string) => [
      '01-03-2025',
      platform,
      channel,
      sales,
      '1',
      '10',
      '9',
    ];
    const report = await load(
      bench,
      csv([
        header,
        row('Semua', 'Semua', '300.000'),
        row('Facebook', '6 Channel Dipilih', '300.000'),
        row('Facebook', 'Feed', '100.000'),
        row('Facebook', 'Story', '200.000'),
      ]),
    );
    expect(report).toMatchObject({ layout: 'shopee off-platform', rows: 2, stored: 2 });
    expect(figure(report, 'Sales')).toBe(300_000);
    expect(report.notes).toContain('Left out, because they only add up others: 2 rows.');
    // Who came by two channels is one visitor of each: nobody knows how many there are in all.
    const month = await bench.facts.figures.of({ report: 'shopee off-platform', by: 'month' });
    expect(month.lines.find(({ metric }) => metric === 'Visitors')).toMatchObject({ values: [null], total: null });
    expect(month.lines.find(({ metric }) => metric === 'Visits')).toMatchObject({ values: [20], total: 20 });
    const of = await bench.facts.figures.of({ report: 'shopee off-platform', by: 'subject' });
    expect(of.groups.map(({ name }) => name)).toEqual(['Facebook · Feed', 'Facebook · Story']);
    expect(of.lines.find(({ metric }) => metric === 'Sales')).toMatchObject({
      values: [100_000, 200_000],
      total: 300_000,
    });
  });

  it('take products and not their variations, whose column is there twice', async () => {
    const header = [
      'Kode Produk',
      'Produk',
      'Status Produk Saat Ini',
      'Kode Variasi',
      'Nama Variasi',
      'Kode Variasi',
      'SKU Induk',
      'Total Penjualan (Pesanan Dibuat) (IDR)',
      'Jumlah Produk Dilihat',
      'Produk Diklik',
      'Persentase Klik',
    ];
    const report = await load(
      emptyShop(),
      csv([
        header,
        ['27', 'Filter', 'Normal', '-', '-', '-', 'SAM', '500.000', '1.000', '50', '5,00%'],
        ['27', 'Filter', 'Normal', '71', 'Biru', '', 'SAM', '300.000', '-', '-', '-'],
        ['27', 'Filter', 'Normal', '72', 'Merah', '', 'SAM', '200.000', '-', '-', '-'],
      ]),
    );
    expect(report).toMatchObject({ layout: 'shopee products', rows: 1, stored: 1, checks: { passed: 1, of: 1 } });
    expect(figure(report, 'Sales (placed)')).toBe(500_000);
  });

  it('tell columns of one name apart by their place', async () => {
    const bench = emptyShop();
    const header = [
      'Tanggal',
      'Tipe Promosi',
      'Penjualan (Pesanan Dibuat) (IDR)',
      'Produk Terjual (Pesanan Dibuat)',
      'Penjualan Produk Tambahan (Pesanan Dibuat) (IDR)',
      'Penjualan Produk Tambahan (Pesanan Dibuat) (IDR)',
    ];
    await load(bench, csv([header, ['01-03-2025', 'Paket Diskon', '100.000', '4', '60.000', '15.000']]));
    expect(stored(bench)).toContainEqual({
      about: 'Paket Diskon',
      days: 1,
      metric: 'Add-on sales',
      basis: 'placed',
      value: 60_000,
    });
  });

  it('read a statement of names and amounts, and hold it to its own sums', async () => {
    const rows = (refunds: number) => [
      ['Laporan Penghasilan'],
      ['Dari', '', '2025-05-01'],
      ['ke', '', '2025-05-31'],
      ['1. Total Pendapatan', '', '', 255_587_137],
      ['', 'Subtotal Pesanan', '', 271_803_793],
      ['', 'Harga Asli Produk', '', 295_374_526],
      ['', 'Total Diskon Produk', '', -21_960_039],
      ['', 'Jumlah Pengembalian Dana ke Pembeli', '', refunds],
      ['', 'Voucher & Subsidi Shopee', '', -16_216_656],
      ['2. Total Pengeluaran', '', '', -34_078_377],
      ['', 'Total Biaya Pengiriman', '', -93_511],
      ['', 'Biaya Admin & Layanan', '', -33_984_866],
      ['', 'Biaya Baru', '', -1],
    ];
    const bench = emptyShop();
    const report = await load(bench, await workbook([{ name: 'Summary', rows: rows(-1_610_694) }]), {
      name: 'Income.xlsx',
    });
    expect(report).toMatchObject({
      layout: 'shopee income',
      rows: 1,
      stored: 1,
      firstDay: '2025-05-01',
      lastDay: '2025-05-31',
    });
    expect(report.checks).toMatchObject({ passed: 1, of: 1, repair: null });
    expect(report.checks!.says).toHaveLength(3);
    expect(report.notes).toContain('Columns that I do not know: "Biaya Baru".');
    await expect(load(bench, await workbook([{ name: 'Summary', rows: rows(-1) }]))).rejects.toBeInstanceOf(
      Quarantined,
    );
  });
});

describe('a file of ads', () => {
  const columns = [
    'Urutan',
    'Nama Iklan',
    'Status',
    'Jenis Iklan',
    'Kode Produk',
    'Penempatan Iklan',
    'Tanggal Mulai',
    'Tanggal Selesai',
    'Dilihat',
    'Jumlah Klik',
    'Persentase Klik',
    'Omzet Penjualan',
    'Biaya',
    'Efektifitas Iklan',
  ];
  const ads = (period: string, ...rows: readonly (readonly string[])[]) =>
    `\uFEFFSemua Laporan Iklan CPC - Shopee Indonesia\nUsername,toko\nNama Toko,Toko\nID Toko,1\nWaktu Laporan Dibuat,05/10/2026 22:10\nPeriode,${period}\n\n${csv([columns, ...rows])}`;
  const ad = (name: string, sales: string, cost: string) => [
    '1',
    name,
    'Berjalan',
    'Iklan Produk',
    '123',
    'Semua',
    '01/01/2025 00:00:00',
    'Tidak Terbatas',
    '2000',
    '50',
    '2.50%',
    sales,
    cost,
    (Number(sales) / Number(cost)).toFixed(2),
  ];

  it('keeps the cost of a period with its period', async () => {
    const bench = emptyShop();
    const report = await load(
      bench,
      ads('01/07/2025 - 31/07/2025', ad('Filter', '69722.7', '6972.27'), ad('Filter', '10000', '5000')),
      { name: 'ads.csv' },
    );
    expect(report).toMatchObject({
      layout: 'shopee ads',
      rows: 2,
      stored: 2,
      firstDay: '2025-07-01',
      lastDay: '2025-07-31',
    });
    expect(report.notes).toContain('Where no cell tells the days, they are taken from the head of the file.');
    expect(figure(report, 'Cost')).toBe(11_972);
    const of = await bench.facts.figures.of({ report: 'shopee ads', by: 'month' });
    expect(of.lines.find(({ metric }) => metric === 'Return on ad spend')!.total).toBeCloseTo(79_723 / 11_972, 6);
    // Two ads are called alike: each keeps its own cost.
    const each = await bench.facts.figures.of({ report: 'shopee ads', by: 'subject' });
    expect(each.groups.map(({ name }) => name)).toEqual(['Filter · 123 · Semua', 'Filter · 123 · Semua (2)']);
    expect(bench.db.prepare('SELECT COUNT(*) FROM current_spend').pluck().get()).toBe(0);
  });

  it('of one day brings what campaigns cost on it', async () => {
    const bench = emptyShop();
    const report = await load(bench, ads('31/07/2025 - 31/07/2025', ad('Filter', '69722.7', '6972.27')), {
      name: 'ads.csv',
    });
    const spend = () =>
      bench.db
        .prepare('SELECT ref, spend_minor AS minor FROM current_spend JOIN campaign ON campaign.id = campaign_id')
        .all();
    expect(spend()).toEqual([{ ref: 'Filter', minor: 6972 }]);
    await bench.facts.imports.undo(report.id, report.startedAt);
    expect(spend()).toEqual([]);
    expect(stored(bench)).toEqual([]);
  });

  it('in another currency is refused', async () => {
    const header = ['Campaign name', 'Amount spent (USD)', 'Reporting starts', 'Reporting ends'];
    const file = csv([header, ['Sale', '12.50', '2025-07-01', '2025-07-31']]);
    await expect(load(emptyShop(), file)).rejects.toBeInstanceOf(OtherCurrency);
  });

  it('of Meta has begin and end in columns of their own', async () => {
    const header = [
      'Minggu',
      'Nama kampanye',
      'Nama iklan',
      'Jumlah yang dibelanjakan (IDR)',
      'Impresi',
      'Klik tautan',
      'Awal pelaporan',
      'Akhir pelaporan',
    ];
    const report = await load(
      emptyShop(),
      csv([header, ['2025-06-30 - 2025-07-06', 'Lebaran', 'A', '125000', '9000', '120', '2025-06-30', '2025-07-06']]),
    );
    expect(report).toMatchObject({ layout: 'meta ads', stored: 1, firstDay: '2025-06-30', lastDay: '2025-07-06' });
    expect(figure(report, 'Cost')).toBe(125_000);
  });
});

describe('figures told again', () => {
  it('are known, and corrected by a later file', async () => {
    const bench = emptyShop();
    const visits = visitsOfMarch(3);
    const file = await workbook([{ name: 'Semua', rows: trafficSheet(visits) }]);
    await load(bench, file);
    const days = [trafficHeader, ...trafficSheet(visits).slice(4)];
    const again = await load(bench, csv(days));
    expect(again).toMatchObject({ rows: 31, stored: 0, known: 31, corrected: 0 });
    days[1]![8] = '5';
    const later = await load(bench, csv(days), { learnedAt: again.startedAt + 1 });
    expect(later).toMatchObject({ rows: 31, stored: 1, known: 30, corrected: 1 });
    const of = await bench.facts.figures.of({ report: 'shopee traffic', by: 'month' });
    expect(of.lines.find(({ metric }) => metric === 'New followers')!.total).toBe(65);
  });

  it('are shown in a preview, and nothing is kept of it', async () => {
    const bench = emptyShop();
    const path = fileWith(await workbook([{ name: 'Semua', rows: trafficSheet(visitsOfMarch(4)) }]));
    const preview = await bench.facts.imports.preview({
      path,
      name: 'traffic.xlsx',
      learnedAt: Date.parse('2026-05-01'),
      shop: jakarta,
    });
    expect(preview).toMatchObject({ layout: 'shopee traffic', stored: 32, checks: { passed: 32, of: 32 } });
    expect(figure(preview, 'Visitor-days')).toBeGreaterThan(0);
    expect(stored(bench)).toEqual([]);
  });
});

describe('rows of orders', () => {
  const header = ['transaction_id', 'customer_id', 'product_json', 'total_amt', 'discount', 'paid_amt', 'payment_date'];
  const row = (at: number, paid: number) => [
    String(at),
    'c1',
    '{"Filter": 1}',
    '100000',
    '10000',
    String(paid),
    `2025-03-${String(1 + (at % 28)).padStart(2, '0')}`,
  ];
  const transactions = (paid: (at: number) => number, count = 40) =>
    csv([header, ...Array.from({ length: count }, (_, at) => row(at, paid(at)))]);

  it('are held against what they say of themselves, and the few that do not hold are told', async () => {
    const report = await load(
      emptyShop(),
      transactions((at) => (at === 7 ? 95_000 : 90_000)),
    );
    expect(report).toMatchObject({ layout: 'distributor transactions', stored: 40, checks: { passed: 39, of: 40 } });
    expect(report.checks!.says).toEqual([
      'total − discount = paid: 39 of 40 rows; not in line 9: total_amt 100,000, discount 10,000, paid_amt 95,000',
    ]);
  });

  it('are refused when most contradict themselves, and taken when a person says that they are right', async () => {
    const bench = emptyShop();
    const odd = transactions(() => 95_000);
    await expect(load(bench, odd)).rejects.toBeInstanceOf(Contradicts);
    expect((await bench.facts.imports.list()).map(({ status }) => status)).toEqual(['failed']);
    const report = await load(bench, odd, { decisions: { checks: 'ignore' } });
    expect(report).toMatchObject({ status: 'stored', stored: 40, checks: { passed: 0, of: 40 } });
    // The next file is asked about anew.
    await expect(
      load(
        bench,
        transactions(() => 94_000),
      ),
    ).rejects.toBeInstanceOf(Contradicts);
  });

  it('are looked at one by one in a short file, and one in sixteen further down', async () => {
    const report = await load(
      emptyShop(),
      transactions(() => 90_000, 3600),
    );
    expect(report.checks).toMatchObject({ passed: 2100, of: 2100 });
    expect(report.checks!.says.at(-1)).toBe('Looked at 2,100 of 3,600 rows');
  });
});
