import type { EventEffect } from '../../models/forecast/types.ts';
import type { Unit } from '../../words/quantity.ts';
import { count, type Said, say, sentences } from '../../words/say.ts';
import { eventName } from '../calendar/event-names.ts';
import type { Part, Row } from '../reply.ts';

/** More than these are counted, not listed: the receipt has them all. */
const MOST_EVENTS = 8;

/**
 * What each event of the calendar adds on a day of it, with its 95% interval, and whether the forecast counts on it: those
 * that lie ahead first.
 */
export function eventsTable(events: readonly EventEffect[], unit: Unit & ('money' | 'count')): Part[] {
  const told = events
    .filter(({ seen, ahead, admitted }) => seen > 0 && (ahead > 0 || admitted))
    .sort((a, b) => rank(b) - rank(a) || size(b) - size(a));
  const shown = told.slice(0, MOST_EVENTS);
  const parts: Part[] = [];
  if (shown.length > 0) {
    parts.push({
      kind: 'table',
      title: say`Events of the calendar`,
      columns: [
        { title: say`Event`, unit: 'text' },
        { title: say`Days in it`, unit: 'count' },
        { title: say`A day of it added`, unit },
        { title: say`Low 95%`, unit },
        { title: say`High 95%`, unit },
        { title: say`Counted as`, unit: 'change' },
      ],
      rows: shown.map(
        ({ name, ahead, added, admitted, counted }): Row => [
          eventName(name),
          ahead,
          added?.expected ?? null,
          added?.low95 ?? null,
          added?.high95 ?? null,
          admitted ? counted : say`no`,
        ],
      ),
    });
  }
  const left = told.length - shown.length;
  const isLeftOut = shown.some(({ admitted }) => !admitted);
  const remarks: Said[] = [
    ...(isLeftOut ? [say`“no”: not counted, for chance does as much; the receipt says it of each.`] : []),
    ...(left > 0 ? [say`${count(left)} more events are in the receipt.`] : []),
  ];
  if (remarks.length > 0) parts.push({ kind: 'note', text: sentences(...remarks) });
  return parts;
}

/** Ahead and counted on, ahead, only counted on. */
function rank({ ahead, admitted }: EventEffect): number {
  return (ahead > 0 ? 2 : 0) + (admitted ? 1 : 0);
}

function size({ added }: EventEffect): number {
  return Math.abs(added?.expected ?? 0);
}
