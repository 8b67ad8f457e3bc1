import type { OrderFile } from './order-file.ts';
import { otherOrders } from './other-orders.ts';
import { shopeeOrders } from './shopee-orders.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { tiktokOrders } from './tiktok-orders.ts';

/** Every type of file with orders that can be written. */
export const orderFiles: readonly OrderFile[] = [...shopeeOrders, ...tiktokOrders, ...shopifyOrders, ...otherOrders];
