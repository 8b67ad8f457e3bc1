import type { TopLevelSpec } from 'vega-lite';
import { clip } from '../text.ts';
import type { ChartPart } from '../told.ts';
import {
  config,
  HEIGHT,
  INNER_WIDTH,
  LABEL_SIZE,
  lettersIn,
  MARGIN,
  QUIET,
  SUBTITLE_SIZE,
  TITLE_SIZE,
  WIDTH,
} from './look.ts';
import { drawable, wrap, wrapParts } from './words.ts';

const PANEL_GAP = 24;
const BELOW_GAP = 8;
const TITLE_LINES = 2;
/** Source, date and what the marks mean must not be cut. */
const SUBTITLE_LINES = 3;

/** What the reader must know to read the picture is the legend, added to the subtitle. */
export type Drawing = { readonly legend?: readonly string[] } & (Fitted | (Plot & Below) | Plots);

/** Axes and names find their room inside a picture of the usual height. */
type Fitted = { readonly layer: readonly Layer[] };

/** A plot of this very size, for a drawing that knows where its names stand; axes and title come on top. */
export type Plot = {
  readonly layer: readonly Layer[];
  readonly plot: { readonly width: number; readonly height: number };
};

/** A line of small print below the plot: "… and 3 more". */
type Below = { readonly below?: string };

/** Plots below each other. */
type Plots = { readonly plots: readonly (Plot & { readonly title: string })[] };

/**
 * One layer of a Vega-Lite specification. Its own type is a union so wide that no composed object fits it; that what
 * we compose compiles is shown by the tests, which draw every kind.
 */
export type Layer = object;

/** The finding on top, source and date below it, then the drawing. */
export function framed(part: ChartPart, drawing: Drawing): TopLevelSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: drawable(part.alt),
    title: {
      text: wrap(part.title, { letters: lettersIn(INNER_WIDTH, TITLE_SIZE, 'bold'), lines: TITLE_LINES }),
      subtitle: wrapParts([...part.subtitle.split(' · '), ...(drawing.legend ?? [])], {
        letters: lettersIn(INNER_WIDTH, SUBTITLE_SIZE),
        lines: SUBTITLE_LINES,
      }),
    },
    padding: MARGIN,
    config,
    ...body(drawing),
  } as TopLevelSpec;
}

function body(drawing: Drawing): object {
  if ('plots' in drawing)
    return {
      vconcat: drawing.plots.map((each) => ({ title: panelTitle(each.title), ...plotted(each) })),
      spacing: PANEL_GAP,
    };
  if ('plot' in drawing) return { ...plotted(withBelow(drawing)), autosize: { type: 'pad' } };
  return {
    layer: drawing.layer,
    width: WIDTH,
    height: HEIGHT,
    autosize: { type: 'fit', contains: 'padding' },
  };
}

function withBelow({ layer, plot, below }: Plot & Below): Plot {
  if (!below) return { layer, plot };
  const text: Layer = {
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'top', color: QUIET, aria: false },
    encoding: { x: { value: 0 }, y: { value: plot.height + BELOW_GAP }, text: { value: below } },
  };
  return { layer: [...layer, text], plot };
}

/** On a ground that cannot be seen, but keeps its size when nothing stands on it. */
function plotted({ layer, plot: { width, height } }: Plot): object {
  const ground: Layer = {
    data: { values: [{}] },
    mark: { type: 'rect', opacity: 0, aria: false },
    encoding: { x: { value: 0 }, x2: { value: width }, y: { value: 0 }, y2: { value: height } },
  };
  return { layer: [ground, ...layer], width, height };
}

function panelTitle(title: string): object {
  return { text: clip(drawable(title), lettersIn(INNER_WIDTH, LABEL_SIZE, 'bold')), fontSize: LABEL_SIZE, offset: 10 };
}
