import type { Unit } from '../../words/quantity.ts';
import { day as onDay, type Said, say } from '../../words/say.ts';
import type { Bands } from '../forecast-chart.ts';
import type { Part, Row, Table } from '../reply.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { MetricWords } from './metric.ts';

/** From here on months are told as well. */
const MONTHS_FROM_DAYS = 84;

/** What is expected of each period, with its bands; before them the days that no week holds. */
export function bandsTable(
  { points }: Bands,
  { period, unit, outside = null }: { readonly period: Said; readonly unit: Unit; readonly outside?: Row | null },
): Table {
  return {
    kind: 'table',
    columns: [
      { title: period, unit: 'day' },
      { title: say`Expected`, unit },
      { title: say`Low 80%`, unit },
      { title: say`High 80%`, unit },
      { title: say`Low 95%`, unit },
      { title: say`High 95%`, unit },
    ],
    rows: [
      ...(outside ? [outside] : []),
      ...points.map(({ day, expected, low80, high80, low95, high95 }) => [
        onDay(day),
        expected,
        low80,
        high80,
        low95,
        high95,
      ]),
    ],
  };
}

/** What adds up over days adds up to months, too. */
export function monthsTable({ daily, monthly }: KeptForecast, { adds, unit }: MetricWords): Part[] {
  if (!adds || daily.expected.length < MONTHS_FROM_DAYS || monthly.length === 0) return [];
  const bands = { points: monthly.map(({ firstDay, ...interval }) => ({ day: firstDay, ...interval })) };
  return [{ ...bandsTable(bands, { period: say`Month from`, unit }), title: say`Whole months` }];
}
