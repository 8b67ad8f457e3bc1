import { z } from 'zod';
import type { Ask } from '../../commands/call.ts';
import { commandLine } from '../arguments.ts';
import type { ButtonMemory } from '../button-memory.ts';
import type { Action, Form } from '../told.ts';
import { MAX_CUSTOM_ID } from './limits.ts';

/** `ask` is a first press, `yes` a confirmed one, `no` takes it back. */
export type Verb = 'ask' | 'yes' | 'no';

const Field = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'number', 'choice']),
  required: z.boolean(),
  initial: z.string().optional(),
  hint: z.string().optional(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
});

const Press = z.object({
  /** The command with its arguments, as a person would type it. */
  line: z.string(),
  label: z.string().default('go on'),
  style: z.enum(['plain', 'primary', 'danger']).default('primary'),
  confirm: z.string().optional(),
  /** Asked without answers, it gives the form. */
  opens: z.literal(true).optional(),
  form: z
    .object({
      title: z.string(),
      submit: z.string(),
      fields: z.array(Field),
      /** Of the pages before this one, as they were filled in. */
      earlier: z.array(Field).optional(),
      /** Files are chosen in it, too. */
      file: z.literal(true).optional(),
      /** Asked in place of the line once all is filled in: its answer leads on. */
      live: z.string().optional(),
    })
    .optional(),
});
/** All that a pressed button means, without the message it stood on. */
export type Press = z.output<typeof Press>;

/** What an action of a reply becomes when pressed. */
export function pressOf({ ask, label, style, confirm, opens, form }: Action): Press {
  const carried = form && { ...form, live: form.live && commandLine(form.live) };
  return Press.parse({ line: commandLine(ask), label, style, confirm, opens, form: carried });
}

/** A form that brings files, too, and then asks. */
export function formPress(ask: Ask, form: Form): Press {
  return Press.parse({ line: commandLine(ask), form: { ...form, live: undefined, file: true } });
}

/** A press that only asks. */
export function plainPress(ask: Ask): Press {
  return Press.parse({ line: commandLine(ask) });
}

/**
 * A `custom_id`: the line itself while it fits and needs neither form nor question, else a key to the memory.
 * `taken` are the ids already on the message, which Discord wants to differ.
 */
export function buttonId(
  verb: Verb,
  press: Press,
  memory: ButtonMemory,
  taken: ReadonlySet<string> = new Set(),
): string {
  const simple = !press.confirm && !press.form && !press.opens && press.line.length <= MAX_CUSTOM_ID - 'ask99:'.length;
  const carried = simple ? `:${press.line}` : `#${memory.keep(JSON.stringify(press))}`;
  let id = verb + carried;
  for (let twin = 2; taken.has(id); twin++) id = `${verb}${twin}${carried}`;
  return id;
}

/** Reads a `custom_id` back. The press is null when the memory no longer has it. */
export function readButtonId(id: string, memory: ButtonMemory): { readonly verb: Verb; readonly press: Press | null } {
  const [, verb, how, carried] = /^(ask|yes|no)\d*([:#])(.*)$/s.exec(id) ?? [];
  if (verb === undefined || carried === undefined) return { verb: 'ask', press: null };
  const text = how === ':' ? JSON.stringify({ line: carried }) : memory.recall(carried);
  const press = Press.safeParse(text === null ? null : JSON.parse(text));
  return { verb: verb as Verb, press: press.success ? press.data : null };
}
