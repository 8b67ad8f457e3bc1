import type { Config } from 'vega-lite';

/** The house look of a picture: one place for sizes and colours. */

/** Width and usual height in CSS pixels; chat gets twice as many, because phones have them. */
export const WIDTH = 800;
export const HEIGHT = 430;
export const PNG_WIDTH = 2 * WIDTH;
export const MARGIN = 22;
/** What is left between the margins. */
export const INNER_WIDTH = WIDTH - 2 * MARGIN;

/** A phone shows the picture at less than half its width: 20 px here is about 9 points there. */
export const LABEL_SIZE = 20;
export const TITLE_SIZE = 28;
export const SUBTITLE_SIZE = 19;
export const LINE_HEIGHT = 23;

export const FONT = 'Inter';

export const INK = '#1d1c1d';
export const QUIET = '#5b6770';
export const GRID = '#e4e7eb';

/** Told apart by colour-blind eyes too (test/charts/colours.test.ts), the first two best. */
export const BLUE = '#1264a3';
export const ORANGE = '#e8912d';
const TEAL = '#0f8a7e';
const VIOLET = '#8a3ffc';
const CRIMSON = '#c2255c';
const SKY = '#4fb0e5';
const BROWN = '#5a3b0f';

/** Of series side by side. */
export const palette = [BLUE, ORANGE, QUIET, TEAL, VIOLET, CRIMSON] as const;
/** Of campaigns and groups; grey is left to what is not one of them. */
export const categorical = [BLUE, ORANGE, TEAL, VIOLET, CRIMSON, SKY, BROWN] as const;
/** Orange as a text colour is too pale to read on white (2.4 : 1); this one reaches 5.6 : 1. */
export const ORANGE_TEXT = '#99580b';

/** A mark may be pale, its name may not: at least 4.5 : 1 on white. */
export function textColour(colour: string): string {
  return darker.get(colour) ?? colour;
}

const darker: ReadonlyMap<string, string> = new Map([
  [ORANGE, ORANGE_TEXT],
  [TEAL, '#0b776d'],
  [SKY, '#1b74a8'],
]);

/** The average Inter letter is this share of its size wide; bold titles a little wider. */
const LETTER = 0.515;
const BOLD_LETTER = 0.53;

/** Inter's letters come in four widths, near enough: as shares of their size. */
const NARROW = { letters: /[iljtfrI.,:;'|!()[\] \u00a0·]/, width: 0.3 };
const WIDE = { letters: /[mwMW@%…]/, width: 0.88 };
const CAPITAL = { letters: /[A-Z0-9+−&]/, width: 0.65 };
const OTHER_WIDTH = 0.58;

/** About how wide a text will be, for room that is reserved before anything is drawn: seldom 6 % off. */
export function roomFor(text: string, size: number = LABEL_SIZE): number {
  const widths = [...text].map(
    (letter) => [NARROW, WIDE, CAPITAL].find(({ letters }) => letters.test(letter))?.width ?? OTHER_WIDTH,
  );
  return Math.ceil(size * widths.reduce((sum, width) => sum + width, 0));
}

/** How many letters of a size fit a width. */
export function lettersIn(width: number, size: number, weight: 'bold' | 'plain' = 'plain'): number {
  return Math.floor(width / (size * (weight === 'bold' ? BOLD_LETTER : LETTER)));
}

export const config: Config = {
  font: FONT,
  background: '#ffffff',
  view: { stroke: null },
  title: {
    anchor: 'start',
    frame: 'bounds',
    fontSize: TITLE_SIZE,
    fontWeight: 600,
    color: INK,
    lineHeight: 34,
    subtitleFontSize: SUBTITLE_SIZE,
    subtitleColor: QUIET,
    subtitleLineHeight: 25,
    subtitlePadding: 6,
    offset: 16,
    limit: 0,
  },
  axis: {
    labelFontSize: LABEL_SIZE,
    labelColor: QUIET,
    labelLimit: 0,
    labelPadding: 8,
    titleFontSize: LABEL_SIZE,
    titleFontWeight: 400,
    titleColor: QUIET,
    titlePadding: 10,
    domain: false,
    ticks: false,
    gridColor: GRID,
  },
  text: { fontSize: LABEL_SIZE, color: INK },
};
