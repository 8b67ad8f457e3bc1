import type { Layer } from './frame.ts';
import { LINE_HEIGHT, roomFor } from './look.ts';
import { pixels } from './pixels.ts';
import type { Anchor, Place } from './placing.ts';
import { drawable } from './words.ts';

const NAME_GAP = 12;

/** Where words stand beside what they name. */

export type Label = { readonly text: string; readonly at: number };

/**
 * The same labels with at least `gap` between neighbours, each as near to its own place as that allows; and, as far as
 * they fit, not beyond `within`.
 */
export function spread<Each extends Label>(
  labels: readonly Each[],
  gap: number,
  within: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): Each[] {
  const placed = [...labels].sort((a, b) => a.at - b.at);
  const clusters: Cluster<Each>[] = [];
  for (const label of placed) {
    clusters.push(cluster([label], gap, within));
    for (
      let [before, last] = clusters.slice(-2);
      before && last && touches(before, last, gap);
      [before, last] = clusters.slice(-2)
    ) {
      clusters.splice(-2, 2, cluster([...before.members, ...last.members], gap, within));
    }
  }
  return clusters.flatMap(({ members, centre }) =>
    members.map((label, i) => ({ ...label, at: centre + (i - (members.length - 1) / 2) * gap })),
  );
}

type Cluster<Each extends Label> = { readonly members: readonly Each[]; readonly centre: number };

function cluster<Each extends Label>(
  members: readonly Each[],
  gap: number,
  [low, high]: readonly [number, number],
): Cluster<Each> {
  const half = ((members.length - 1) / 2) * gap;
  const centre = members.reduce((sum, { at }) => sum + at, 0) / members.length;
  return { members, centre: Math.max(low + half, Math.min(high - half, centre)) };
}

function touches(below: Cluster<Label>, above: Cluster<Label>, gap: number): boolean {
  const between = (below.members.length + above.members.length) / 2;
  return above.centre - below.centre < between * gap * 0.999;
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
  const rows = names.flatMap(({ lines, colour }, i) =>
    lines.map((text, line) => ({ ...places[i]!, y: places[i]!.y + line * LINE_HEIGHT, text, colour })),
  );
  return (['left', 'center', 'right'] as const).flatMap((align) => {
    const written = rows.filter((row) => row.align === align);
    const layer = (mark: object, color: object): Layer => ({
      data: { values: written },
      mark: { type: 'text', align, baseline: 'middle', fontWeight: 600, aria: false, ...mark },
      encoding: { ...pixels, text: { field: 'text' }, ...color },
    });
    const edge = layer({ stroke: '#ffffff', strokeWidth: 6, strokeJoin: 'round', strokeOpacity: 0.85 }, {});
    if (written.length === 0) return [];
    return [...(edged ? [edge] : []), layer({}, { color: { field: 'colour', type: 'nominal', scale: null } })];
  });
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
