import { clip } from '../text.ts';

/** Control and direction characters: they make the picture fail, or turn a line round. Joiners stay: scripts need them. */
const UNPRINTABLE = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;

/** Emoji, with all that joins and colours them: a picture has no colour letters. Signs such as © and ™ are text. */
const EMOJI =
  /(?:\u200D?(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}|\p{Emoji_Modifier}))+|[\uFE0F\u20E3]/gu;

export const NO_BREAK = '\u00A0';

/** A foreign text as it may stand in a picture: one line, nothing invisible, and no emoji but where there is nothing else. */
export function drawable(text: string): string {
  const printable = oneLine(text.replace(/[\t\r\n]/g, ' ').replace(UNPRINTABLE, ''));
  return oneLine(printable.replace(EMOJI, ' ')) || printable;
}

function oneLine(text: string): string {
  return text.replace(/ {2,}/g, ' ').trim();
}

type Room = { readonly letters: number; readonly lines: number };

/** A text in lines of about equal length, at most `letters` each, broken at blanks. What does not fit ends in "…". */
export function wrap(text: string, { letters, lines }: Room): string[] {
  const whole = drawable(text);
  const filled = fill(whole, letters);
  if (filled.length > lines) {
    const kept = filled.slice(0, lines - 1);
    return [...kept, clipAtWord(filled.slice(lines - 1).join(' '), letters)];
  }
  // The narrowest that takes no more lines: two half lines rather than a full one and a word.
  const longest = Math.max(...whole.split(' ').map((word) => word.length));
  let narrowest = letters;
  while (narrowest > longest && fill(whole, narrowest - 1).length === filled.length) narrowest--;
  return fill(whole, narrowest);
}

/** Every name in its lines. Names that would read the same once they are cut lose their middles instead of their ends. */
export function wrapApart(names: readonly string[], room: Room): string[][] {
  const cut = names.map((name) => wrap(name, room));
  return apart(names, cut, (name) => wrap(withoutMiddle(name, Math.floor(room.letters * room.lines * FILLED)), room));
}

/** The same for names of one line. */
export function clipApart(names: readonly string[], most: number): string[] {
  const cut = names.map((name) => clip(drawable(name), most));
  return apart(names, cut, (name) => withoutMiddle(name, most));
}

/** Lines end at words: about this share of their letters is used. */
const FILLED = 0.8;

function apart<Written>(
  names: readonly string[],
  cut: readonly Written[],
  cutOtherwise: (name: string) => Written,
): Written[] {
  const namesOf = new Map<string, Set<string>>();
  cut.forEach((written, i) => {
    const key = `${written}`;
    namesOf.set(key, (namesOf.get(key) ?? new Set()).add(names[i]!));
  });
  return cut.map((written, i) => (namesOf.get(`${written}`)!.size > 1 ? cutOtherwise(names[i]!) : written));
}

function withoutMiddle(text: string, most: number): string {
  const whole = [...drawable(text)];
  if (whole.length <= most) return whole.join('');
  const tail = Math.floor((most - 1) * 0.6);
  return `${whole
    .slice(0, most - 1 - tail)
    .join('')
    .trim()}…${whole.slice(-tail).join('').trim()}`;
}

/** As many words a line as fit; a word that fits no line is cut. */
function fill(text: string, letters: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= letters) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
    while (lines.at(-1)!.length > letters) {
      const long = lines.pop()!;
      const head = withoutHalf(long.slice(0, Math.max(2, letters)));
      lines.push(head, long.slice(head.length));
    }
  }
  return lines;
}

/** Without the first half of a surrogate pair at its end. */
function withoutHalf(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}

/** Whether every word stands in full. */
export function isWhole(text: string, written: readonly string[]): boolean {
  return written.join(' ') === drawable(text);
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
