import type { Layer } from './frame.ts';
import { LINE_HEIGHT, roomFor } from './look.ts';
import { pixels } from './pixels.ts';
import type { Anchor, Place } from './placing.ts';
import { drawable } from './words.ts';

const NAME_GAP = 12;

/** Where words stand beside what they name. */

/** `size` is what it takes along the line it may be moved on. */
export type Label = { readonly at: number; readonly size: number };

/** The same labels one after the other, each as near to its own place as that allows; and not outside `within`. */
export function spread<Each extends Label>(
  labels: readonly Each[],
  within: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): Each[] {
  const rows: Row<Each>[] = [];
  for (const label of [...labels].sort((a, b) => a.at - b.at)) {
    rows.push(rowOf([label], within));
    for (let [before, last] = rows.slice(-2); before && last && touch(before, last); [before, last] = rows.slice(-2)) {
      rows.splice(-2, 2, rowOf([...before.labels, ...last.labels], within));
    }
  }
  return rows.flatMap(({ labels: members, start }) =>
    middles(members).map((middle, i) => ({ ...members[i]!, at: start + middle })),
  );
}

/** Labels that stand close together. */
type Row<Each extends Label> = { readonly labels: readonly Each[]; readonly start: number; readonly end: number };

function rowOf<Each extends Label>(labels: readonly Each[], [low, high]: readonly [number, number]): Row<Each> {
  const wanted = middles(labels).reduce((sum, middle, i) => sum + labels[i]!.at - middle, 0) / labels.length;
  const length = labels.reduce((sum, { size }) => sum + size, 0);
  const start = Math.max(low, Math.min(high - length, wanted));
  return { labels, start, end: start + length };
}

/** The middle of each, from the start of their row. */
function middles(labels: readonly Label[]): number[] {
  let end = 0;
  return labels.map(({ size }) => {
    end += size;
    return end - size / 2;
  });
}

/** A hair apart is apart: sums of fractions are not exact. */
function touch(before: Row<Label>, after: Row<Label>): boolean {
  return before.end - after.start > 1e-6 * (after.end - before.start);
}

/**
 * Names at the left of their rows, in the middle whether they have one line or two: an axis would set them all by their
 * first line. `y` is the encoding that finds a row by the field `row`.
 */
export function rowNames(names: readonly (readonly string[])[], y: object): Layer[] {
  const lines = names.flatMap((written, row) =>
    written.map((text, i) => ({ row, text, dy: (i - (written.length - 1) / 2) * LINE_HEIGHT })),
  );
  return [...new Set(lines.map(({ dy }) => dy))].map((dy) => ({
    data: { values: lines.filter((line) => line.dy === dy) },
    mark: { type: 'text', align: 'right', baseline: 'middle', dx: -NAME_GAP, dy, aria: false },
    encoding: { x: { value: 0 }, y, text: { field: 'text' } },
  }));
}

/** How much room they need. */
export function rowNamesRoom(names: readonly (readonly string[])[]): number {
  return NAME_GAP + Math.max(0, ...names.flat().map((line) => roomFor(line)));
}
/** Names inside a plot, each at the place found for it; on a white edge where dots would cross them out. */
export function placedNames(
  names: readonly (Anchor & { readonly colour: string })[],
  places: readonly Place[],
  { edged = false } = {},
): Layer[] {
  const rows = names.flatMap(({ lines, colour }, i) => {
    const { x, y, align } = places[i]!;
    return lines.map((text, line) => ({ x, y: y + line * LINE_HEIGHT, align, text, colour }));
  });
  const leaders = places.flatMap(({ leader }, i) => {
    const { x, y, colour } = names[i]!;
    return leader ? [{ x, y, x2: leader.x, y2: leader.y, colour }] : [];
  });
  const leaderLayer: Layer = {
    data: { values: leaders },
    mark: { type: 'rule', strokeWidth: 1.5, aria: false },
    encoding: {
      ...pixels,
      x2: { field: 'x2' },
      y2: { field: 'y2' },
      color: { field: 'colour', type: 'nominal', scale: null },
    },
  };
  const written = (['left', 'center', 'right'] as const).flatMap((align) => {
    const own = rows.filter((row) => row.align === align);
    const layer = (mark: object, color: object): Layer => ({
      data: { values: own },
      mark: { type: 'text', align, baseline: 'middle', fontWeight: 600, aria: false, ...mark },
      encoding: { ...pixels, text: { field: 'text' }, ...color },
    });
    const edge = layer({ stroke: '#ffffff', strokeWidth: 6, strokeJoin: 'round', strokeOpacity: 0.85 }, {});
    if (own.length === 0) return [];
    return [...(edged ? [edge] : []), layer({}, { color: { field: 'colour', type: 'nominal', scale: null } })];
  });
  return leaders.length > 0 ? [leaderLayer, ...written] : written;
}

/** The title of a value axis, standing above it: read without turning the head. */
export function titleAbove(title: string) {
  return {
    title: drawable(title),
    titleAngle: 0,
    titleAnchor: 'end',
    titleAlign: 'left',
    titleX: 0,
    titleY: -12,
    titleBaseline: 'bottom',
  } as const;
}
