import type { TopLevelSpec } from 'vega-lite';
import type { ChartPart } from '../../commands/reply.ts';
import { config, HEIGHT, lettersIn, SUBTITLE_SIZE, TITLE_SIZE, WIDTH } from './look.ts';
import { drawable, wrap, wrapParts } from './words.ts';

const MARGIN = 22;
const TITLE_LINES = 2;
const SUBTITLE_LINES = 2;

export type Drawing = {
  readonly layer: readonly Layer[];
  readonly height?: number;
  /** What the reader must know to read the picture, added to the subtitle. */
  readonly legend?: string;
};

/**
 * One layer of a Vega-Lite specification. Its own type is a union so wide that no composed object fits it; that what
 * we compose compiles is shown by the tests, which draw every kind.
 */
export type Layer = object;

/** The finding on top, source and date below it, then the drawing. */
export function framed(part: ChartPart, { layer, height = HEIGHT, legend }: Drawing): TopLevelSpec {
  const room = WIDTH - 2 * MARGIN;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: drawable(part.alt),
    title: {
      text: wrap(part.title, { letters: lettersIn(room, TITLE_SIZE, 'bold'), lines: TITLE_LINES }),
      subtitle: wrapParts([...part.subtitle.split(' · '), legend ?? ''], {
        letters: lettersIn(room, SUBTITLE_SIZE),
        lines: SUBTITLE_LINES,
      }),
    },
    width: WIDTH,
    height,
    padding: MARGIN,
    autosize: { type: 'fit', contains: 'padding' },
    config,
    layer: layer as Extract<TopLevelSpec, { layer: unknown }>['layer'],
  };
}
