import { defineReport } from './report.ts';
import { count, metric, people } from './shopee-statistics.ts';

/** Daily figures of a TikTok Shop in Indonesian. The header of the date is an empty cell. */
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
