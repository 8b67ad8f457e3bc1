import type { Argument } from '../commands/command.ts';
import type { Field } from '../commands/reply.ts';
import type { Suggestion } from '../commands/suggestions.ts';
import { named } from '../words/say.ts';

/** A longer list is not scrolled through on a phone: the value is typed. */
const MOST_CHOICES = 25;

/** An argument as the field of a form, chosen from its own choices or else from what is known of its kind. */
export function fieldOf(
  { name, kind, required, choices }: Argument,
  known: readonly Suggestion[] = [],
): Omit<Field, 'label'> {
  const offered = choices?.map((value) => ({ value, label: named(value) })) ?? known;
  if (offered.length > 0 && offered.length <= MOST_CHOICES) return { name, required, kind: 'choice', choices: offered };
  return { name, required, kind: kind === 'whole' ? 'number' : 'text' };
}
