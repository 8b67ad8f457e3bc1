import { argumentsFor, choicesFor } from '../words/typed.ts';

/**
 * The choice that is meant by a word as it was typed: in capitals, or in Indonesian, as those type it who read Indonesian
 * answers. What is no such word comes back as it is, to be refused by name.
 */
export function choiceOf(choices: readonly string[], typed: string): string {
  const word = typed.trim().toLowerCase();
  return [word, ...choicesFor(word)].find((each) => choices.includes(each)) ?? typed;
}

/**
 * The argument that is meant by its name as it was typed: its own, or the Indonesian word for it. What is no such word
 * comes back as it is, to be refused by name.
 */
export function argumentOf(names: ReadonlySet<string>, typed: string): string {
  const word = typed.toLowerCase();
  return [word, ...argumentsFor(word)].find((each) => names.has(each)) ?? word;
}
