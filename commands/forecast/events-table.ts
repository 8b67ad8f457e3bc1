import type { EventEffect } from '../../models/forecast/types.ts';
import { eventName } from '../../words/event-names.ts';
import type { Unit } from '../../words/quantity.ts';
import { change, count, plural, type Said, say, sentences } from '../../words/say.ts';
import type { Part, Row } from '../reply.ts';

/** More than these are counted, not listed: the receipt has them all. */
const MOST_EVENTS = 8;
/** As a share: what was seen and what is counted differ by so much that people ask why. */
const ASKED_ABOUT = 0.1;

/**
 * What each event that lies ahead did on a day of it, with its 95% interval, and what of it the forecast counts on: those
 * that count first.
 */
export function eventsTable(events: readonly EventEffect[], unit: Unit & ('money' | 'count')): Part[] {
  const told = events
    .filter(({ seen, ahead }) => seen > 0 && ahead > 0)
    .sort((a, b) => Number(b.admitted) - Number(a.admitted) || size(b) - size(a));
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
        { title: say`So far (95% range)`, unit: 'text' },
        { title: say`Counted ahead`, unit: 'change' },
      ],
      rows: shown.map(
        (event): Row => [
          eventName(event.name),
          event.ahead,
          event.added?.expected ?? null,
          soFar(event),
          event.admitted ? event.counted : isClear(event) ? say`not yet` : say`no`,
        ],
      ),
    });
  }
  const left = told.length - shown.length;
  const leftOut = shown.filter(({ admitted }) => !admitted);
  const remarks: Said[] = [
    ...drawn(shown),
    ...(leftOut.some((event) => !isClear(event))
      ? [say`“no”: not counted, for chance does as much; the receipt says it of each.`]
      : []),
    ...(leftOut.some(isClear)
      ? [
          say`“not yet”: its range is clear of zero, but of so many events one or another is by chance. It is counted once chance would do as much only 1 time in 200 and its times agree; another figure, such as orders, may be that clear sooner.`,
        ]
      : []),
    ...(left > 0
      ? [plural(left, say`1 more event is in the receipt.`, say`${count(left)} more events are in the receipt.`)]
      : []),
  ];
  if (remarks.length > 0) parts.push({ kind: 'note', text: sentences(...remarks) });
  return parts;
}

function soFar({ share }: EventEffect): Said | null {
  return share && say`${change(share.expected)} (${change(share.low95)} to ${change(share.high95)})`;
}

/** Whether the 95% range by itself speaks for an effect. */
function isClear({ share }: EventEffect): boolean {
  return share !== null && (share.low95 > 0 || share.high95 < 0);
}

/** The two figures of one event beside each other, told of the event where they are furthest apart. */
function drawn(shown: readonly EventEffect[]): Said[] {
  const gap = ({ share, counted, admitted }: EventEffect) =>
    admitted && share ? Math.abs(share.expected - counted) : 0;
  const [widest] = shown.toSorted((a, b) => gap(b) - gap(a));
  if (!widest?.share || gap(widest) < ASKED_ABOUT) return [];
  const [did, counted] = [change(widest.share.expected), change(widest.counted)];
  return [
    say`${eventName(widest.name)} did ${did} so far, and ${counted} is counted ahead: of what came seldom only a part is, for the next may be an ordinary day.`,
  ];
}

function size({ added }: EventEffect): number {
  return Math.abs(added?.expected ?? 0);
}
