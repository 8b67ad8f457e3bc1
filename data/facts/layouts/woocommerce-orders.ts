import { say } from '../../../words/say.ts';
import { stages } from './layout.ts';
import { shopExport } from './shop-export.ts';

/** `wc-orders-report-export-*.csv` of WooCommerce Analytics: one row an order, no e-mail and no prices of its lines. */
export const woocommerceOrders = shopExport({
  name: 'WooCommerce orders',
  shop: null,
  basis: say`Net sales of the order as WooCommerce counts them: after coupons and refunds, before tax and shipping.`,
  required: ['order', 'time', 'status', 'quantity', 'productName', 'lineTotal'],
  columns: {
    order: ['Order #'],
    time: ['Date'],
    status: ['Status'],
    customer: ['Customer'],
    productName: ['Product(s)'],
    quantity: ['Items sold'],
    campaign: ['Coupon(s)'],
    lineTotal: ['Net Sales', 'N. Revenue', 'N. Revenue (formatted)'],
    channel: ['Attribution'],
  },
  statuses: [
    { words: /cancel|failed|refunded|trash/i, stage: stages.undone, isVoid: true },
    { words: /pending|checkout-draft/i, stage: stages.open, isVoid: true },
    { words: /completed/i, stage: stages.completed },
    { words: /./, stage: stages.paid },
  ],
});
