import { entryOf } from '../../words/entry.ts';
import { named, type Said, say, type Words } from '../../words/say.ts';

type Called = { readonly inside: Said; readonly alone: Said };

/** What is known of customers, by the name that models and kept runs have for it. */
const features: Readonly<Record<string, Called>> = {
  recency: { inside: say`last order`, alone: say`Days since the last order` },
  frequency: { inside: say`orders`, alone: say`Orders` },
  money: { inside: say`spend`, alone: say`Spend` },
  'days from first to last': { inside: say`time as a customer`, alone: say`Time as a customer` },
  'days per order': { inside: say`days per order`, alone: say`Days per order` },
  'order size': { inside: say`order size`, alone: say`Order size` },
  'units per order': { inside: say`units per order`, alone: say`Units per order` },
  'price per unit': { inside: say`price per unit`, alone: say`Price per unit` },
  products: { inside: say`product range`, alone: say`Product range` },
  units: { inside: say`units`, alone: say`Units` },
  'net revenue': { inside: say`net revenue`, alone: say`Net revenue` },
  'promo share': { inside: say`promo use`, alone: say`Promo use` },
  'discount share': { inside: say`share of discount`, alone: say`Share of discount` },
  places: { inside: say`places`, alone: say`Places` },
  'lowest prices': { inside: say`lowest prices`, alone: say`Lowest prices` },
  'lower prices': { inside: say`lower prices`, alone: say`Lower prices` },
  'higher prices': { inside: say`higher prices`, alone: say`Higher prices` },
  'highest prices': { inside: say`highest prices`, alone: say`Highest prices` },
  'members brought': { inside: say`members brought`, alone: say`Members brought` },
};

/** Inside a sentence: "last order". What a file told keeps the name that the file has for it. */
export function calledOf(feature: string): Words {
  return entryOf(features, feature)?.inside ?? named(feature);
}

/** As a label: "Days since the last order". */
export function titleOfFeature(feature: string): Words {
  return entryOf(features, feature)?.alone ?? named(feature);
}
