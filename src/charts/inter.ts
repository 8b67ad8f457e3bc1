import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Inter as files for the painter, and how wide its letters are, read from the fonts themselves. */

const require = createRequire(import.meta.url);

export const fontFiles = {
  plain: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
};

export type Font = {
  /** As a share of the font size. */
  width(text: string): number;
  has(character: string): boolean;
};

/**
 * Reads the letters and their widths from a TrueType font: `head` gives the units, `cmap` (format 4 or 12) the glyph of a
 * character, `hmtx` its width. Kerning is left out: it moves a line by less than a hundredth.
 *
 * Source: https://learn.microsoft.com/typography/opentype/spec/
 */
export function readFont(path: string): Font {
  const font = readFileSync(path);
  const table = (tag: string): number => {
    for (let i = 0, at = 12; i < font.readUInt16BE(4); i++, at += 16) {
      if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8);
    }
    throw new Error(`${path} has no ${tag} table`);
  };
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const widthsKept = font.readUInt16BE(table('hhea') + 34);
  const hmtx = table('hmtx');
  const glyphOf = readCharacterMap(font, table('cmap'));

  const known = new Map<number, number>();
  const width = (character: number): number => {
    const cached = known.get(character);
    if (cached !== undefined) return cached;
    const glyph = Math.min(glyphOf(character), widthsKept - 1);
    const read = font.readUInt16BE(hmtx + 4 * glyph) / unitsPerEm;
    known.set(character, read);
    return read;
  };
  return {
    width(text) {
      let sum = 0;
      for (const character of text) sum += width(character.codePointAt(0)!);
      return sum;
    },
    has: (character) => glyphOf(character.codePointAt(0)!) !== 0,
  };
}

/** Glyph 0, the box, stands for what the font does not have. */
function readCharacterMap(font: Buffer, cmap: number): (character: number) => number {
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (font.readUInt16BE(at) === 12) return (character) => lookUpGroups(font, at, character);
  }
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (font.readUInt16BE(at) === 4) return (character) => lookUpSegments(font, at, character);
  }
  throw new Error('the font has no character map of format 4 or 12');
}

/** Format 12: groups of (first character, last character, first glyph). */
function lookUpGroups(font: Buffer, at: number, character: number): number {
  for (let i = 0, group = at + 16; i < font.readUInt32BE(at + 12); i++, group += 12) {
    const first = font.readUInt32BE(group);
    if (character >= first && character <= font.readUInt32BE(group + 4)) {
      return font.readUInt32BE(group + 8) + character - first;
    }
  }
  return 0;
}

/** Format 4: parallel arrays of segment ends, starts, deltas and range offsets, for the first 65,536 characters. */
function lookUpSegments(font: Buffer, at: number, character: number): number {
  const bytes = font.readUInt16BE(at + 6);
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + bytes, at + 16 + 2 * bytes, at + 16 + 3 * bytes];
  for (let i = 0; i < bytes; i += 2) {
    if (character > font.readUInt16BE(ends + i)) continue;
    const start = font.readUInt16BE(starts + i);
    if (character < start) return 0;
    const offset = font.readUInt16BE(offsets + i);
    const delta = font.readUInt16BE(deltas + i);
    if (offset === 0) return (character + delta) & 0xffff;
    const glyph = font.readUInt16BE(offsets + i + offset + 2 * (character - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
