import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../../data/types/imports.ts';
import { emptyShop, jakarta, learnedAt, london } from './fixture.ts';

const header =
  'ID	Year_Birth	Education	Marital_Status	Income	Kidhome	Teenhome	Dt_Customer	Recency	MntWines	MntFruits	MntMeatProducts	MntFishProducts	MntSweetProducts	MntGoldProds	NumDealsPurchases	NumWebPurchases	NumCatalogPurchases	NumStorePurchases	NumWebVisitsMonth	AcceptedCmp3	AcceptedCmp4	AcceptedCmp5	AcceptedCmp1	AcceptedCmp2	Complain	Z_CostContact	Z_Revenue	Response';

/** Twelve made-up customers; the fourth campaign has the third's column, as in the original. */
const rows = Array.from({ length: 12 }, (_, at) => {
  const income = at === 3 ? '' : at === 5 ? '666666' : String(40_000 + at);
  const status = at === 7 ? 'YOLO' : at === 8 ? 'Absurd' : 'Single';
  const accepted = [at < 3, at < 4, at < 5, at < 1, at < 2].map(Number);
  const cells = [100 + at, at === 9 ? 1893 : 1970, 'PhD', status, income, 0, 1, `${13 + at}-09-2012`, at];
  return [...cells, 10, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, ...accepted, 0, 3, 11, at < 6 ? 1 : 0].join('\t');
});

const forms: readonly (readonly [form: string, content: string])[] = [
  ['TAB', [header, ...rows].join('\r\n')],
  ['semicolons', [header, ...rows].join('\n').replaceAll('\t', ';')],
  [
    'commas, a byte order mark and a column without a name',
    `\uFEFF${['\t', ...rows.map((_, at) => `${at}\t`)].map((index, at) => index + [header, ...rows][at]).join('\n')}`.replaceAll(
      '\t',
      ',',
    ),
  ],
];

const counted = ({ figures }: ImportReport) => Object.fromEntries(figures.map(({ name, value }) => [name, value]));

describe('the customer personality table', () => {
  it.each(forms)('comes in with %s', async (_, content) => {
    const shop = emptyShop();
    const report = await shop.load(content, { shop: london });

    expect(report).toMatchObject({ layout: 'customer personality', rows: 12, stored: 12, rejected: 0 });
    expect(counted(report)).toEqual({
      'Customers listed': 12,
      'accepted campaign 1': 1,
      'accepted campaign 2': 2,
      'accepted campaign 3': 3,
      'accepted campaign 4': 4,
      'accepted campaign 5': 5,
      response: 6,
      complaint: 0,
    });
    expect(report.notes).toEqual(
      expect.arrayContaining([
        'z_costcontact is 3 on every row: it tells nothing and was left out.',
        'z_revenue is 11 on every row: it tells nothing and was left out.',
        '1 of 12 have no income: not known, and not zero.',
        'birth year: 1 × before 1900 (line 11). Stored as told, and not to be believed.',
        'income: 1 × above ten times the median (line 7). Stored as told, and not to be believed.',
      ]),
    );
    const { numbers, words } = await shop.facts.customers.traits([
      'income',
      'marital status',
      'visits',
      'spent on wines',
    ]);
    expect([...numbers.income!].slice(2, 6)).toEqual([4_000_200, Number.NaN, 4_000_400, 66_666_600]);
    expect(words['marital status']!.slice(6, 9)).toEqual(['Single', 'YOLO', 'Absurd']);
    expect(numbers.visits![0]).toBe(5);
    expect(numbers['spent on wines']![0]).toBe(1000);
  });

  it('comes in as an Indonesian course has it, in rupiah', async () => {
    const indonesian = [header.replace('MntWines', 'MntCoke'), ...rows]
      .map((row, at) => (at === 0 ? row : row.replace('PhD', 'S3').replace('Single', 'Lajang')))
      .map((row) => row.split('\t').map((cell, place) => (place === 4 && /\d/.test(cell) ? `${cell}000.0` : cell)))
      .map((cells) => cells.join(','))
      .join('\r\n');
    const shop = emptyShop();
    const report = await shop.load(indonesian);
    expect(report).toMatchObject({ layout: 'customer personality (Indonesia)', stored: 12, shop: { currency: 'IDR' } });
    const { numbers, words } = await shop.facts.customers.traits([
      'income',
      'education',
      'marital status',
      'spent on soft drinks',
    ]);
    expect(numbers.income![0]).toBe(40_000_000);
    expect(numbers['spent on soft drinks']![0]).toBe(10);
    expect([words.education![0], words['marital status']![0]]).toEqual(['S3', 'Lajang']);
  });
});

const folder = join(import.meta.dirname, '../../../../shared/data/customer-personality');
const isThere = existsSync(folder);

/** Known answers: README of the data sets. */
describe.skipIf(!isThere)(`the whole table${isThere ? '' : ` (skipped: ${folder} is missing)`}`, () => {
  it.each([
    ['marketing_campaign.csv.gz', london],
    ['marketing_campaign_semicolon.csv.gz', london],
    ['marketing_campaign_data.csv.gz', jakarta],
    ['marketing_campaign_data_bom_crlf.csv.gz', jakarta],
  ])('%s', async (name, shop) => {
    const { facts } = emptyShop();
    const report = await facts.imports.load({ path: join(folder, name), name, learnedAt, shop });
    expect(report).toMatchObject({ rows: 2240, stored: 2240, rejected: 0 });
    expect(counted(report)).toMatchObject({
      response: 334,
      'accepted campaign 1': 144,
      'accepted campaign 2': 30,
      'accepted campaign 3': 163,
      'accepted campaign 4': 167,
      'accepted campaign 5': 163,
    });
    expect(report.notes).toContain('24 of 2,240 have no income: not known, and not zero.');
  });
});
