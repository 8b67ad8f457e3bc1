import type { Cell } from '../file.ts';
import { type Order, soldMinor } from '../ledger.ts';
import {
  columnsOf,
  count,
  draftOf,
  goodsMinor,
  moment,
  money,
  type OrderFile,
  type State,
  shownIn,
  stateOf,
  tableOf,
} from './order-file.ts';

// The lists of connectors.md 4.1, read off real files.
const indonesian = columnsOf(
  `No. Pesanan · Status Pesanan · Alasan Pembatalan · Status Pembatalan/ Pengembalian · No. Resi · Opsi Pengiriman ·
   Antar ke counter/ pick-up · Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan) · Waktu Pengiriman Diatur ·
   Waktu Pesanan Dibuat · Waktu Pembayaran Dilakukan · Tipe Pesanan · Metode Pembayaran · SKU Induk · Nama Produk ·
   Nomor Referensi SKU · Nama Variasi · Harga Awal · Harga Setelah Diskon · Jumlah · Returned quantity ·
   Subtotal Pesanan · Total Diskon · Diskon Dari Penjual · Diskon Dari Shopee · Berat Produk · Jumlah Produk di Pesan ·
   Total Berat · Nama Gudang · Voucher Ditanggung Penjual · Cashback Koin · Voucher Ditanggung Shopee · Paket Diskon ·
   Paket Diskon (Diskon dari Shopee) · Paket Diskon (Diskon dari Penjual) · Potongan Koin Shopee · Diskon Kartu Kredit ·
   Ongkos Kirim Dibayar oleh Pembeli · Estimasi Potongan Biaya Pengiriman · Ongkos Kirim Pengembalian Barang ·
   Total Pembayaran · Perkiraan Ongkos Kirim · Catatan dari Pembeli · Catatan · Username (Pembeli) · Nama Penerima ·
   No. Telepon · Alamat Pengiriman · Kota/Kabupaten · Provinsi · Waktu Pesanan Selesai`.replace(/\s*\n\s*/g, ' '),
);
const comeAndGo = ['Tipe Pesanan', 'Nama Gudang'];
const olderIndonesian = indonesian
  .filter((name) => !comeAndGo.includes(name))
  .map((name) => (name === 'Subtotal Pesanan' ? 'Total Harga Produk' : name));
const newestIndonesian = [...indonesian.slice(0, 1), 'Booking SN', ...indonesian.slice(1)];

const english = columnsOf(
  `Order ID · Order Status · Cancel reason · Return / Refund Status · Tracking Number* · Shipping Option ·
   Shipment Method · Estimated Ship Out Date · Ship Time · Order Creation Date · Order Paid Time ·
   Parent SKU Reference No. · Product Name · SKU Reference No. · Variation Name · Original Price · Deal Price ·
   Quantity · Returned quantity · Product Subtotal · Seller Rebate · Seller Discount · Shopee Rebate ·
   SKU Total Weight · No of product in order · Order Total Weight · Voucher Code · Seller Voucher ·
   Seller Absorbed Coin Cashback · Shopee Voucher · Bundle Deal Indicator · Shopee Bundle Discount ·
   Seller Bundle Discount · Shopee Coins Offset · Credit Card Discount Total · Total Amount · Buyer Paid Shipping Fee ·
   Shipping Rebate Estimate · Reverse Shipping Fee · Transaction Fee(Incl. GST) · Commission Fee (Incl. GST) ·
   Service Fee (incl. GST) · Grand Total · Estimated Shipping Fee · Username (Buyer) · Receiver Name · Phone Number ·
   Delivery Address · Town · District · City · Province · Country · Zip Code · Remark from buyer ·
   Order Complete Time · Note`.replace(/\s*\n\s*/g, ' '),
);
const philippineMoney = ['Original Price', 'Deal Price', 'Product Subtotal', 'Grand Total', 'Seller Voucher'];
const philippine = english
  .map((name) => (philippineMoney.includes(name) ? `${name}(PHP)` : name))
  .map((name) => (name === 'Seller Discount' ? 'Price Discount(from Seller)(PHP)' : name))
  .map((name) => (name === 'Shopee Rebate' ? 'Shopee Rebate(PHP)' : name));

const stateInIndonesian: Readonly<Record<State, string>> = {
  unpaid: 'Belum Bayar',
  paid: 'Perlu Dikirim',
  sent: 'Sedang Dikirim',
  completed: 'Selesai',
  cancelled: 'Batal',
};
const stateInEnglish: Readonly<Record<State, string>> = {
  unpaid: 'Unpaid',
  paid: 'To ship',
  sent: 'Shipping',
  completed: 'Completed',
  cancelled: 'Cancelled',
};
const windowOpen = 'Pesanan diterima, namun Pembeli masih dapat mengajukan pengembalian hingga 2026-02-28.';

const MASK = '******';
const tells = { cancelled: true, returned: true, voucher: false, unpaid: true, customer: true, ownDay: false };

/** As Shopee numbers orders: the day, then letters. */
function refOf({ number, createdAt }: Order): string {
  const day = new Date(createdAt).toISOString().slice(2, 10).replaceAll('-', '');
  return `${day}${(number * 7919 + 100_000).toString(36).toUpperCase().padStart(8, 'Q')}`;
}

/**
 * One row an item, order columns repeated. The seller's own discount is in the price after discount, what Shopee adds is
 * not; vouchers, shipping and the total of the payment are the order's.
 */
function indonesianRows(order: Order): Readonly<Record<string, Cell>>[] {
  const goods = goodsMinor(order);
  const state = stateOf(order);
  return order.lines.map((line, at) => ({
    'No. Pesanan': refOf(order),
    'Status Pesanan': state === 'sent' && order.number % 3 === 0 ? windowOpen : stateInIndonesian[state],
    'Alasan Pembatalan': state === 'cancelled' ? 'Dibatalkan oleh Pembeli. Alasan: Lainnya, "berubah pikiran"' : '',
    'Status Pembatalan/ Pengembalian': order.returned ? 'Permintaan Disetujui' : '',
    'No. Resi': order.sentAt === null ? '' : `SPXID0${40_000_000 + order.number}`,
    'Opsi Pengiriman': 'Reguler (Cashless)-SPX Standard',
    'Antar ke counter/ pick-up': 'Pickup',
    'Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)': moment(order.createdAt + 3 * 86_400_000),
    'Waktu Pengiriman Diatur': moment(order.sentAt),
    'Waktu Pesanan Dibuat': moment(order.createdAt),
    'Waktu Pembayaran Dilakukan': order.paidAt === null ? '-' : moment(order.paidAt),
    'Metode Pembayaran': 'ShopeePay',
    'Nama Produk': line.product.name,
    'Nomor Referensi SKU': line.product.sku,
    'Harga Awal': money(line.product.priceMinor),
    'Harga Setelah Diskon': money(line.product.priceMinor - line.discountMinor),
    Jumlah: count(line.quantity),
    'Returned quantity': count(at === 0 ? (order.returned?.quantity ?? 0) : 0),
    'Total Diskon': money((line.discountMinor + line.platformDiscountMinor) * line.quantity),
    'Diskon Dari Penjual': money(line.discountMinor * line.quantity),
    'Diskon Dari Shopee': money(line.platformDiscountMinor * line.quantity),
    'Berat Produk': '250 gr',
    'Jumlah Produk di Pesan': count(order.lines.reduce((sum, { quantity }) => sum + quantity, 0)),
    'Total Berat': '500 gr',
    'Voucher Ditanggung Penjual': money(order.voucherMinor),
    'Cashback Koin': money(0),
    'Voucher Ditanggung Shopee': money(0),
    'Paket Diskon': 'N',
    'Ongkos Kirim Dibayar oleh Pembeli': money(9000),
    'Total Pembayaran': money(goods - order.voucherMinor + 9000),
    'Perkiraan Ongkos Kirim': money(14_500),
    'Catatan dari Pembeli': order.number % 5 === 0 ? 'tolong dibungkus rapi,\nterima kasih "kak"' : '',
    'Username (Pembeli)': order.customer.ref,
    'Nama Penerima': MASK,
    'No. Telepon': MASK,
    'Alamat Pengiriman': MASK,
    'Kota/Kabupaten': order.customer.city.toUpperCase(),
    Provinsi: 'JAWA BARAT',
    'Waktu Pesanan Selesai': moment(order.completedAt),
    // Subtotal of the row, under the name of the file's year.
    'Subtotal Pesanan': money(soldMinor(line)),
  }));
}

function indonesianFile(name: string, header: readonly string[]): OrderFile {
  return {
    name,
    layout: 'Shopee orders',
    currency: 'IDR',
    tells,
    write(ledger, window) {
      const subtotal = header.includes('Subtotal Pesanan') ? 'Subtotal Pesanan' : 'Total Harga Produk';
      const records = shownIn(ledger, window).flatMap((order) =>
        indonesianRows(order).map(({ 'Subtotal Pesanan': worth, ...record }) => ({ ...record, [subtotal]: worth! })),
      );
      return draftOf(ledger, {
        name: 'Order.all.20260101_20260131.xlsx',
        sheet: 'orders',
        rows: tableOf(header, records),
        writing: { numbers: '1.234,56' },
        form: { container: 'workbook of text' },
      });
    },
  };
}

function englishFile(name: string, header: readonly string[], currency: OrderFile['currency']): OrderFile {
  const isPhilippine = currency === 'PHP';
  const column = (plain: string) => header.find((each) => each === plain || each.startsWith(`${plain}(PHP)`)) ?? plain;
  return {
    name,
    layout: 'Shopee orders',
    currency,
    tells,
    write(ledger, window) {
      const records = shownIn(ledger, window).flatMap((order) =>
        order.lines.map((line, at) => ({
          'Order ID': refOf(order),
          'Order Status': stateInEnglish[stateOf(order)],
          'Cancel reason': order.cancelledAt === null ? '' : 'Cancelled by buyer',
          'Return / Refund Status': order.returned ? 'Request Approved' : '',
          'Shipping Option': 'Standard Delivery',
          'Ship Time': moment(order.sentAt),
          'Order Creation Date': moment(order.createdAt),
          'Order Paid Time': moment(order.paidAt),
          'Product Name': line.product.name,
          'SKU Reference No.': line.product.sku,
          [column('Original Price')]: money(line.product.priceMinor),
          [column('Deal Price')]: money(line.product.priceMinor - line.discountMinor),
          Quantity: count(line.quantity),
          'Returned quantity': count(at === 0 ? (order.returned?.quantity ?? 0) : 0),
          [column('Product Subtotal')]: money(soldMinor(line)),
          [isPhilippine ? 'Price Discount(from Seller)(PHP)' : 'Seller Discount']: money(
            line.discountMinor * line.quantity,
          ),
          [column('Shopee Rebate')]: money(line.platformDiscountMinor * line.quantity),
          'No of product in order': count(order.lines.length),
          [column('Seller Voucher')]: money(order.voucherMinor),
          'Buyer Paid Shipping Fee': money(9000),
          [column('Grand Total')]: money(goodsMinor(order) - order.voucherMinor + 9000),
          'Username (Buyer)': order.customer.ref,
          'Receiver Name': MASK,
          'Phone Number': MASK,
          'Delivery Address': MASK,
          City: order.customer.city,
          Country: isPhilippine ? 'PH' : 'ID',
          'Zip Code': '0151',
          'Order Complete Time': moment(order.completedAt),
        })),
      );
      return draftOf(ledger, {
        name: 'Order.all.20260101_20260131.xlsx',
        sheet: 'orders',
        rows: tableOf(header, records),
        writing: { digits: ledger.minorDigits },
        form: { container: 'workbook of text' },
      });
    },
  };
}

export const shopeeOrders: readonly OrderFile[] = [
  indonesianFile('Shopee orders, Indonesian 2026', newestIndonesian),
  indonesianFile('Shopee orders, Indonesian, older', olderIndonesian),
  englishFile('Shopee orders, English', english, 'IDR'),
  englishFile('Shopee orders, Philippines', philippine, 'PHP'),
];
