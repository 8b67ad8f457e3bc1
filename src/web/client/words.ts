import { say, type Words } from '../../../words/say.ts';
import { type Language, tell } from '../../../words/tell.ts';

/** The page is in one language at a time: another one is another load of the page. */
let language: Language | null = null;

export function speak(chosen: Language): void {
  language = chosen;
}

/** Null before the server has said what this person reads. */
export function spoken(): Language | null {
  return language;
}

/** A sentence as the page says it; about a message, in the language of that message. */
export function told(words: Words, as: Language = language ?? 'en'): string {
  return tell(words, { language: as, shop: null });
}

export { say };
