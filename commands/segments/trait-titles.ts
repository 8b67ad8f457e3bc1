import { entryOf } from '../../words/entry.ts';
import { named, type Said, say, type Words } from '../../words/say.ts';

type Called = { readonly inside: Said; readonly alone: Said };

/** What is known of customers, by the name that imports and kept profiles have for it. */
const traits: Readonly<Record<string, Called>> = {
  'last order': { inside: say`last order`, alone: say`Last order` },
  orders: { inside: say`orders`, alone: say`Orders` },
  'past sales': { inside: say`past sales`, alone: say`Past sales` },
  'order size': { inside: say`order size`, alone: say`Order size` },
  'units per order': { inside: say`units per order`, alone: say`Units per order` },
  products: { inside: say`products`, alone: say`Products` },
  'days between orders': { inside: say`days between orders`, alone: say`Days between orders` },
  'first order': { inside: say`first order`, alone: say`First order` },
  'promo use': { inside: say`promo use`, alone: say`Promo use` },
  discount: { inside: say`discount`, alone: say`Discount` },
  'sent back': { inside: say`sent back`, alone: say`Sent back` },
  'lowest prices': { inside: say`lowest prices`, alone: say`Lowest prices` },
  'highest prices': { inside: say`highest prices`, alone: say`Highest prices` },
  'members brought': { inside: say`members brought`, alone: say`Members brought` },
  'last purchase': { inside: say`last purchase`, alone: say`Last purchase` },
  purchases: { inside: say`purchases`, alone: say`Purchases` },
  age: { inside: say`age`, alone: say`Age` },
  response: { inside: say`response`, alone: say`Response` },
  income: { inside: say`income`, alone: say`Income` },
  visits: { inside: say`visits`, alone: say`Visits` },
  'purchases in the store': { inside: say`purchases in the store`, alone: say`Purchases in the store` },
  'purchases on the web': { inside: say`purchases on the web`, alone: say`Purchases on the web` },
  'purchases by catalogue': { inside: say`purchases by catalogue`, alone: say`Purchases by catalogue` },
  'purchases with a discount': { inside: say`purchases with a discount`, alone: say`Purchases with a discount` },
  children: { inside: say`children`, alone: say`Children` },
  spend: { inside: say`spend`, alone: say`Spend` },
  'time as a customer': { inside: say`time as a customer`, alone: say`Time as a customer` },
  'days since last purchase': { inside: say`days since last purchase`, alone: say`Days since last purchase` },
  'campaigns accepted before': { inside: say`campaigns accepted before`, alone: say`Campaigns accepted before` },
  'lives alone': { inside: say`lives alone`, alone: say`Lives alone` },
  'birth year': { inside: say`birth year`, alone: say`Birth year` },
  education: { inside: say`education`, alone: say`Education` },
  'marital status': { inside: say`marital status`, alone: say`Marital status` },
  teenagers: { inside: say`teenagers`, alone: say`Teenagers` },
  joined: { inside: say`joined`, alone: say`Joined` },
  complaint: { inside: say`complaint`, alone: say`Complaint` },
  city: { inside: say`city`, alone: say`City` },
  province: { inside: say`province`, alone: say`Province` },
  country: { inside: say`country`, alone: say`Country` },
  gender: { inside: say`gender`, alone: say`Gender` },
  consent: { inside: say`consent to messages`, alone: say`Consent to messages` },
  'purchases from the catalogue': {
    inside: say`purchases from the catalogue`,
    alone: say`Purchases from the catalogue`,
  },
  recency: { inside: say`recency`, alone: say`Recency` },
  history: { inside: say`past spend`, alone: say`Past spend` },
  newbie: { inside: say`new customer`, alone: say`New customer` },
  'zip code': { inside: say`kind of place`, alone: say`Kind of place` },
  visit: { inside: say`visit`, alone: say`Visit` },
  conversion: { inside: say`conversion`, alone: say`Conversion` },
};

const SPENT_ON = 'spent on ';
const ACCEPTED = 'accepted campaign ';

/** What the table of customer personality tells spend of; other files have words of their own. */
const categories: Readonly<Record<string, Called>> = {
  wines: { inside: say`spent on wines`, alone: say`Spent on wines` },
  'soft drinks': { inside: say`spent on soft drinks`, alone: say`Spent on soft drinks` },
  fruits: { inside: say`spent on fruits`, alone: say`Spent on fruits` },
  meat: { inside: say`spent on meat`, alone: say`Spent on meat` },
  fish: { inside: say`spent on fish`, alone: say`Spent on fish` },
  sweets: { inside: say`spent on sweets`, alone: say`Spent on sweets` },
  gold: { inside: say`spent on gold`, alone: say`Spent on gold` },
};

/** Inside a sentence: "last order". What a file alone tells of customers keeps the name that the file has for it. */
export function calledTrait(name: string): Words {
  return calledOf(name)?.inside ?? named(name);
}

/** As a label: "Last order". */
export function titleOfTrait(name: string): Words {
  return calledOf(name)?.alone ?? named(name);
}

function calledOf(name: string): Called | undefined {
  if (name.startsWith(SPENT_ON)) {
    const category = name.slice(SPENT_ON.length);
    return entryOf(categories, category) ?? { inside: say`spent on ${category}`, alone: say`Spent on ${category}` };
  }
  if (name.startsWith(ACCEPTED)) {
    const which = name.slice(ACCEPTED.length);
    return { inside: say`accepted campaign ${which}`, alone: say`Accepted campaign ${which}` };
  }
  return entryOf(traits, name);
}
