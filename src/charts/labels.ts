import { drawable } from './words.ts';

/** Where words stand beside what they name. */

export type Label = { readonly text: string; readonly at: number };

/** The same labels with at least `gap` between neighbours, each as near to its own place as that allows. */
export function spread<Each extends Label>(labels: readonly Each[], gap: number): Each[] {
  const placed = [...labels].sort((a, b) => a.at - b.at);
  const clusters: { members: Each[]; centre: number }[] = [];
  for (const label of placed) {
    clusters.push({ members: [label], centre: label.at });
    for (
      let [before, last] = clusters.slice(-2);
      before && last && touches(before, last, gap);
      [before, last] = clusters.slice(-2)
    ) {
      const members = [...before.members, ...last.members];
      clusters.splice(-2, 2, { members, centre: members.reduce((sum, { at }) => sum + at, 0) / members.length });
    }
  }
  return clusters.flatMap(({ members, centre }) =>
    members.map((label, i) => ({ ...label, at: centre + (i - (members.length - 1) / 2) * gap })),
  );
}

type Cluster = { readonly members: readonly Label[]; readonly centre: number };

function touches(below: Cluster, above: Cluster, gap: number): boolean {
  const between = (below.members.length + above.members.length) / 2;
  return above.centre - below.centre < between * gap * 0.999;
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
