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

/** A sentence as the page says it. */
export function told(words: Words): string {
  return tell(words, { language: language ?? 'en', shop: null });
}

export { say };
