import { say } from '../../../words/say.ts';
import { type TraitColumn, type TraitTable, traitTable } from './trait-table.ts';

/** What was bought in two years, by category: wine in the original, a soft drink in the Indonesian variant. */
const categories: Readonly<Record<string, readonly string[]>> = {
  wines: ['MntWines'],
  'soft drinks': ['MntCoke'],
  fruits: ['MntFruits'],
  meat: ['MntMeatProducts'],
  fish: ['MntFishProducts'],
  sweets: ['MntSweetProducts'],
  gold: ['MntGoldProds'],
};

const purchases: Readonly<Record<string, readonly string[]>> = {
  'with a discount': ['NumDealsPurchases'],
  'on the web': ['NumWebPurchases'],
  'from the catalogue': ['NumCatalogPurchases'],
  'in the store': ['NumStorePurchases'],
};

const campaigns = [1, 2, 3, 4, 5].map((number) => `accepted campaign ${number}`);

const traits: readonly TraitColumn[] = [
  { trait: 'birth year', aliases: ['Year_Birth'], reads: 'count' },
  { trait: 'education', aliases: ['Education'], reads: 'word' },
  { trait: 'marital status', aliases: ['Marital_Status'], reads: 'word' },
  { trait: 'income', aliases: ['Income'], reads: 'money' },
  { trait: 'children', aliases: ['Kidhome'], reads: 'count' },
  { trait: 'teenagers', aliases: ['Teenhome'], reads: 'count' },
  { trait: 'joined', aliases: ['Dt_Customer'], reads: 'day' },
  { trait: 'days since last purchase', aliases: ['Recency'], reads: 'count' },
  ...Object.entries(categories).map(
    ([category, aliases]): TraitColumn => ({ trait: `spent on ${category}`, aliases, reads: 'money' }),
  ),
  ...Object.entries(purchases).map(
    ([how, aliases]): TraitColumn => ({ trait: `purchases ${how}`, aliases, reads: 'count' }),
  ),
  { trait: 'visits', aliases: ['NumWebVisitsMonth'], reads: 'count' },
  ...campaigns.map((trait, at): TraitColumn => ({ trait, aliases: [`AcceptedCmp${at + 1}`], reads: 'yes' })),
  { trait: 'response', aliases: ['Response'], reads: 'yes' },
  { trait: 'complaint', aliases: ['Complain'], reads: 'yes' },
];

const table: Omit<TraitTable, 'name'> = {
  subject: 'customer',
  ref: { name: 'customer', aliases: ['ID'] },
  traits,
  required: ['birth year', 'income', 'visits', 'response'],
  // The columns Z_CostContact and Z_Revenue are constant: they come in as loose ones and are left out for that.
  loose: 10,
  unread: /^(index|number|no|unnamed\d*|row)$/,
  writes: { numbers: 'point', dates: 'day/month' },
  review: {
    counted: [...campaigns, 'response', 'complaint'],
    missed: ['income'],
    implausible: [
      { name: 'birth year', isOff: 'number < 1900', says: say`before 1900` },
      { name: 'income', isOff: 'number > 10 * middle', says: say`above ten times the median` },
    ],
  },
};

/**
 * "Customer Personality Analysis" of Kaggle: one row a customer, two years of spend, answers to six campaigns. It says
 * who answered, never who would have bought anyway: nobody was held out.
 */
export const customerPersonality = traitTable({
  ...table,
  name: 'customer personality',
  required: [...table.required!, 'spent on wines'],
});

/** The variant of an Indonesian course: rupiah, SMA/D3/S1, Lajang/Menikah. */
export const customerPersonalityIndonesian = traitTable({
  ...table,
  name: 'customer personality (Indonesia)',
  required: [...table.required!, 'spent on soft drinks'],
  shop: { name: 'Toko', currency: 'IDR', zone: 'Asia/Jakarta', locale: 'en-SG', demo: false },
});
