import { say } from '../../../words/say.ts';
import { sum } from '../identities/identity.ts';
import { defineReport, type Metric } from './report.ts';
import { metric, money, sellerCentre } from './shopee-statistics.ts';

/**
 * The income statement of Shopee: names with an amount beside each, money going out below zero. Aliases are the labels in
 * Indonesian and in English copies.
 */

const line = (name: string, ...labels: readonly string[]): Metric => metric(name, money, [name, ...labels], 'payout');

export const shopeeIncome = defineReport({
  ...sellerCentre,
  source: 'shopee income',
  form: 'labels',
  required: ['Original product price (payout)', 'Order subtotal (payout)'],
  metrics: [
    line('Total released', 'Total Penghasilan', 'Total yang Dilepas', 'Jumlah yang Dilepas', 'Total Released Amount'),
    line('Total revenue', 'Total Pendapatan'),
    line('Order subtotal', 'Subtotal Pesanan', 'Merchandise Subtotal'),
    line('Original product price', 'Harga Asli Produk', 'Product Price', 'Original Price'),
    line('Product discount', 'Total Diskon Produk', 'Your Product Promotion'),
    line('Refunds to buyers', 'Jumlah Pengembalian Dana ke Pembeli', 'Refund Amount to Buyer', 'Refund Amount'),
    line('Vouchers and subsidies', 'Voucher & Subsidi Shopee', 'Vouchers & Rebates', 'Vouchers & Shopee Subsidy'),
    line('Platform product discount', 'Diskon Produk dari Shopee', 'Product Discount Rebate from Shopee'),
    line('Seller vouchers', 'Diskon Voucher Ditanggung Penjual', 'Voucher Sponsored by Seller'),
    line('Seller coin cashback', 'Cashback Koin yang Ditanggung Penjual', 'Seller Absorbed Coin Cashback'),
    line('Total expenses', 'Total Pengeluaran'),
    line('Shipping total', 'Total Biaya Pengiriman', 'Shipping Subtotal', 'Total Shipping Fee'),
    line('Shipping paid by buyers', 'Ongkir Dibayar Pembeli', 'Shipping Fee Paid by Buyer'),
    line('Free shipping of the platform', 'Gratis Ongkir dari Shopee', 'Shipping Rebate From Shopee'),
    line('Shipping passed on', 'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim'),
    line('Fees total', 'Biaya Admin & Layanan', 'Fees & Charges'),
    line('Affiliate commission', 'Biaya Komisi AMS', 'AMS Commission Fee'),
    line('Administration fee', 'Biaya Administrasi (termasuk PPN 11%)', 'Biaya Administrasi', 'Commission fee'),
    line('Service fee', 'Biaya Layanan'),
    line('Order processing fee', 'Biaya Proses Pesanan'),
    line('Insurance premium', 'Premi'),
    line('Shipping saver fee', 'Biaya Program Hemat Biaya Kirim'),
    line('Transaction fee', 'Biaya Transaksi'),
    line('Campaign fee', 'Biaya Kampanye'),
  ],
  identities: [
    sum(
      ['Original product price (payout)', 'Product discount (payout)', 'Refunds to buyers (payout)'],
      'Order subtotal (payout)',
    ),
    sum(['Order subtotal (payout)', 'Vouchers and subsidies (payout)'], 'Total revenue (payout)'),
    sum(['Shipping total (payout)', 'Fees total (payout)'], 'Total expenses (payout)'),
  ],
  says: say`Money going out is below zero, as the statement has it.`,
});
