import { named, type Said, type Words } from '../../words/say.ts';

/** Words in a column of text: a sentence as JSON, somebody's own words as they are. */
export function textOf(words: Words): string {
  return typeof words === 'string' ? words : JSON.stringify(words);
}

/** The same read back, and what was kept as plain English before there were languages. */
export function wordsOf(text: string): Words {
  return text.startsWith('{"said":') ? (JSON.parse(text) as Said) : named(text);
}
