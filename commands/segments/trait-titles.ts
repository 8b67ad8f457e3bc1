import { type Said, say, type Words } from '../../words/say.ts';

/** What is known of customers, by the name that imports and kept profiles have for it. */
const titles: Readonly<Record<string, Said>> = {
  'last order': say`Last order`,
  orders: say`Orders`,
  'past sales': say`Past sales`,
  'order size': say`Order size`,
  'units per order': say`Units per order`,
  products: say`Products`,
  'days between orders': say`Days between orders`,
  'first order': say`First order`,
  'promo use': say`Promo use`,
  discount: say`Discount`,
  'sent back': say`Sent back`,
  'lowest prices': say`Lowest prices`,
  'highest prices': say`Highest prices`,
  'members brought': say`Members brought`,
  'last purchase': say`Last purchase`,
  purchases: say`Purchases`,
  age: say`Age`,
  response: say`Response`,
  income: say`Income`,
  visits: say`Visits`,
  'purchases in the store': say`Purchases in the store`,
  'purchases on the web': say`Purchases on the web`,
  'purchases by catalogue': say`Purchases by catalogue`,
  'purchases with a discount': say`Purchases with a discount`,
  children: say`Children`,
  spend: say`Spend`,
  'time as a customer': say`Time as a customer`,
  'days since last purchase': say`Days since last purchase`,
  'campaigns accepted before': say`Campaigns accepted before`,
  'lives alone': say`Lives alone`,
};

const SPENT_ON = 'spent on ';

/** As a label. What a file alone tells of customers keeps the name that the file has for it. */
export function titleOfTrait(name: string): Words {
  if (name.startsWith(SPENT_ON)) return say`Spent on ${name.slice(SPENT_ON.length)}`;
  return titles[name] ?? name;
}
