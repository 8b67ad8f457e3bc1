import { entryOf } from './entry.ts';
import * as indonesian from './indonesian/typed.ts';

/** What people type, in any of the languages. Commands themselves are written in English, whoever types them. */

/** The choices of commands that a word may stand for beside itself, likeliest first: "ya" is yes. */
export function choicesFor(word: string): readonly string[] {
  return wordsOf(entryOf(englishChoices, word) ?? entryOf(indonesian.choices, word));
}

/** The names of arguments that a word may stand for beside itself, likeliest first: "minggu" is weeks, or week. */
export function argumentsFor(word: string): readonly string[] {
  return wordsOf(entryOf(indonesian.argumentNames, word));
}

const englishChoices: Readonly<Record<string, string>> = {
  y: 'yes',
  n: 'no',
  // As the digest calls it.
  sales: 'revenue',
};

/** How people begin who only want to begin. */
export const greetings: ReadonlySet<string> = new Set([...wordsOf('hello hi hey'), ...wordsOf(indonesian.greetings)]);

/** Words that are in every sentence, and tell nothing of what is meant. */
export const fillers: ReadonlySet<string> = new Set([
  ...wordsOf(
    'the and for are was what which who how why when where from with this that you your our can did does has have please show give tell',
  ),
  ...wordsOf(indonesian.fillers),
]);

function wordsOf(text = ''): readonly string[] {
  return text === '' ? [] : text.split(' ');
}
