import { say } from '../../../words/say.ts';
import { stages } from './layout.ts';
import { shopExport } from './shop-export.ts';

/** `orders_export.csv` of Shopify, 75 columns in 2021 and 79 in 2026. Order columns stand on an order's first row only. */
export const shopifyOrders = shopExport({
  name: 'Shopify orders',
  shop: null,
  writes: { numbers: 'point' },
  basis: say`Price times quantity, less the order’s discount once and less refunds up to the goods; before shipping and tax.`,
  isHeadOnFirstRow: true,
  required: ['order', 'time', 'status', 'quantity', 'productName', 'unitPrice', 'orderSubtotal'],
  columns: {
    order: ['Name'],
    customer: ['Email', 'Phone'],
    status: ['Financial Status'],
    time: ['Created at'],
    paidAt: ['Paid at'],
    sentAt: ['Fulfilled at'],
    updatedAt: ['Cancelled at'],
    currency: ['Currency'],
    orderSubtotal: ['Subtotal'],
    orderDiscount: ['Discount Amount'],
    orderRefund: ['Refunded Amount'],
    campaign: ['Discount Code'],
    sku: ['Lineitem sku'],
    productName: ['Lineitem name'],
    quantity: ['Lineitem quantity'],
    unitPrice: ['Lineitem price'],
    channel: ['Source'],
    place: ['Shipping City', 'Billing City'],
  },
  statuses: [
    { words: /^(voided|expired)/i, stage: stages.undone, isVoid: true },
    { words: /^(refunded|partially_refunded)/i, stage: stages.undone },
    { words: /^paid/i, stage: stages.paid },
    { words: /./, stage: stages.open },
  ],
});
