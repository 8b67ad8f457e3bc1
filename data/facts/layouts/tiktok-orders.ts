import { say } from '../../../words/say.ts';
import { stages } from './layout.ts';
import { shopExport } from './shop-export.ts';

/**
 * Orders of TikTok Shop, and of Tokopedia, which has been the same system since 2025. The row under the header describes
 * the columns. What the platform pays towards a discount is the seller's revenue; what the seller pays is not.
 */
export const tiktokOrders = shopExport({
  name: 'TikTok Shop orders',
  shop: null,
  writes: { dates: 'day/month' },
  basis: say`Price before discounts less the seller’s own discount, less returned goods; order amounts, fees and shipping stand on every row and are not summed.`,
  hasDescriptionRow: true,
  required: ['order', 'status', 'time', 'productName', 'quantity', 'lineTotal'],
  columns: {
    order: ['Order ID'],
    status: ['Order Status'],
    returnStatus: ['Cancelation/Return Type'],
    time: ['Created Time'],
    paidAt: ['Paid Time'],
    sentAt: ['Shipped Time'],
    deliveredAt: ['Delivered Time'],
    updatedAt: ['Cancelled Time'],
    sku: ['Seller SKU'],
    parentSku: ['SKU ID'],
    productName: ['Product Name'],
    variant: ['Variation'],
    quantity: ['Quantity'],
    returned: ['Sku Quantity of return'],
    lineTotal: ['SKU Subtotal Before Discount'],
    lineDiscount: ['SKU Seller Discount'],
    customer: ['Buyer Username'],
    channel: ['Purchase Channel', 'Order Channel'],
    campaign: ['Creator Handle'],
    place: ['Regency and City', 'Province'],
    country: ['Country'],
  },
  statuses: [
    { words: /cancel|batal/i, stage: stages.undone, isVoid: true },
    { words: /^(unpaid|belum (di)?bayar)/i, stage: stages.open, isVoid: true },
    { words: /^(completed|selesai)/i, stage: stages.completed },
    { words: /^(delivered|terkirim)/i, stage: stages.delivered },
    { words: /^(shipped|in transit|dikirim)/i, stage: stages.sent },
    { words: /./, stage: stages.paid },
  ],
});
