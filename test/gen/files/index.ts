import { type ListFile, listFiles, spendFiles } from './lists.ts';
import type { OrderFile } from './order-file.ts';
import { otherOrders } from './other-orders.ts';
import { reportFiles } from './reports.ts';
import { shopeeOrders } from './shopee-orders.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { tiktokOrders } from './tiktok-orders.ts';

/** Every type of file with orders that can be written. */
export const orderFiles: readonly OrderFile[] = [...shopeeOrders, ...tiktokOrders, ...shopifyOrders, ...otherOrders];

/** Every type of file that lists something else, row by row. */
export const listsAndSpend: readonly ListFile[] = [...spendFiles, ...listFiles];

/** Every type of file that tells of something else than orders. */
export const otherFiles: readonly ListFile[] = [...listsAndSpend, ...reportFiles];
