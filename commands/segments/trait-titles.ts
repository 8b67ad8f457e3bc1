import { entryOf } from '../../words/entry.ts';
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
  'birth year': say`Birth year`,
  education: say`Education`,
  'marital status': say`Marital status`,
  teenagers: say`Teenagers`,
  joined: say`Joined`,
  complaint: say`Complaint`,
  city: say`City`,
  province: say`Province`,
  country: say`Country`,
  gender: say`Gender`,
  consent: say`Consent to messages`,
  'purchases from the catalogue': say`Purchases from the catalogue`,
  recency: say`Recency`,
  history: say`Past spend`,
  newbie: say`New customer`,
  'zip code': say`Kind of place`,
  visit: say`Visit`,
  conversion: say`Conversion`,
};

const SPENT_ON = 'spent on ';
const ACCEPTED = 'accepted campaign ';

/** What the table of customer personality tells spend of; other files have words of their own. */
const categories: Readonly<Record<string, Said>> = {
  wines: say`Spent on wines`,
  'soft drinks': say`Spent on soft drinks`,
  fruits: say`Spent on fruits`,
  meat: say`Spent on meat`,
  fish: say`Spent on fish`,
  sweets: say`Spent on sweets`,
  gold: say`Spent on gold`,
};

/** As a label. What a file alone tells of customers keeps the name that the file has for it. */
export function titleOfTrait(name: string): Words {
  if (name.startsWith(SPENT_ON)) {
    const category = name.slice(SPENT_ON.length);
    return entryOf(categories, category) ?? say`Spent on ${category}`;
  }
  if (name.startsWith(ACCEPTED)) return say`Accepted campaign ${name.slice(ACCEPTED.length)}`;
  return entryOf(titles, name) ?? name;
}
