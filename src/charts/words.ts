import { clip } from '../text.ts';

/** Control and direction characters: they make the picture fail, or turn a line round. Joiners stay: scripts need them. */
const UNPRINTABLE = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;

const NO_BREAK = '\u00A0';

/** A foreign text as it may stand in a picture: one line, nothing invisible. */
export function drawable(text: string): string {
  return text
    .replace(/[\t\r\n]/g, ' ')
    .replace(UNPRINTABLE, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

type Room = { readonly letters: number; readonly lines: number };

/** A text in lines of about equal length, at most `letters` each, broken at blanks. What does not fit ends in "…". */
export function wrap(text: string, { letters, lines }: Room): string[] {
  const written: string[] = [];
  let rest = drawable(text);
  for (let left = Math.min(lines, Math.ceil(rest.length / letters)); left > 1; left--) {
    const balanced = rest.indexOf(' ', Math.ceil(rest.length / left) - 1);
    const last = rest.lastIndexOf(' ', letters);
    const cut = balanced !== -1 && balanced <= letters ? balanced : last > 0 ? last : letters;
    written.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...written, clipAtWord(rest, letters)];
}

/** The same for "source · date · legend": broken between its parts, not inside them, where the parts are short enough. */
export function wrapParts(parts: readonly string[], room: Room): string[] {
  const whole = parts.map(drawable).filter((part) => part !== '');
  const kept = whole.map((part) => (part.length < room.letters ? part.replaceAll(' ', NO_BREAK) : part));
  return wrap(kept.join(`${NO_BREAK}· `), room).map((line) => line.replaceAll(NO_BREAK, ' ').replace(/ ·$/, ''));
}

function clipAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const blank = text.lastIndexOf(' ', most - 1);
  return blank > most / 2 ? `${text.slice(0, blank)}…` : clip(text, most);
}
