import { say } from '../../../words/say.ts';
import { stages } from './layout.ts';
import { shopExport } from './shop-export.ts';

/** The order report of Amazon: tab-separated, one row an item, without any word on the buyer. */
export const amazonOrders = shopExport({
  name: 'Amazon orders',
  shop: { name: 'Amazon', currency: 'USD', zone: 'UTC', locale: 'en-US', demo: false },
  writes: { numbers: 'point' },
  basis: say`Item price less the item’s promotion discount; before tax, shipping and gift wrap.`,
  required: ['order', 'time', 'status', 'quantity', 'lineTotal', 'currency'],
  columns: {
    order: ['amazon-order-id'],
    time: ['purchase-date'],
    updatedAt: ['last-updated-date'],
    status: ['order-status'],
    channel: ['sales-channel'],
    productName: ['product-name'],
    sku: ['sku'],
    parentSku: ['asin'],
    quantity: ['quantity', 'quantity-purchased'],
    currency: ['currency'],
    lineTotal: ['item-price'],
    lineDiscount: ['item-promotion-discount'],
    place: ['ship-city'],
  },
  statuses: [
    { words: /cancel/i, stage: stages.undone, isVoid: true },
    { words: /^pending/i, stage: stages.open, isVoid: true },
    { words: /^shipped.*(delivered)/i, stage: stages.delivered },
    { words: /^shipped.*(return|reject|lost|damaged)/i, stage: stages.undone, isVoid: true },
    { words: /^shipped/i, stage: stages.sent },
    { words: /./, stage: stages.paid },
  ],
});
