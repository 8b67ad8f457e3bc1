import type { CustomerFeatures } from '../../data/types/customers.ts';
import type { FeatureRecipe } from './types.ts';

const long = (feature: string): FeatureRecipe => ({ feature, transform: 'log1p', scaling: 'standard' });
const even = (feature: string): FeatureRecipe => ({ feature, transform: 'none', scaling: 'standard' });

/** What customers can be told apart by, with what becomes of each value before distances are taken. */
export const featureSets = {
  /** Recency, orders and money. */
  rfm: [long('recency'), long('frequency'), long('money')],
  /** Eight things people do in a shop. */
  behaviour: [
    long('recency'),
    long('frequency'),
    long('money'),
    long('days per order'),
    long('order size'),
    long('units per order'),
    long('products'),
    even('promo share'),
  ],
  /**
   * The thirteen of a distributor's single view; the share of each price band is a column, so there are sixteen. What
   * all have alike (no list prices, one branch) is dropped, and so is net revenue where little was sent back.
   */
  thirteen: [
    long('money'),
    long('units'),
    long('frequency'),
    long('days from first to last'),
    long('days per order'),
    long('price per unit'),
    long('order size'),
    long('units per order'),
    { ...long('net revenue'), unlessLike: 'money' },
    even('discount share'),
    long('places'),
    even('lowest prices'),
    even('lower prices'),
    even('higher prices'),
    even('highest prices'),
    long('members brought'),
  ],
  /** A table of customers: what a file tells of them, their tails drawn in, spend on its logarithm, all from 0 to 1. */
  profile: [
    { feature: 'recency', transform: 'none', scaling: 'range', clip: [0.01, 0.99] },
    { feature: 'frequency', transform: 'none', scaling: 'range', clip: [0.01, 0.99] },
    { feature: 'money', transform: 'log', scaling: 'range', clip: [0.01, 0.99] },
  ],
} as const satisfies Record<string, readonly FeatureRecipe[]>;

export type FeatureSet = keyof typeof featureSets;

/**
 * The columns of `behaviour` and `thirteen` by name, money in whole units of the currency.
 *
 * @param minorPerUnit 100 where the currency has cents
 */
export function featureColumns(of: CustomerFeatures, minorPerUnit: number): Readonly<Record<string, Float64Array>> {
  const money = (minor: Float64Array) => minor.map((value) => value / minorPerUnit);
  return {
    units: of.quantity,
    'days from first to last': of.spanDays,
    // Over orders, not the gaps between them: known of everyone, and 0 for who came once.
    'days per order': of.spanDays.map((days, i) => days / of.orders[i]!),
    'price per unit': money(of.unitMinor),
    'order size': money(of.orderMinor),
    'units per order': of.orderQuantity,
    'net revenue': money(of.netMinor),
    products: of.products,
    'discount share': of.discountShare,
    'promo share': of.promoShare,
    places: of.places,
    'lowest prices': of.priceShare1,
    'lower prices': of.priceShare2,
    'higher prices': of.priceShare3,
    'highest prices': of.priceShare4,
    'members brought': of.referred,
  };
}
