/**
 * What a file may cost before it is refused by name: a file from a stranger must never take the process with it. Far
 * above any export seen; in one place, so that a test can draw them closer.
 */
export const importLimits = {
  fileBytes: 2 ** 30,
  unpackedBytes: 4 * 2 ** 30,
  /** Text packs up to some 30 times; what unpacks to more than this many times its size, and to much, is a bomb. */
  packing: 200,
  packingFreeBytes: 64 * 2 ** 20,
  workbookBytes: 64 * 2 ** 20,
  workbookUnpackedBytes: 512 * 2 ** 20,
  workbookParts: 2000,
  rows: 20_000_000,
  columns: 2000,
  /** A row longer than this is a quote that was never closed. */
  rowCharacters: 1_000_000,
  /** Excel's own. */
  cellCharacters: 32_767,
};

export type ImportLimits = typeof importLimits;
