import { writeXlsx } from 'hucre/xlsx';
import { seededChance } from '../../../data/sample/random.ts';

/** A shop's visits by day, made up; `day` counts from 1 in March 2025. */
export type Visit = {
  readonly day: number;
  readonly views: number;
  readonly visitors: number;
  readonly fresh: number;
  readonly returning: number;
};

/** A month of visits like those of the real shop, with its two traps: 3,000 visitors, and 1,000 views. */
export function visitsOfMarch(seed: number): readonly Visit[] {
  const { next } = seededChance(seed);
  return Array.from({ length: 31 }, (_, at): Visit => {
    if (at === 10) return { day: 11, views: 8927, visitors: 3000, fresh: 2256, returning: 744 };
    if (at === 4) return { day: 5, views: 1000, visitors: 350, fresh: 210, returning: 140 };
    const visitors = 250 + Math.floor(next() * 2500);
    const fresh = Math.floor(visitors * (0.6 + 0.2 * next()));
    return { day: at + 1, views: Math.floor(visitors * (2.5 + next())), visitors, fresh, returning: visitors - fresh };
  });
}

export const trafficHeader = [
  'Tanggal',
  'Produk Dilihat',
  'Rata-rata Dilihat',
  'Rata-rata Waktu Dihabiskan',
  'Tingkat Pengunjung Melihat Tanpa Membeli',
  'Total Pengunjung',
  'Pengunjung Baru',
  'Pengunjung Lama',
  'Jumlah Pengikut Baru',
];

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
/** 1.234.567 and 3,21, as Seller Centre writes them. */
export const dotted = (value: number) => value.toLocaleString('id-ID');
const average = (value: number) => value.toFixed(2).replace('.', ',');

/** Unique visitors of the month are fewer than those of its days added up. */
export function summaryOf(visits: readonly Visit[]): Omit<Visit, 'day'> {
  const [fresh, returning] = [visits.map((visit) => visit.fresh), visits.map((visit) => visit.returning)].map((days) =>
    Math.floor(sum(days) * 0.9),
  ) as [number, number];
  return { views: sum(visits.map(({ views }) => views)), visitors: fresh + returning, fresh, returning };
}

/** The rows of one sheet: summary, blank, header again, days. */
export function trafficSheet(visits: readonly Visit[]): string[][] {
  const row = (date: string, { views, visitors, fresh, returning }: Omit<Visit, 'day'>) => [
    date,
    dotted(views),
    average(views / visitors),
    '00:01:22',
    '23,08%',
    dotted(visitors),
    dotted(fresh),
    dotted(returning),
    '2',
  ];
  return [
    trafficHeader,
    row('01-03-2025-31-03-2025', summaryOf(visits)),
    [],
    trafficHeader,
    ...visits.map((visit) => row(`${String(visit.day).padStart(2, '0')}-03-2025`, visit)),
  ];
}

/** What pandas makes of such a table: 1.627 is one and a half, 3.000 is 3, and the period is gone. */
export function damagedTraffic(visits: readonly Visit[]): string {
  const cut = (value: number) => (value < 1000 ? value.toFixed(1) : String(value / 1000).replace(/^(\d+)$/, '$1.0'));
  const row = (date: string, { views, visitors, fresh, returning }: Omit<Visit, 'day'>) =>
    [
      date,
      cut(views),
      `"${average(views / visitors)}"`,
      '1.3667',
      '0.2308',
      cut(visitors),
      cut(fresh),
      cut(returning),
    ].join(',');
  const header =
    'Date,Products_Viewed,Average_Views,Average_Time_Spent,Rate_Visitors_Viewing_Without_Buying,Total_Visitors,New_Visitors,Returning_Visitors,Source_File';
  const source = 'traffic_overview_20250301_20250331 (1).xlsx';
  return `${[
    header,
    `${row('01-03-2025-31-03-2025', summaryOf(visits))},${source}`,
    `,,,,,,,,${source}`,
    `Tanggal,Produk Dilihat,Rata-rata Dilihat,,,Total Pengunjung,Pengunjung Baru,Pengunjung Lama,${source}`,
    ...visits.map((visit) => `${row(`2025-03-${String(visit.day).padStart(2, '0')}`, visit)},${source}`),
  ].join('\n')}\n`;
}

export type Sheets = readonly {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | Date)[])[];
}[];

export function workbook(sheets: Sheets): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) })) });
}
