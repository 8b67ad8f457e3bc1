import { say } from '../../../words/say.ts';
import { defineReport, type Metric, type Report } from './report.ts';
import { count, metric, rate } from './shopee-statistics.ts';

/**
 * Ads of Shopee: a CSV with six lines of head that tell the period, decimals with a point, and no thousands. A file tells
 * the cost of an ad for the period as a whole; only a file of one day tells a day's.
 */

/** Ad costs have decimals in a currency whose prices have none. */
const amount: Pick<Metric, 'reads' | 'adds'> = { reads: 'amount', adds: true };

const shared = {
  platform: 'Shopee',
  writes: { numbers: 'point', dates: 'day/month' },
  // An ad runs from Tanggal Mulai to Tanggal Selesai; its figures are of the period in the head.
  period: [],
  cost: 'Cost',
  says: say`Costs are of the whole period, as the file tells them: only a file of one day also goes into the daily costs of campaigns.`,
} satisfies Partial<Report>;

const sales = metric('Sales', amount, ['Omzet Penjualan', 'GMV']);
const cost = metric('Cost', amount, ['Biaya', 'Expense', 'Cost']);
const impressions = metric('Impressions', count, ['Dilihat', 'Impression', 'Impressions']);
const clicks = metric('Clicks', count, ['Jumlah Klik', 'Clicks']);

const clickRate = rate('Click rate', { of: 'Clicks', per: 'Impressions', aliases: ['Persentase Klik', 'CTR'] });
/** Printed with two decimals, cut or rounded. */
const returnOnSpend = rate('Return on ad spend', {
  of: 'Sales',
  per: 'Cost',
  unit: 'number',
  tolerance: 0.01,
  aliases: ['Efektifitas Iklan', 'Efektivitas Iklan', 'ROAS'],
});
const costShare = rate('Cost share of sales', {
  of: 'Cost',
  per: 'Sales',
  aliases: ['Persentase Biaya Iklan terhadap Penjualan dari Iklan (ACOS)', 'ACOS'],
});

const clicked = [
  sales,
  cost,
  impressions,
  clicks,
  metric('Conversions', count, ['Konversi', 'Conversions']),
  metric('Direct conversions', count, ['Konversi Langsung', 'Direct Conversions']),
  metric('Units', count, ['Produk Terjual', 'Items Sold']),
  metric('Direct units', count, ['Terjual Langsung', 'Direct Items Sold']),
  metric('Direct sales', amount, ['Penjualan Langsung (GMV Langsung)', 'Direct GMV']),
  metric('To cart', count, ['Add to Cart', 'Tambah ke Keranjang']),
  metric('Product views', count, ['Jumlah Produk Dilihat', 'Product Impressions']),
  metric('Product clicks', count, ['Jumlah Klik Produk', 'Product Clicks']),
  metric('Voucher amount', amount, ['Voucher Amount']),
  metric('Vouchered sales', amount, ['Vouchered Sales']),
];

export const shopeeAds = defineReport({
  ...shared,
  source: 'shopee ads',
  about: [
    ['Nama Iklan', 'Ad Name'],
    ['Kode Produk', 'Product ID'],
    ['Penempatan Iklan', 'Placement'],
  ],
  required: ['about 1', 'about 2', 'Impressions', 'Clicks', 'Cost'],
  metrics: clicked,
  rates: [returnOnSpend, costShare, clickRate],
});

export const shopeeSearchAds = defineReport({
  ...shared,
  source: 'shopee search ads',
  about: [
    ['Nama Iklan', 'Ad Name'],
    ['Kata Pencarian', 'Keyword', 'Search Query'],
  ],
  required: ['about 1', 'about 2', 'Impressions', 'Clicks', 'Cost'],
  metrics: [...clicked, metric('Share of voice', { reads: 'share', adds: false }, ['SOV'])],
  rates: [returnOnSpend, costShare, clickRate],
});

export const shopeeLiveAds = defineReport({
  ...shared,
  source: 'shopee live ads',
  about: [
    ['Nama Iklan', 'Ad Name'],
    ['ID Iklan', 'Ad ID'],
  ],
  required: ['about 1', 'about 2', 'Viewers', 'Cost'],
  metrics: [
    sales,
    cost,
    metric('Viewers', { reads: 'count', adds: false }, ['Penonton', 'Viewers']),
    metric('Orders', count, ['Pesanan', 'Orders']),
  ],
  rates: [returnOnSpend],
});
