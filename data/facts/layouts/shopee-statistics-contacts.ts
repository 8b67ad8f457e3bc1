import { say } from '../../../words/say.ts';
import { sum } from '../identities/identity.ts';
import { defineReport } from './report.ts';
import { count, metric, money, people, rate, sellerCentre, share } from './shopee-statistics.ts';

/** Reports of Seller Centre on people a shop speaks with, and on those who speak for it. */

export const chat = defineReport({
  ...sellerCentre,
  source: 'shopee chat',
  required: ['Visitors', 'Chats', 'Visitors asking'],
  metrics: [
    metric('Sales', money, ['Penjualan', 'Sales']),
    metric('Orders', count, ['Total Pesanan', 'Orders']),
    metric('Units', count, ['Produk', 'Units']),
    metric('Chats', count, ['Jumlah Chat', 'Number of Chats', 'Chats']),
    metric('Replied chats', count, ['Chat Dibalas', 'Chats Replied', 'Responded Chats']),
    metric('Chats without reply', count, ['Chat Belum Dibalas', 'Chats Not Replied', 'Non-responded Chats']),
    metric('Visitors', { reads: 'count', adds: 'Visitor-days' }, ['Pengunjung', 'Visitors']),
    metric('Visitors asking', people, ['Pengunjung Bertanya', 'Visitors Enquired', 'Visitors Asking']),
    metric('Buyers', people, ['Total Pembeli', 'Buyers']),
    metric('CSAT', share, ['CSAT %', 'CSAT', 'CSAT Percentage']),
    metric('Average response (s)', { reads: 'clock', adds: false }, [
      'Waktu Respon Rata-rata',
      'Average Response Time',
    ]),
    metric('First response (s)', { reads: 'clock', adds: false }, [
      'Waktu Respon Chat Pertama Kali',
      'First Response Time',
    ]),
    metric('Conversion of chats', share, ['Tingkat Konversi (Jumlah Chat yang Direspon)']),
    metric('Conversion of replies', share, ['Tingkat Konversi (Chat Dibalas)']),
  ],
  rates: [
    rate('Share asking', {
      of: 'Visitors asking',
      per: 'Visitors',
      aliases: ['Pertanyaan Diajukan', 'Enquiry Rate', 'Questions Asked'],
    }),
    rate('Reply rate', { of: 'Replied chats', per: 'Chats', aliases: [] }),
  ],
  identities: [sum(['Replied chats', 'Chats without reply'], 'Chats')],
  says: say`CSAT is the platform’s own of each period; without the number of answers it cannot be averaged.`,
});

export const chatBroadcast = defineReport({
  ...sellerCentre,
  source: 'shopee chat broadcast',
  required: ['Recipients', 'Readers'],
  metrics: [
    metric('Sales', money, ['Penjualan', 'Sales']),
    metric('Orders', count, ['Pesanan', 'Orders']),
    metric('Recipients', count, ['Total Penerima', 'Recipients', 'Total Recipients']),
    metric('Readers', count, ['Penerima yang Membaca', 'Recipients Read', 'Read Recipients']),
    metric('Clickers', count, ['Penerima yang Mengklik', 'Recipients Clicked', 'Clicked Recipients']),
    metric('Blockers', count, ['Penerima yang Memblokir', 'Recipients Blocked', 'Blocked Recipients']),
    metric('Buyers', people, ['Total Pembeli', 'Buyers']),
    metric('Click share', share, ['Persentase Chat Diklik', 'Click Rate']),
    metric('Conversion of replies', share, ['Tingkat Konversi (Chat Dibalas)', 'Conversion Rate']),
  ],
  rates: [rate('Read share', { of: 'Readers', per: 'Recipients', aliases: ['Persentase Chat Dibaca', 'Read Rate'] })],
});

export const live = defineReport({
  ...sellerCentre,
  source: 'shopee live',
  period: ['Waktu Mulai', 'Start Time'],
  about: [['Informasi Streaming', 'Livestream Information', 'Stream Information']],
  required: ['about 1', 'period', 'Viewers'],
  metrics: [
    metric('Sales', money, ['Penjualan (Pesanan Siap Dikirim)', 'Sales (Confirmed Order)'], 'ready to ship'),
    metric('Orders', count, ['Pesanan (COD Dibuat + non-COD Dibayar)', 'Orders'], 'paid'),
    metric('Viewers', people, ['Pengunjung', 'Viewers']),
    metric('Most viewers at once', people, ['Penonton Terbanyak', 'Peak Viewers']),
    metric('Average time watched (s)', { reads: 'clock', adds: false }, [
      'Rata-rata Durasi Menonton',
      'Average Watch Time',
    ]),
  ],
});

export const offPlatform = defineReport({
  ...sellerCentre,
  source: 'shopee off-platform',
  about: [['Platform'], ['Channel', 'Saluran']],
  totals: /^(semua|all|total|\d+ (channel|saluran|platforms?|channels) (dipilih|selected))$/i,
  required: ['about 1', 'about 2', 'Visits', 'Visitors'],
  metrics: [
    metric('Sales', money, ['Penjualan', 'Sales']),
    metric('Orders', count, ['Pesanan', 'Orders']),
    metric('Units', count, ['Produk', 'Units']),
    metric('Visits', count, ['Kunjungan', 'Visits']),
    metric('Visitors', people, ['Pengunjung', 'Visitors']),
    metric('Buyers', people, ['Total Pembeli', 'Buyers']),
    metric('New buyers', people, ['Pembeli Baru', 'New Buyers']),
    metric('Cart users', people, ['Pengguna Tambahkan ke Keranjang', 'Add to Cart Users']),
    metric('Units to cart', count, ['Produk Ditambahkan ke Keranjang', 'Add to Cart Units']),
  ],
  rates: [
    rate('Orders per visit', {
      of: 'Orders',
      per: 'Visits',
      aliases: ['Tingkat Konversi (pesanan/kunjungan)', 'Conversion Rate (orders/visits)'],
    }),
  ],
});

const affiliateMetrics = [
  metric('Sales', money, ['Omzet Penjualan', 'GMV', 'Sales']),
  metric('Commission', money, ['Estimasi Komisi', 'Est. Commission', 'Estimated Commission']),
  metric('Orders', count, ['Pesanan', 'Orders']),
  metric('Units', count, ['Produk Terjual', 'Items Sold', 'Units Sold']),
  metric('Clicks', count, ['Clicks', 'Klik']),
  metric('Buyers', people, ['Total Pembeli', 'Total Buyers', 'Buyers']),
  metric('New buyers', people, ['Pembeli Baru', 'New Buyers']),
];
const commissionRates = [rate('Sales per commission', { of: 'Sales', per: 'Commission', unit: 'number', aliases: [] })];

export const affiliates = defineReport({
  ...sellerCentre,
  source: 'shopee affiliates',
  about: [
    ['Nama Affiliate', 'Affiliate Name'],
    ['ID Affiliates', 'ID Affiliate', 'Affiliate ID'],
  ],
  required: ['about 2', 'Sales', 'Commission'],
  metrics: affiliateMetrics,
  rates: commissionRates,
});

export const affiliateProducts = defineReport({
  ...sellerCentre,
  source: 'shopee affiliate products',
  about: [
    ['Nama Item', 'Item Name'],
    ['Kode Item', 'Item ID', 'Item Code'],
  ],
  required: ['about 2', 'Sales', 'Commission'],
  metrics: affiliateMetrics,
  rates: commissionRates,
});
