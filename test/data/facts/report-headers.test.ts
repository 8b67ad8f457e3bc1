import { describe, expect, it } from 'vitest';
import { emptyShop, jakarta } from './fixture.ts';

/**
 * Headers as shops exported them in July 2026 (reference/connectors.md, section 4.2), and not as the aliases have them.
 * "×2": once for orders that were placed and once for those ready to ship.
 */
const twice = (...names: readonly string[]) =>
  names.flatMap((name) => {
    const [, plain = name, money = ''] = /^(.+?) ?(\((?:IDR|Rp)\))?$/.exec(name) ?? [];
    return ['Pesanan Dibuat', 'Pesanan Siap Dikirim'].map((basis) => `${plain} (${basis})${money && ` ${money}`}`);
  });
const list = (names: string) => names.split(' · ');

type Header = { readonly report: string; readonly header: readonly string[]; readonly unknown: readonly string[] };

const headers: readonly Header[] = [
  {
    report: 'shopee shop stats',
    header: list(
      'Tanggal · Total Penjualan (IDR) · Total Pesanan · Penjualan per Pesanan · Produk Diklik · Total Pengunjung · Tingkat Konversi Pesanan · Pesanan Dibatalkan · Penjualan Dibatalkan · Pesanan Dikembalikan · Penjualan Dikembalikan · Pembeli · Total Pembeli Baru · Total Pembeli Saat Ini · Total Potensi Pembeli · Tingkat Pembelian Berulang',
    ),
    unknown: [],
  },
  {
    report: 'shopee voucher',
    header: list(
      'Periode Waktu · Penjualan (Pesanan Dibuat) (IDR) · Penjualan (Pesanan Siap Dikirim) (IDR) · Klaim · Pesanan (Pesanan Dibuat) · Pesanan (Pesanan Siap Dikirim) · Tingkat Penggunaan (Pesanan Dibuat) · Tingkat Penggunaan (Pesanan Siap Dikirim) · Pembeli (Pesanan Dibuat) · Pembeli (Pesanan Siap Dikirim) · Total Biaya (Pesanan Dibuat) (IDR) · Total Biaya (Pesanan Siap Dikirim) (IDR)',
    ),
    unknown: [],
  },
  {
    report: 'shopee vouchers by code',
    header: list(
      'Voucher Name · Voucher Code · Claim Period · Claims · Orders (Placed Order) · Orders (Confirmed Order) · Usage Rate · Sales · Cost',
    ),
    // When it may be claimed is not when its figures are of.
    unknown: ['Claim Period', 'Usage Rate'],
  },
  {
    report: 'shopee flash sale',
    header: [
      'Periode Waktu',
      'Penjualan (Pesanan Dibuat)(Rp)',
      'Penjualan (Pesanan Siap Dikirim)(Rp)',
      ...twice('Pesanan', 'Pembeli'),
      'Persentase Klik',
      'Jumlah Produk Dilihat',
      'Produk Diklik',
      'Penjualan per Pembeli (Pesanan Dibuat)(Rp)',
      'Penjualan per Pembeli (Pesanan Siap Dikirim)(Rp)',
    ],
    unknown: [],
  },
  {
    report: 'shopee chat',
    header: list(
      'Periode Waktu · Pengunjung · Jumlah Chat · Pengunjung Bertanya · Pertanyaan Diajukan · Chat Dibalas · Chat Belum Dibalas · Waktu Respon Rata-rata · CSAT % · Waktu Respon Chat Pertama Kali · Tingkat Konversi (Jumlah Chat yang Direspon) · Total Pembeli · Total Pesanan · Produk · Penjualan (IDR) · Tingkat Konversi (Chat Dibalas)',
    ),
    unknown: [],
  },
  {
    report: 'shopee chat broadcast',
    header: list(
      'Periode Data · Total Penerima · Penerima yang Membaca · Penerima yang Mengklik · Penerima yang Memblokir · Pesanan · Penjualan (IDR) · Total Pembeli · Persentase Chat Dibaca · Persentase Chat Diklik · Tingkat Konversi (Chat Dibalas)',
    ),
    unknown: [],
  },
  {
    report: 'shopee traffic',
    header: list(
      'Tanggal · Produk Dilihat · Rata-rata Dilihat · Rata-rata Waktu Dihabiskan · Tingkat Pengunjung Melihat Tanpa Membeli · Total Pengunjung · Pengunjung Baru · Pengunjung Lama · Jumlah Pengikut Baru',
    ),
    unknown: [],
  },
  {
    report: 'shopee product overview',
    header: list(
      'Tanggal · Pengunjung Produk (Kunjungan) · Halaman Produk Dilihat · Produk Dikunjungi · Pengunjung Melihat Tanpa Membeli · Tingkat Pengunjung Melihat Tanpa Membeli · Klik Pencarian · Suka · Pengunjung Produk (Menambahkan Produk ke Keranjang) · Dimasukkan ke Keranjang (Produk) · Tingkat Konversi Produk Dimasukkan ke Keranjang · Total Pembeli (Pesanan Dibuat) · Produk (Pesanan Dibuat) · Produk Dipesan · Total Penjualan (Pesanan Dibuat) (IDR) · Tingkat Konversi Pesanan (Pesanan yang Dibuat) · Total Pembeli (Pesanan Siap Dikirim) · Produk (Pesanan Siap Dikirim) · Produk Siap Dikirim · Penjualan (Pesanan Siap Dikirim) (IDR) · Tingkat Konversi Pesanan (Pesanan Siap Dikirim) · Tingkat Konversi (Pesanan Siap Dikirim dibagi Pesanan Dibuat)',
    ),
    unknown: ['Tingkat Konversi (Pesanan Siap Dikirim dibagi Pesanan Dibuat)'],
  },
  {
    report: 'shopee off-platform',
    header: list(
      'Tanggal · Platform · Channel · Penjualan (IDR) · Pesanan · Produk · Kunjungan · Pengunjung · Total Pembeli · Pembeli Baru · Tingkat Konversi (pesanan/kunjungan) · Pengguna Tambahkan ke Keranjang · Produk Ditambahkan ke Keranjang · Tingkat Konversi (kunjungan→keranjang) · Tingkat Konversi (keranjang→pesanan)',
    ),
    unknown: ['Tingkat Konversi (kunjungan→keranjang)', 'Tingkat Konversi (keranjang→pesanan)'],
  },
  {
    report: 'shopee live',
    header: list(
      'Informasi Streaming · Waktu Mulai · Pengunjung · Penonton Terbanyak · Rata-rata Durasi Menonton · Pesanan (COD Dibuat + non-COD Dibayar) · Penjualan (Pesanan Siap Dikirim)(Rp)',
    ),
    unknown: [],
  },
  {
    report: 'shopee spaylater',
    header: ['Periode Data', 'Tenor', ...twice('Penjualan (IDR)', 'Pesanan', 'Biaya Layanan yang Dikenakan', 'ROI')],
    unknown: ['ROI (Pesanan Dibuat)', 'ROI (Pesanan Siap Dikirim)'],
  },
  {
    report: 'shopee discount',
    header: [
      ...list('Tanggal · Tipe Promosi'),
      ...twice('Penjualan (IDR)', 'Pesanan', 'Produk Terjual', 'Pembeli', 'Penjualan per Pembeli (IDR)'),
      ...twice('Jumlah Pesanan Paket Diskon', 'Penjualan Produk Utama (IDR)', 'Penjualan Produk Tambahan (IDR)'),
      ...twice('Produk Utama Terjual', 'Produk Tambahan Terjual', 'Penjualan Produk Utama per Pembeli (IDR)'),
      ...twice('Penjualan Produk Tambahan (IDR)'),
    ],
    unknown: [
      ...twice('Penjualan Produk Utama per Pembeli (IDR)'),
      // The second of each name: per buyer, presumably.
      ...twice('Penjualan Produk Tambahan (IDR)'),
    ],
  },
  {
    report: 'shopee products',
    header: [
      ...list(
        'Kode Produk · Produk · Status Produk Saat Ini · Kode Variasi · Nama Variasi · Status Variasi Saat Ini · Kode Variasi · SKU Induk · Total Penjualan (Pesanan Dibuat) (IDR) · Penjualan (Pesanan Siap Dikirim) (IDR) · Jumlah Produk Dilihat · Produk Diklik · Persentase Klik · Pesanan Dibuat · Pesanan Siap Dikirim',
      ),
      ...twice('Produk', 'Total Pembeli', 'Penjualan per Pesanan (IDR)'),
      ...list('Pengunjung Produk (Kunjungan) · Halaman Produk Dilihat · Klik Pencarian · Suka'),
    ],
    unknown: list('Status Produk Saat Ini · Nama Variasi · Status Variasi Saat Ini · Kode Variasi · SKU Induk'),
  },
  {
    report: 'shopee affiliates',
    header: list(
      'ID Affiliates · Nama Affiliate · Username Affiliate · Omzet Penjualan(Rp) · Produk Terjual · Pesanan · Clicks · Estimasi Komisi(Rp) · ROI · Total Pembeli · Pembeli Baru',
    ),
    unknown: ['Username Affiliate', 'ROI'],
  },
  {
    report: 'shopee affiliate products',
    header: list(
      'Kode Item · Nama Item · Harga(Rp) · Omzet Penjualan(Rp) · Produk Terjual · Pesanan · Clicks · Estimasi Komisi(Rp) · ROI · Total Pembeli · Pembeli Baru',
    ),
    unknown: ['Harga(Rp)', 'ROI'],
  },
  {
    report: 'shopee ads',
    header: list(
      'Urutan · Nama Iklan · Status · Jenis Iklan · Kode Produk · Tampilan Iklan · Mode Bidding · Penempatan Iklan · Tanggal Mulai · Tanggal Selesai · Dilihat · Jumlah Klik · Persentase Klik · Add to Cart · Konversi · Konversi Langsung · Biaya per Konversi · Produk Terjual · Terjual Langsung · Omzet Penjualan · Penjualan Langsung (GMV Langsung) · Biaya · Efektifitas Iklan · Efektivitas Langsung · Persentase Biaya Iklan terhadap Penjualan dari Iklan (ACOS) · Voucher Amount · Vouchered Sales',
    ),
    unknown: list(
      'Urutan · Status · Jenis Iklan · Tampilan Iklan · Mode Bidding · Tanggal Mulai · Tanggal Selesai · Biaya per Konversi · Efektivitas Langsung',
    ),
  },
  {
    report: 'shopee search ads',
    header: list(
      'Urutan · Nama Iklan · Status · Tampilan Iklan · Mode Bidding · Kata Pencarian · Tanggal Mulai · Tanggal Selesai · SOV · Dilihat · Jumlah Klik · Persentase Klik · Konversi · Omzet Penjualan · Biaya · Efektifitas Iklan',
    ),
    unknown: list('Urutan · Status · Tampilan Iklan · Mode Bidding · Tanggal Mulai · Tanggal Selesai'),
  },
  {
    report: 'shopee live ads',
    header: list(
      'Urutan · Nama Iklan · ID Iklan · Status · Tujuan · Tanggal Mulai · Tanggal Selesai · Waktu Mulai Harian · Waktu Berakhir Harian · Modal · Penonton · Pesanan · Tingkat konversi · Omzet Penjualan · Biaya · Efektifitas Iklan',
    ),
    unknown: list(
      'Urutan · Status · Tujuan · Tanggal Mulai · Tanggal Selesai · Waktu Mulai Harian · Waktu Berakhir Harian · Modal · Tingkat konversi',
    ),
  },
  {
    report: 'meta ads',
    header: list(
      'Minggu · Nama kampanye · Nama iklan · Jumlah yang dibelanjakan (IDR) · Nilai Konversi Pembelian Khusus untuk Item Bersama · ROAS pembelian khusus untuk item bersama · Pembelian dengan item bersama · Frekuensi · Impresi · Klik tautan · Tampilan konten dengan item bersama · Penambahan ke Keranjang Belanja dengan Item Bersama · Awal pelaporan · Akhir pelaporan',
    ),
    unknown: ['Minggu'],
  },
  {
    report: 'tiktok shop stats',
    header: list(
      ' · GMV · Pesanan · Pembeli · Produk terjual · Produk yang dikembalikan dananya · Pesanan SKU · Pendapatan bruto · Tayangan halaman · Pengunjung · Persentase konversi · Impresi produk · Impresi produk unik · Klik produk · Klik unik · AOV',
    ),
    unknown: list('Persentase konversi · Impresi produk unik · Klik unik · AOV'),
  },
  {
    report: 'tiktok live ads',
    header: list(
      'Nama LIVE · Waktu peluncuran · Status · Nama kampanye · ID Campaign · Biaya · Biaya Bersih · Pesanan SKU · Biaya per pesanan (Toko saat ini) · Pendapatan kotor · Tayangan LIVE · Tayangan LIVE 10 detik · Pengikut saat LIVE · Mata uang',
    ),
    unknown: list('Status · ID Campaign · Biaya per pesanan (Toko saat ini)'),
  },
  {
    report: 'tiktok product ads',
    header: list(
      'Nama kampanye · ID Campaign · ID produk · Jenis materi iklan · Judul video · ID video · Akun TikTok · Waktu posting · Status · Biaya · Pesanan SKU · Biaya per pesanan · Pendapatan kotor · Impresi iklan produk · Jumlah klik iklan produk · Mata uang',
    ),
    unknown: list(
      'ID Campaign · Jenis materi iklan · Judul video · Akun TikTok · Waktu posting · Status · Biaya per pesanan',
    ),
  },
];

const text = /Nama|Kode|ID |Platform|Channel|Tenor|Tipe|Informasi|Kata|Penempatan|Voucher (Name|Code)/;
const days = /Tanggal|Periode|Waktu Mulai$|Waktu peluncuran|pelaporan|^$/;
const clocks = /Waktu Respon|Waktu Dihabiskan|Durasi/;

function cellUnder(name: string): string {
  if (name === 'Mata uang') return 'IDR';
  if (clocks.test(name)) return '00:01:22';
  if (days.test(name)) return '2025-03-01';
  if (/Kode Variasi|Status|Nama Variasi/.test(name)) return '-';
  return text.test(name) ? 'A' : '0';
}

describe('a report as it is exported', () => {
  it.each(headers)('$report', async ({ report, header, unknown }) => {
    const file = [header, header.map(cellUnder)].map((cells) => `${cells.join(';')}\n`).join('');
    const read = await emptyShop().load(file, { shop: jakarta, name: 'x_20250301-20250301.csv' });
    expect(read).toMatchObject({ layout: report, rows: 1, stored: 1, firstDay: '2025-03-01', lastDay: '2025-03-01' });
    const shown = unknown.slice(0, 8).map((name) => `"${name.slice(0, 40)}"`);
    const more = unknown.length > 8 ? ` and ${unknown.length - 8} more` : '';
    const words = read.notes.filter((note) => String(note).startsWith('Columns that I do not know'));
    expect(words).toEqual(unknown.length === 0 ? [] : [`Columns that I do not know: ${shown.join(', ')}${more}.`]);
  });
});
