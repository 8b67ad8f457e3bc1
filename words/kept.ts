import { named, type Said, say, type Words } from './say.ts';

const SENTENCE = '{"said":';

/** Words as one line of text, for columns and carriers that hold no more: a sentence as JSON, a person's words as they are. */
export function asText(words: Words): string {
  if (typeof words !== 'string') return JSON.stringify(words);
  // Whoever types what looks like a sentence of ours has typed just that.
  return words.startsWith(SENTENCE) ? JSON.stringify(say`${words}`) : words;
}

/** What `asText` made, and older text. */
export function fromText(text: string): Words {
  return text.startsWith(SENTENCE) ? (JSON.parse(text) as Said) : named(text);
}
