import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
// Vega measures with Inter's own letters from here on.
import '../../src/charts/paint.ts';

/** A word where it stands in the picture, in pixels from the upper left corner of the plot. */
export type Word = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** As far as it is read here: https://vega.github.io/vega/docs/api/view/#view_scenegraph */
type Item = {
  readonly x?: number;
  readonly y?: number;
  readonly opacity?: number;
  readonly text?: string | readonly string[];
  readonly bounds: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number };
  readonly items?: readonly Mark[];
};
type Mark = { readonly marktype: string; readonly items: readonly Item[] };

/** All that is written in a picture, and how wide it became. A word with a white edge below it is one word. */
export async function wordsIn(spec: TopLevelSpec): Promise<{ readonly words: Word[]; readonly width: number }> {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  const words = new Map<string, Word>();
  const read = ({ marktype, items }: Mark, x: number, y: number): void => {
    for (const item of items) {
      for (const mark of item.items ?? []) read(mark, x + (item.x ?? 0), y + (item.y ?? 0));
      const text = [item.text ?? ''].flat().join(' ').trim();
      if (marktype !== 'text' || text === '' || item.opacity === 0) continue;
      const { x1, x2, y1, y2 } = item.bounds;
      const word = { text, left: x + x1, right: x + x2, top: y + y1, bottom: y + y2 };
      words.set(`${text} at ${x + (item.x ?? 0)} ${y + (item.y ?? 0)}`, word);
    }
  };
  read((view.scenegraph() as unknown as { readonly root: Mark }).root, 0, 0);
  view.finalize();
  return { words: [...words.values()], width: Number(/ width="([\d.]+)"/.exec(svg)?.[1]) };
}

/** Pairs that lie over each other by more than the hair their boxes are too large. */
export function overprints(words: readonly Word[]): string[] {
  return words.flatMap((a, i) =>
    words.slice(0, i).flatMap((b) => {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return across > 1 && down > 3 ? [`${a.text} over ${b.text}`] : [];
    }),
  );
}
