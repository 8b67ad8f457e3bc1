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

export async function paintPng(spec: TopLevelSpec): Promise<Uint8Array> {
  return rasterize(withLettersWeHave(await paintSvg(spec)));
}

/** The font has Latin, Greek and Cyrillic. Emoji are left out; any other letter would be a box, and becomes "?". */
function withLettersWeHave(svg: string): string {
  return svg.replace(/[^\0-\x7f]/gu, (letter) => {
    if (plain.has(letter)) return letter;
    return /[\p{Extended_Pictographic}\p{Emoji_Component}\p{Cf}]/u.test(letter) ? '' : '?';
  });
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
