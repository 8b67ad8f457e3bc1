import { addDays } from '../../models/days.ts';
import { eventName } from '../../words/event-names.ts';
import { day, listed, say } from '../../words/say.ts';
import { weekdays } from '../../words/weekdays.ts';
import type { Part } from '../reply.ts';
import { signed } from './band.ts';
import { eventsTable } from './events-table.ts';
import { headline } from './headline.ts';
import type { Look } from './look.ts';
import { methodsTable } from './methods-table.ts';

/** What the forecast is made of: weekdays, the time of year and events, each against an ordinary day, and the methods. */
export function componentParts(look: Look): Part[] {
  const { run, cut, words } = look;
  const { components, daily, events, members } = run.result;
  const until = day(cut.lastDay);
  const parts: Part[] = [{ kind: 'facts', facts: [headline(look)] }];
  if (components) {
    const open = ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) => {
      const value = components.weekday[weekday - 1] ?? null;
      return value === null ? [] : [{ label: weekdays[weekday], value }];
    });
    const [best, worst] = [
      open.toSorted((a, b) => b.value - a.value)[0],
      open.toSorted((a, b) => a.value - b.value)[0],
    ];
    if (best && worst) {
      parts.push({
        kind: 'chart',
        title: say`${best.label} sells most, ${worst.label} least`,
        subtitle: say`Weekdays against an ordinary day · data until ${until}`,
        alt: say`Weekdays against an ordinary day: ${listed(open.map(({ label, value }) => say`${label} ${signed(value)}`))}.`,
        chart: { type: 'bars', unit: 'change', bars: open },
      });
    }
    if (components.yearly && components.yearly.length > 1) {
      const days = components.yearly.map((value, i) => ({ day: addDays(daily.firstDay, i), value }));
      const top = days.reduce((most, each) => (each.value > most.value ? each : most));
      parts.push({
        kind: 'chart',
        title: say`The time of year: ${signed(top.value)} around ${day(top.day)}`,
        subtitle: say`Season on the days ahead, against an ordinary day · data until ${until}`,
        alt: say`The time of year moves the days ahead from ${signed(Math.min(...components.yearly))} to ${signed(top.value)}.`,
        chart: { type: 'forecast', unit: 'change', actual: [], expected: days, bands: [] },
      });
    }
  }
  const counted = events.filter(({ admitted, share }) => admitted && share !== null);
  if (counted.length > 0) {
    parts.push({
      kind: 'chart',
      title: say`What events did to their days`,
      subtitle: say`Against an ordinary day · data until ${until}`,
      alt: say`Events against an ordinary day: ${listed(counted.map(({ name, share }) => say`${eventName(name)} ${signed(share!.expected)}`))}.`,
      chart: {
        type: 'bars',
        unit: 'change',
        level: 0.95,
        bars: counted
          .toSorted((a, b) => b.share!.expected - a.share!.expected)
          .map(({ name, share }) => ({
            label: eventName(name),
            value: share!.expected,
            low: share!.low95,
            high: share!.high95,
          })),
      },
    });
  }
  return [...parts, ...eventsTable(events, words.unit), ...methodsTable(members)];
}
