import type { Words } from './say.ts';

/** Words where only text can be kept or passed on: a sentence as JSON, somebody's own words as they are. */
export function asText(words: Words): string {
  return typeof words === 'string' ? words : JSON.stringify(words);
}

/** What `asText` made. Text from before sentences were kept is told as it is. */
export function fromText(text: string): Words {
  return text.startsWith('{"said":') ? (JSON.parse(text) as Words) : text;
}
