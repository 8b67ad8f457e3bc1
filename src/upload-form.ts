import type { Ask } from '../commands/call.ts';
import { type Argument, argumentsOf, type Command } from '../commands/command.ts';
import { say } from '../words/say.ts';
import { type Language, toldIn } from '../words/tell.ts';
import { fieldOf } from './argument-field.ts';
import type { Form } from './told.ts';

/** Whether a command takes files, and the ask names none that came earlier: then its form brings them. */
export function wantsFile(ask: Ask, commands: readonly Command[]): boolean {
  const args = argumentsAt(ask, commands);
  const isHeld = args.some(({ name, kind }) => kind === 'held' && ask.input[name] !== undefined);
  return !isHeld && args.some(({ kind }) => kind === 'file');
}

/**
 * A form for the files of such a command. Beside them it asks what can be chosen, and no free text that was not typed
 * before: once it has seen the file, the command asks for what it cannot tell by itself. Files never come as a path that
 * was typed, so those are taken out of the ask.
 */
export function uploadForm(
  ask: Ask,
  commands: readonly Command[],
  language: Language,
): { readonly ask: Ask; readonly form: Form } {
  const args = argumentsAt(ask, commands);
  const files = args.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  const input = Object.fromEntries(Object.entries(ask.input).filter(([name]) => !files.includes(name)));
  const fields = args
    .filter(({ kind }) => kind !== 'file' && kind !== 'held')
    .filter(({ name, kind, required }) => kind === 'choice' || required || input[name] !== undefined)
    .map((argument) => {
      const typed = input[argument.name];
      const label = argument.description;
      return { ...fieldOf(argument), label, ...(typeof typed === 'string' && { initial: typed }) };
    });
  const form = toldIn({ title: say`/${ask.name}`, submit: say`Send`, fields }, { language, shop: null });
  return { ask: { name: ask.name, input }, form };
}

function argumentsAt({ name }: Ask, commands: readonly Command[]): readonly Argument[] {
  const command = commands.find((each) => each.name === name);
  return command ? argumentsOf(command) : [];
}
