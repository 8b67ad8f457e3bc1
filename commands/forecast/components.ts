import type { Shop } from '../../data/types.ts';
import { addDays, weekdayName } from '../../models/days.ts';
import { formatDays } from '../../words/quantity.ts';
import type { Part } from '../reply.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import { signed } from './band.ts';

const MOST_MEMBERS = 10;

/** What the forecast is made of: weekdays, the time of year, events; each against an ordinary day. */
export function componentParts(
  { components, daily, events, members }: KeptForecast,
  shop: Shop,
  until: string,
): Part[] {
  const parts: Part[] = [];
  if (components) {
    const open = ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) => {
      const value = components.weekday[weekday - 1] ?? null;
      return value === null ? [] : [{ label: weekdayName(weekday), value }];
    });
    const [best, worst] = [
      open.toSorted((a, b) => b.value - a.value)[0],
      open.toSorted((a, b) => a.value - b.value)[0],
    ];
    if (best && worst) {
      parts.push({
        kind: 'chart',
        title: `${best.label} sells most, ${worst.label} least`,
        subtitle: `Weekdays against an ordinary day · ${until}`,
        alt: `Weekdays against an ordinary day: ${open.map(({ label, value }) => `${label} ${signed(value)}`).join(', ')}.`,
        chart: { type: 'bars', unit: 'change', bars: open },
      });
    }
    if (components.yearly && components.yearly.length > 1) {
      const days = components.yearly.map((value, i) => ({ day: addDays(daily.firstDay, i), value }));
      const top = days.reduce((most, each) => (each.value > most.value ? each : most));
      parts.push({
        kind: 'chart',
        title: `The time of year: ${signed(top.value)} around ${formatDays(top.day, top.day, shop)}`,
        subtitle: `Season on the days ahead, against an ordinary day · ${until}`,
        alt: `The time of year moves the days ahead from ${signed(Math.min(...components.yearly))} to ${signed(top.value)}.`,
        chart: { type: 'forecast', unit: 'change', actual: [], expected: days, bands: [] },
      });
    }
  }
  const counted = events.filter(({ admitted, share }) => admitted && share !== null);
  if (counted.length > 0) {
    parts.push({
      kind: 'chart',
      title: 'What events did to their days',
      subtitle: `Against an ordinary day · ${until}`,
      alt: `Events against an ordinary day: ${counted.map(({ name, share }) => `${name} ${signed(share!.expected)}`).join(', ')}.`,
      chart: {
        type: 'bars',
        unit: 'change',
        level: 0.95,
        bars: counted
          .toSorted((a, b) => b.share!.expected - a.share!.expected)
          .map(({ name, share }) => ({ label: name, value: share!.expected, low: share!.low95, high: share!.high95 })),
      },
    });
  }
  const heavy = members.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_MEMBERS);
  if (heavy.length > 0) {
    parts.push({
      kind: 'table',
      title: `Members of the combination, the heaviest ${heavy.length} of ${members.length}`,
      columns: [
        { title: 'Member', unit: 'text' },
        { title: 'Forecasts', unit: 'text' },
        { title: 'Weight', unit: 'share' },
      ],
      rows: heavy.map(({ name, of, weight }) => [name, of, weight]),
    });
  }
  return parts;
}
