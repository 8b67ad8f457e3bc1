import { type Argument, argumentsOf, type Command, type Context, exampleIn } from '../commands/command.ts';
import { languageOf } from '../commands/language.ts';
import type { Action } from '../commands/reply.ts';
import { type Suggestion, suggestions } from '../commands/suggestions.ts';
import { lines, named, say, type Words } from '../words/say.ts';
import type { Language } from '../words/tell.ts';
import { fieldOf } from './argument-field.ts';
import { commandLine, parseCommandLine } from './arguments.ts';

/** A form that still fits on a phone, and one page of a chat. */
const MOST_FIELDS = 5;

export type Missing = { readonly title: Words; readonly text: Words; readonly actions: readonly Action[] };

/** What to say to somebody who named a command without what it needs: what that is, an example of this shop, a form. */
export async function askForRest(
  command: Command,
  input: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<Missing> {
  const open = argumentsOf(command).filter(({ name, kind }) => input[name] === undefined && kind !== 'file');
  const missing = open.filter(({ required }) => required);
  const optional = open.filter(({ required, kind }) => !required && kind === 'text');
  const asked = [...missing, ...optional].slice(0, Math.max(MOST_FIELDS, missing.length));
  const known = await knownValues(asked, context);
  return {
    title: say`What /${command.name} still needs`,
    text: lines([
      ...missing.map(({ name, description, names }) =>
        names && known.get(name)?.length === 0
          ? say`${name}: ${description} (there is none yet)`
          : say`${name}: ${description}`,
      ),
      say`For example: /${exampleHere(command, input, { known, language: languageOf(context.state.memory, context.caller) })}`,
    ]),
    actions: [
      {
        label: say`Fill in`,
        style: 'primary',
        ask: { name: command.name, input },
        form: {
          title: say`/${command.name}`,
          submit: say`Send`,
          fields: asked.map((argument) => ({
            ...fieldOf(argument, known.get(argument.name)),
            label: named(argument.name),
            hint: argument.description,
          })),
        },
      },
    ],
  };
}

/** What the shop has of each kind that is asked for, by the name of the argument. */
async function knownValues(asked: readonly Argument[], context: Context) {
  const each = asked.map(async ({ name, names }) => [name, names ? await suggestions(names, context) : []] as const);
  return new Map<string, readonly Suggestion[]>(await Promise.all(each));
}

/** An example that can be copied: with what was typed already, and the shop's own names in place of made-up ones. */
function exampleHere(
  command: Command,
  input: Readonly<Record<string, unknown>>,
  { known, language }: { readonly known: ReadonlyMap<string, readonly Suggestion[]>; readonly language: Language },
): string {
  const parsed = parseCommandLine(exampleIn(language, command.examples[0]), [command]);
  const example = parsed.known ? parsed.ask.input : {};
  const own = [...known].flatMap(([name, [first]]) => (first && name in example ? [[name, first.value]] : []));
  return commandLine({ name: command.name, input: { ...example, ...Object.fromEntries(own), ...input } });
}
