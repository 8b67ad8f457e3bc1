import { createHash } from 'node:crypto';

/**
 * Keeps what is too long for a button. Outlives the process: a card of last week must still work after a restart.
 * The same text gives the same key, so that drawing a message again adds nothing.
 */
export type ButtonMemory = {
  keep(text: string): string;
  recall(key: string): string | null;
};

/** A memory that ends with the process. */
export function memoryOfButtons(): ButtonMemory {
  const kept = new Map<string, string>();
  return {
    keep(text) {
      const key = keyOf(text);
      kept.set(key, text);
      return key;
    },
    recall: (key) => kept.get(key) ?? null,
  };
}

/** The short key of a long text: 132 bits of its hash. */
export function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
