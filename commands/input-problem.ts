import type { Words } from '../words/say.ts';

/** zod carries messages as plain text: a sentence that can be told in any language goes through it as JSON. */
export function asMessage(words: Words): string {
  return typeof words === 'string' ? words : JSON.stringify(words);
}

/** The sentence that `asMessage` put into a zod issue; zod's own messages are told as they are. */
export function fromMessage(message: string): Words {
  return message.startsWith('{"said":') ? (JSON.parse(message) as Words) : message;
}
