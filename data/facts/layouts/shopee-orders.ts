import { say } from '../../../words/say.ts';
import { stages } from './layout.ts';
import { type ShopExport, type StatusWord, shopExport } from './shop-export.ts';

const statuses: readonly StatusWord[] = [
  { words: /^(batal|dibatalkan|cancel)/i, stage: stages.undone, isVoid: true },
  { words: /^(belum bayar|unpaid)/i, stage: stages.open, isVoid: true },
  { words: /^(selesai|completed)/i, stage: stages.completed },
  { words: /^(telah dikirim|pesanan diterima|delivered|order received)/i, stage: stages.delivered },
  { words: /^(sedang dikirim|dikirim|shipping|shipped)/i, stage: stages.sent },
  { words: /./, stage: stages.paid },
];

const shared = {
  basis: say`Price after the item’s discount times quantity, less returned goods; before vouchers, coins and shipping, which stand on every row of an order and are not summed.`,
  statuses,
  returnGranted: /permintaan disetujui|request approved|return.*(accepted|approved)/i,
  required: ['order', 'status', 'time', 'productName', 'quantity', 'unitPrice'],
} satisfies Partial<ShopExport>;

/** `Order.all.YYYYMMDD_YYYYMMDD.xlsx` of Seller Centre in Indonesian, columns of 2021 to 2026. Money 1.234.567. */
export const shopeeOrdersIndonesian = shopExport({
  ...shared,
  name: 'Shopee orders',
  shop: { name: 'Shopee', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG', demo: false },
  writes: { numbers: 'comma', dates: 'day/month' },
  columns: {
    order: ['No. Pesanan'],
    status: ['Status Pesanan'],
    returnStatus: ['Status Pembatalan/ Pengembalian'],
    time: ['Waktu Pesanan Dibuat'],
    paidAt: ['Waktu Pembayaran Dilakukan'],
    sentAt: ['Waktu Pengiriman Diatur'],
    completedAt: ['Waktu Pesanan Selesai'],
    sku: ['Nomor Referensi SKU'],
    parentSku: ['SKU Induk'],
    productName: ['Nama Produk'],
    variant: ['Nama Variasi'],
    listPrice: ['Harga Awal'],
    unitPrice: ['Harga Setelah Diskon'],
    subtotal: ['Subtotal Pesanan', 'Total Harga Produk'],
    orderVoucher: ['Voucher Ditanggung Penjual'],
    quantity: ['Jumlah'],
    returned: ['Returned quantity', 'Jumlah Dikembalikan'],
    customer: ['Username (Pembeli)'],
    place: ['Kota/Kabupaten', 'Provinsi'],
  },
});

/** The same in English, as sellers in Singapore, Malaysia and the Philippines have it, and half-translated copies. */
export const shopeeOrdersEnglish = shopExport({
  ...shared,
  name: 'Shopee orders',
  shop: null,
  columns: {
    order: ['Order ID', 'Order SN', 'Order No.'],
    status: ['Order Status'],
    returnStatus: ['Return / Refund Status'],
    time: ['Order Creation Date', 'Order Creation Time'],
    paidAt: ['Order Paid Time'],
    sentAt: ['Ship Time'],
    completedAt: ['Order Complete Time'],
    sku: ['SKU Reference No.', 'SKU Reference Number'],
    parentSku: ['Parent SKU Reference No.', 'Parent SKU Reference Number'],
    productName: ['Product Name'],
    variant: ['Variation Name'],
    listPrice: ['Original Price'],
    unitPrice: ['Deal Price'],
    orderVoucher: ['Seller Voucher'],
    quantity: ['Quantity'],
    returned: ['Returned quantity'],
    customer: ['Username (Buyer)'],
    place: ['City', 'Town', 'Province'],
    country: ['Country'],
  },
});
