import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
// Vega measures with Inter's own letters from here on.
import '../../src/charts/paint.ts';

/** A word where it stands in the picture, in pixels from the upper left corner. */
export type Word = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

type Bounds = { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number };
/** As far as it is read here: https://vega.github.io/vega/docs/api/view/#view_scenegraph */
type Item = {
  readonly x?: number;
  readonly y?: number;
  readonly opacity?: number;
  readonly text?: string | readonly string[];
  readonly bounds: Bounds;
  readonly items?: readonly Mark[];
};
type Mark = { readonly marktype: string; readonly items: readonly Item[] };

/** All that is written in a picture, and its size. A white edge below a word is that word, once. */
export async function wordsIn(spec: TopLevelSpec) {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
  await view.runAsync();
  const words = new Map<string, Word>();
  const read = ({ marktype, items }: Mark, x: number, y: number): void => {
    for (const item of items) {
      if (marktype === 'group') for (const mark of item.items ?? []) read(mark, x + (item.x ?? 0), y + (item.y ?? 0));
      const text = [item.text ?? ''].flat().join(' ').trim();
      if (marktype !== 'text' || text === '' || item.opacity === 0) continue;
      const { x1, x2, y1, y2 } = item.bounds;
      const word = { text, left: x + x1, right: x + x2, top: y + y1, bottom: y + y2 };
      words.set(`${text} at ${item.x} ${item.y}`, word);
    }
  };
  read((view.scenegraph() as unknown as { root: Mark }).root, 0, 0);
  const [left, top] = view.origin();
  const size = {
    width: view.width() + left + padding(view).right,
    // biome-ignore lint/suspicious/noExplicitAny: not in Vega's types
    all: (view as any)._viewWidth,
  };
  view.finalize();
  return { words: [...words.values()], left, top, size };
}

function padding(view: vega.View): { right: number } {
  return view.padding() as { right: number };
}
