/**
 * What a table has under a word that people typed or a file told. Looked up plainly, "constructor" is found in every
 * table: it is what all objects have.
 */
export function entryOf<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
