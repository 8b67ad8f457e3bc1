import { say } from '../../../words/say.ts';
import { atMost } from '../identities/identity.ts';
import { defineReport } from './report.ts';
import { bases, count, metric, money, onBasis, onBoth, people, rate, sellerCentre } from './shopee-statistics.ts';

/** Reports of Seller Centre on what a shop gives away: vouchers, flash sales, discounts, instalments. */

const attributed = say`Sales are those of orders that used it: attributed, not incremental.`;

/** What came back for each unit of cost, less the cost itself. */
const attributedRoi = bases.map((basis) =>
  rate('Attributed ROI', { basis, of: `Sales (${basis})`, per: `Cost (${basis})`, less: 1, aliases: [] }),
);

const usageRate = bases.map((basis) =>
  rate('Usage rate', {
    basis,
    of: `Orders (${basis})`,
    per: 'Claims',
    aliases: onBasis(basis, ['Tingkat Penggunaan', 'Usage Rate']),
  }),
);

const voucherMetrics = [
  ...onBoth('Sales', money, ['Penjualan', 'Sales']),
  ...onBoth('Cost', money, ['Total Biaya', 'Biaya', 'Total Cost', 'Cost']),
  metric('Claims', count, ['Klaim', 'Claims']),
  ...onBoth('Orders', count, ['Pesanan', 'Orders'], {
    placed: ['Orders Created'],
    'ready to ship': ['Orders Ready To Ship'],
  }),
  ...onBoth('Buyers', people, ['Pembeli', 'Buyers']),
];

const buyersOrder = bases.map((basis) => atMost(`Buyers (${basis})`, `Orders (${basis})`));

export const voucher = defineReport({
  ...sellerCentre,
  source: 'shopee voucher',
  required: ['Claims', 'Sales (placed)', 'Orders (placed)', 'Cost (placed)'],
  metrics: voucherMetrics,
  rates: [...attributedRoi, ...usageRate],
  identities: buyersOrder,
  says: attributed,
});

export const voucherByCode = defineReport({
  ...sellerCentre,
  source: 'shopee vouchers by code',
  period: ['Periode Data', 'Data Period'],
  about: [
    ['Nama Voucher', 'Voucher Name'],
    ['Kode Voucher', 'Voucher Code'],
  ],
  required: ['about 1', 'about 2', 'Claims', 'Orders (placed)'],
  metrics: [
    ...voucherMetrics,
    metric('Sales', money, ['Penjualan', 'Sales']),
    metric('Cost', money, ['Total Biaya', 'Biaya', 'Cost']),
  ],
  rates: [...attributedRoi, rate('Attributed ROI', { of: 'Sales', per: 'Cost', less: 1, aliases: [] }), ...usageRate],
  says: attributed,
});

export const flashSale = defineReport({
  ...sellerCentre,
  source: 'shopee flash sale',
  required: ['Sales (placed)', 'Sales (ready to ship)', 'Product views', 'Sales per buyer (placed)'],
  metrics: [
    ...onBoth('Sales', money, ['Penjualan', 'Sales']),
    ...onBoth('Orders', count, ['Pesanan', 'Orders'], {
      placed: ['Orders Created'],
      'ready to ship': ['Orders Ready To Ship'],
    }),
    ...onBoth('Buyers', people, ['Pembeli', 'Buyers']),
    metric('Product views', count, ['Jumlah Produk Dilihat', 'Number Of Products Viewed', 'Product Views']),
    metric('Product clicks', count, ['Produk Diklik', 'Products Clicked', 'Product Clicks']),
  ],
  rates: [
    ...bases.map((basis) =>
      rate('Sales per buyer', {
        basis,
        of: `Sales (${basis})`,
        per: `Buyers (${basis})`,
        unit: 'money',
        tolerance: 1,
        aliases: onBasis(basis, ['Penjualan per Pembeli', 'Sales per Buyer']),
      }),
    ),
    rate('Click rate', {
      of: 'Product clicks',
      per: 'Product views',
      aliases: ['Persentase Klik', 'Click Rate', 'CTR'],
    }),
  ],
  identities: buyersOrder,
  says: say`The report tells no cost: what a flash sale costs has to be entered.`,
});

/** The second of two columns of one name is per buyer, which Seller Centre has forgotten to say. */
export const discount = defineReport({
  ...sellerCentre,
  source: 'shopee discount',
  about: [['Tipe Promosi', 'Promotion Type']],
  totals: /^(semua|total|all)\b/i,
  required: ['about 1', 'Sales (placed)', 'Units (placed)'],
  metrics: [
    ...onBoth('Sales', money, ['Penjualan', 'Sales']),
    ...onBoth('Orders', count, ['Pesanan', 'Orders']),
    ...onBoth('Units', count, ['Produk Terjual', 'Units Sold']),
    ...onBoth('Buyers', people, ['Pembeli', 'Buyers']),
    ...onBoth('Bundle orders', count, ['Jumlah Pesanan Paket Diskon', 'Bundle Deal Orders']),
    ...onBoth('Main product sales', money, ['Penjualan Produk Utama', 'Main Product Sales']),
    ...onBoth('Add-on sales', money, ['Penjualan Produk Tambahan', 'Add-on Product Sales']),
    ...onBoth('Main product units', count, ['Produk Utama Terjual', 'Main Products Sold']),
    ...onBoth('Add-on units', count, ['Produk Tambahan Terjual', 'Add-on Products Sold']),
  ],
  rates: bases.flatMap((basis) => [
    rate('Sales per buyer', {
      basis,
      of: `Sales (${basis})`,
      per: `Buyers (${basis})`,
      unit: 'money',
      tolerance: 1,
      aliases: onBasis(basis, ['Penjualan per Pembeli', 'Sales per Buyer']),
    }),
  ]),
});

export const payLater = defineReport({
  ...sellerCentre,
  source: 'shopee spaylater',
  about: [['Tenor', 'Tenure']],
  totals: /^(semua|total|all)\b/i,
  required: ['about 1', 'Sales (placed)', 'Cost (placed)'],
  metrics: [
    ...onBoth('Sales', money, ['Penjualan', 'Sales']),
    ...onBoth('Orders', count, ['Pesanan', 'Orders']),
    ...onBoth('Cost', money, ['Biaya Layanan yang Dikenakan', 'Service Fee Charged']),
  ],
  rates: attributedRoi,
  says: attributed,
});
