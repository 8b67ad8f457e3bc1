import type { Bands } from '../forecast-chart.ts';
import type { Part, Row, Table, Unit } from '../reply.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { MetricWords } from './metric.ts';
import { wholeMonths } from './periods.ts';

/** From here on months are told as well. */
const MONTHS_FROM_DAYS = 84;

/** What is expected of each period, with its bands; before them the days that no week holds. */
export function bandsTable(
  { points }: Bands,
  {
    period,
    unit,
    outside = null,
  }: { readonly period: 'Day' | 'Week from'; readonly unit: Unit; readonly outside?: Row | null },
): Table {
  return {
    kind: 'table',
    columns: [
      { title: period, unit: 'day' },
      { title: 'Expected', unit },
      { title: 'Low 80%', unit },
      { title: 'High 80%', unit },
      { title: 'Low 95%', unit },
      { title: 'High 95%', unit },
    ],
    rows: [
      ...(outside ? [outside] : []),
      ...points.map(({ day, expected, low80, high80, low95, high95 }) => [day, expected, low80, high80, low95, high95]),
    ],
  };
}

/** What adds up over days adds up to months, too; how far a month may miss is not known. */
export function monthsTable(result: KeptForecast, { adds, unit }: MetricWords): Part[] {
  const months = adds && result.daily.expected.length >= MONTHS_FROM_DAYS ? wholeMonths(result) : [];
  if (months.length === 0) return [];
  return [
    {
      kind: 'table',
      title: 'Whole months',
      columns: [
        { title: 'Month from', unit: 'day' },
        { title: 'Expected', unit },
      ],
      rows: months.map(({ month, expected }) => [month, expected]),
    },
  ];
}
