import { say } from '../../../words/say.ts';
import { defineReport } from './report.ts';
import { count, metric, people, rate } from './shopee-statistics.ts';

/** Statistics of a TikTok Shop in Indonesian. */

/** By day; the header of the date is an empty cell. */
export const tiktokShopStats = defineReport({
  platform: 'TikTok Shop',
  source: 'tiktok shop stats',
  writes: { numbers: 'comma', dates: 'day/month' },
  period: ['', 'Tanggal', 'Date'],
  required: ['Sales', 'Gross revenue', 'Page views', 'Visitors'],
  metrics: [
    metric('Sales', { reads: 'amount', adds: true }, ['GMV']),
    metric('Gross revenue', { reads: 'amount', adds: true }, ['Pendapatan bruto', 'Gross revenue']),
    metric('Orders', count, ['Pesanan', 'Orders']),
    metric('SKU orders', count, ['Pesanan SKU', 'SKU orders']),
    metric('Units', count, ['Produk terjual', 'Items sold']),
    metric('Refunds', { reads: 'amount', adds: true }, ['Pengembalian dana']),
    metric('Refunded units', count, ['Produk yang dikembalikan dananya', 'Items refunded']),
    metric('Buyers', people, ['Pembeli', 'Buyers', 'Customers']),
    metric('Page views', count, ['Tayangan halaman', 'Page views']),
    metric('Visitors', { reads: 'count', adds: 'Visitor-days' }, ['Pengunjung', 'Visitors']),
    metric('Product impressions', count, ['Impresi produk', 'Product impressions']),
    metric('Product clicks', count, ['Klik produk', 'Product clicks']),
  ],
});

const cost = metric('Cost', { reads: 'amount', adds: true }, ['Biaya', 'Cost']);
const orders = metric('SKU orders', count, ['Pesanan SKU', 'SKU orders']);
const sales = metric('Sales', { reads: 'amount', adds: true }, ['Pendapatan kotor', 'Gross revenue']);
const costShare = rate('Cost share of sales', { of: 'Cost', per: 'Sales', aliases: [] });

/** Ads that lead to a LIVE: a row is one LIVE, on the day it began. */
export const tiktokLiveAds = defineReport({
  platform: 'TikTok Shop',
  source: 'tiktok live ads',
  period: ['Waktu peluncuran', 'Launched time'],
  about: [
    ['Nama kampanye', 'Campaign name'],
    ['Nama LIVE', 'LIVE name'],
  ],
  cost: 'Cost',
  required: ['about 1', 'about 2', 'period', 'Cost'],
  metrics: [
    cost,
    metric('Net cost', { reads: 'amount', adds: true }, ['Biaya Bersih', 'Net Cost']),
    sales,
    orders,
    metric('LIVE views', count, ['Tayangan LIVE', 'LIVE views']),
    metric('LIVE views of 10 s', count, ['Tayangan LIVE 10 detik', '10-second LIVE views']),
    metric('Followers won', count, ['Pengikut saat LIVE', 'LIVE follows']),
  ],
  rates: [costShare],
});

/** Ads of products: when their video was posted says nothing of the days they cost money on. */
export const tiktokProductAds = defineReport({
  platform: 'TikTok Shop',
  source: 'tiktok product ads',
  about: [
    ['Nama kampanye', 'Campaign name'],
    ['ID produk', 'Product ID'],
    ['ID video', 'Video ID'],
  ],
  cost: 'Cost',
  required: ['about 1', 'about 2', 'Cost', 'Impressions'],
  metrics: [
    cost,
    sales,
    orders,
    metric('Impressions', count, ['Impresi iklan produk', 'Product ad impressions']),
    metric('Clicks', count, ['Jumlah klik iklan produk', 'Product ad clicks']),
  ],
  rates: [costShare, rate('Click rate', { of: 'Clicks', per: 'Impressions', aliases: [] })],
  says: say`Costs are of the whole period: only a file of one day also goes into the daily costs of campaigns.`,
});
