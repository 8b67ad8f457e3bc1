import { argumentsOf, type Context } from '../commands/command.ts';
import { languageOf } from '../commands/language.ts';
import { suggestions } from '../commands/suggestions.ts';
import { readerIn, toldIn } from '../words/tell.ts';
import type { Suggested, Wish } from './doors.ts';
import { mayAsk } from './may-ask.ts';

/** What may be meant by what is typed so far, in the caller's language: what begins so first, then what holds it. */
export async function suggest(
  { command: name, argument, typed }: Wish,
  context: Context,
): Promise<readonly Suggested[]> {
  const command = context.commands.find((each) => each.name === name);
  const wished = command && argumentsOf(command).find((each) => each.name === argument);
  if (!command || !wished || !mayAsk(command, context)) return [];
  const { names, choices = [] } = wished;
  const known = names ? await suggestions(names, context) : choices.map((value) => ({ value, label: value }));
  const reader = readerIn(languageOf(context.state.memory, context.caller), context.shop);
  const told = toldIn(known, reader);
  const wanted = typed.trim().toLowerCase();
  const places = ({ value, label }: Suggested) => [value, label].map((words) => words.toLowerCase().indexOf(wanted));
  const fitting = told.filter((each) => places(each).some((place) => place !== -1));
  return [
    ...fitting.filter((each) => places(each).includes(0)),
    ...fitting.filter((each) => !places(each).includes(0)),
  ];
}
