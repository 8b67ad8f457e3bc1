import type { Unit } from '../../words/quantity.ts';
import { day as onDay, type Said, say } from '../../words/say.ts';
import type { Bands } from '../forecast-chart.ts';
import type { Part, Row, Table } from '../reply.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { Look } from './look.ts';
import type { MetricWords } from './metric.ts';

/** From here on months are told as well. */
const MONTHS_FROM_DAYS = 84;

type Shape = {
  readonly period: Said;
  readonly unit: Unit;
  /** Before all others: the days that no week holds. */
  readonly outside?: Row | null;
  /** The 80% band alone fits a phone. */
  readonly widest: 0.8 | 0.95;
};

/** What is expected of each period, with its bands. */
export function bandsTable({ points }: Bands, { period, unit, outside = null, widest }: Shape): Table {
  const columns = [
    { title: period, unit: 'day' as const },
    { title: say`Expected`, unit },
    { title: say`Low 80%`, unit },
    { title: say`High 80%`, unit },
    ...(widest === 0.95
      ? [
          { title: say`Low 95%`, unit },
          { title: say`High 95%`, unit },
        ]
      : []),
  ];
  return {
    kind: 'table',
    columns,
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
    ].map((row) => row.slice(0, columns.length)),
  };
}

/** The same of the periods that a forecast is shown by. */
export function lookTable({ bands, byWeek, outside, words }: Look, { widest }: Pick<Shape, 'widest'>): Table {
  return bandsTable(bands, { period: byWeek ? say`Week from` : say`Day`, unit: words.unit, outside, widest });
}

/** What adds up over days adds up to months, too. */
export function monthsTable({ daily, monthly }: KeptForecast, { adds, unit }: MetricWords): Part[] {
  if (!adds || daily.expected.length < MONTHS_FROM_DAYS || monthly.length === 0) return [];
  const bands = { points: monthly.map(({ firstDay, ...interval }) => ({ day: firstDay, ...interval })) };
  return [{ ...bandsTable(bands, { period: say`Month from`, unit, widest: 0.95 }), title: say`Whole months` }];
}
