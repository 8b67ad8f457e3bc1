import { say } from '../../../words/say.ts';
import { stages } from './layout.ts';
import { shopExport } from './shop-export.ts';

/**
 * Orders of Tokopedia as it was before it became TikTok Shop's system in 2025: the header is on the fifth row. Nobody is
 * named but who receives the parcel, so there is no customer to tell.
 */
export const tokopediaOrders = shopExport({
  name: 'Tokopedia orders',
  shop: { name: 'Tokopedia', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG', demo: false },
  writes: { numbers: 'comma', dates: 'day/month' },
  basis: say`Selling price times quantity, on the day of payment; before the shop’s coupons and shipping.`,
  required: ['order', 'status', 'time', 'productName', 'quantity', 'unitPrice'],
  columns: {
    order: ['Nomor Invoice'],
    status: ['Status Terakhir'],
    time: ['Tanggal Pembayaran'],
    sentAt: ['Tanggal Pengiriman Barang'],
    completedAt: ['Tanggal Pesanan Selesai'],
    sku: ['Nomor SKU'],
    productName: ['Nama Produk'],
    quantity: ['Jumlah Produk Dibeli'],
    unitPrice: ['Harga Jual'],
    place: ['Kota', 'Provinsi'],
  },
  statuses: [
    { words: /batal|ditolak|cancel/i, stage: stages.undone, isVoid: true },
    { words: /menunggu pembayaran|belum (di)?bayar/i, stage: stages.open, isVoid: true },
    { words: /selesai/i, stage: stages.completed },
    { words: /tiba|diterima|sampai/i, stage: stages.delivered },
    { words: /siap dikirim|menunggu/i, stage: stages.paid },
    { words: /dikirim|pengiriman/i, stage: stages.sent },
    { words: /./, stage: stages.paid },
  ],
});
