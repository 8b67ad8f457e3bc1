import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const file = join(import.meta.dirname, '../../../../shared/data/customer-personality/marketing_campaign.csv.gz');

/** Whether the public table is there: tests of it skip where it is not. */
export const hasPersonality = existsSync(file);

/** The customer-personality table by column, NaN where a cell is blank, and what brief B1 makes of it. */
export function readPersonality() {
  const [head, ...rows] = gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const words = (name: string) => rows.map((row) => row[head!.indexOf(name)]!);
  const numbers = (name: string) => Float64Array.from(words(name), (cell) => (cell === '' ? Number.NaN : Number(cell)));
  const sum = (...names: readonly string[]) =>
    names.map(numbers).reduce((total, each) => total.map((value, at) => value + each[at]!));
  const joined = words('Dt_Customer').map((text) => Date.parse(text.split('-').reverse().join('-')) / 86_400_000);
  const last = Math.max(...joined);
  return {
    income: numbers('Income'),
    spend: sum('MntWines', 'MntFruits', 'MntMeatProducts', 'MntFishProducts', 'MntSweetProducts', 'MntGoldProds'),
    purchases: sum('NumDealsPurchases', 'NumWebPurchases', 'NumCatalogPurchases', 'NumStorePurchases'),
    deals: numbers('NumDealsPurchases'),
    web: numbers('NumWebPurchases'),
    catalogue: numbers('NumCatalogPurchases'),
    store: numbers('NumStorePurchases'),
    visits: numbers('NumWebVisitsMonth'),
    kids: sum('Kidhome', 'Teenhome'),
    age: numbers('Year_Birth').map((year) => 2014 - year),
    tenure: Float64Array.from(joined, (day) => last - day),
    recency: numbers('Recency'),
    accepted: sum('AcceptedCmp1', 'AcceptedCmp2', 'AcceptedCmp3', 'AcceptedCmp4', 'AcceptedCmp5'),
    single: Float64Array.from(words('Marital_Status'), (word) => Number(!['Married', 'Together'].includes(word))),
    response: numbers('Response'),
  };
}

/** Blank incomes at the median, and none above 120,000. */
export function filledIncome(income: Float64Array): Float64Array {
  const known = income.filter((value) => !Number.isNaN(value)).sort();
  const middle = (known[known.length / 2 - 1]! + known[known.length / 2]!) / 2;
  return income.map((value) => Math.min(120_000, Number.isNaN(value) ? middle : value));
}
