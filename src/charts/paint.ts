import { Resvg } from '@resvg/resvg-js';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { fontFiles, readFont } from './inter.ts';
import { FONT, PNG_WIDTH } from './look.ts';

/** Turns a specification into a picture. Runs in the worker: a chart keeps a core busy for a tenth of a second. */

const plain = readFont(fontFiles.plain);
const bold = readFont(fontFiles.bold);

// Without a canvas Vega guesses text widths at 0.8 of the size a letter, half too wide for Inter.
vega.textMetrics.width = ({ fontSize = 11, fontWeight }, text) => {
  const font = fontWeight === 'bold' || Number(fontWeight) >= 600 ? bold : plain;
  return font.width(String(text ?? '')) * fontSize;
};

/** Our specifications carry their values. Vega's own loader would read any local file it is told to. */
const refusingLoader: vega.Loader = {
  load: (uri) => Promise.reject(new Error(`a chart may not load ${uri}`)),
  sanitize: (uri) => Promise.reject(new Error(`a chart may not load ${uri}`)),
  http: (uri) => Promise.reject(new Error(`a chart may not load ${uri}`)),
  file: (name) => Promise.reject(new Error(`a chart may not read ${name}`)),
};

export async function paintSvg(spec: TopLevelSpec): Promise<string> {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none', loader: refusingLoader });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** @param lacking said below the title where letters had to be left out */
export async function paintPng(spec: TopLevelSpec, lacking: string): Promise<Uint8Array> {
  const svg = await paintSvg(spec);
  const written = withLettersWeHave(svg);
  return rasterize(written === svg ? svg : withLettersWeHave(await paintSvg(withSmallPrint(spec, lacking))));
}

/** A word of a script that we have no letters for is not as many signs as letters: that it is missing is enough. */
const LONGEST_GAP = 3;

/** The font has Latin, Greek and Cyrillic. Any other letter would be a box, and becomes "?". */
function withLettersWeHave(svg: string): string {
  return svg.replace(/[^\0-\x7f]+/gu, (letters) =>
    letters
      .replace(/\p{Cf}/gu, '')
      .replace(/./gu, (letter) => (plain.has(letter) ? letter : LACKING))
      .replace(LACKED, (gap) => '?'.repeat(Math.min(LONGEST_GAP, gap.length))),
  );
}

/** Stands for a letter we lack; no font has it, and none enters a specification. */
const LACKING = '\uFFFF';
const LACKED = /\uFFFF+/g;

function withSmallPrint(spec: TopLevelSpec, line: string): TopLevelSpec {
  const title = spec.title as { readonly subtitle: readonly string[] };
  return { ...spec, title: { ...title, subtitle: [...title.subtitle, line] } } as TopLevelSpec;
}

function rasterize(svg: string): Uint8Array {
  return new Resvg(svg, {
    fitTo: { mode: 'width', value: PNG_WIDTH },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: FONT },
  })
    .render()
    .asPng();
}

/** A font that cannot be read is ignored in silence, and every picture comes out without words. Better not to start. */
export function requireLetters(): void {
  const drawn = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text y="15" font-family="${FONT}">Sextant</text></svg>`,
    {
      font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: FONT },
    },
  ).render();
  if (!drawn.pixels.some((byte) => byte > 0))
    throw new Error(`charts have no letters: ${fontFiles.plain} cannot be used`);
}
