import { setTimeout as pause } from 'node:timers/promises';
import { type ChatInputCommandInteraction, ComponentType, MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import type { Ask } from '../../commands/call.ts';
import { count, plural, say } from '../../words/say.ts';
import { commandLine } from '../arguments.ts';
import { uploadForm } from '../upload-form.ts';
import { button, row } from './actions.ts';
import { askHouse, proceed } from './ask.ts';
import { buttonId, formPress, type Press, plainPress, pressOf, readButtonId } from './buttons.ts';
import { acknowledged, deliver, tellExpired, tellPrivately } from './deliver.ts';
import { askOf, type Desk, inWordsFor, languageFor, type Pressed, tellFor } from './desk.ts';
import { filledForm, laterFields, renderModal } from './form.ts';
import type { Attachment } from './upload.ts';

/** The form that brings files; what was typed stands in it already. */
export async function openUpload(
  interaction: ChatInputCommandInteraction | Pressed,
  asked: Ask,
  desk: Desk,
): Promise<void> {
  const language = languageFor(interaction, desk);
  const { ask: without, form } = uploadForm(asked, desk.house.commands, language);
  const press = formPress(without, form);
  const modal = renderModal(press.form!, buttonId('ask', press, desk.memory), language);
  await acknowledged(() => interaction.showModal(modal), desk);
}

/** A form is a first answer or none, and Discord waits three seconds: so it is asked for before anything is said. */
export async function openWhatIsAsked(interaction: Pressed, press: Press, desk: Desk): Promise<void> {
  const asked = askHouse(interaction, askOf(press, desk), desk, []);
  const early = await Promise.race([asked, pause(desk.patienceMs, null)]);
  const action = early?.outcome === 'answered' ? early.actions?.[0] : undefined;
  const opened = action && pressOf(action);
  if (opened?.form) {
    const modal = renderModal(opened.form, buttonId('ask', opened, desk.memory), languageFor(interaction, desk));
    await acknowledged(() => interaction.showModal(modal), desk);
    return;
  }
  if (!(await acknowledged(() => interaction.deferReply({ flags: MessageFlags.Ephemeral }), desk))) return;
  await deliver(interaction, await asked, desk);
}

/** A form: its answers join the command's arguments. */
export async function answerForm(interaction: ModalSubmitInteraction, desk: Desk): Promise<void> {
  const { press } = readButtonId(interaction.customId, desk.memory);
  const words = inWordsFor(interaction, desk);
  if (!press?.form) return tellExpired(interaction, desk);
  const { name, input } = askOf(press, desk);
  const { answers, attachments } = readForm(interaction);
  const line = commandLine({ name, input: { ...input, ...answers } });
  const { form, ...filled } = { ...press, line };
  const whole = filledForm(form!, answers);
  const later = laterFields(form!);
  if (later.length === 0) {
    const way = form!.live ? tryOut(filled, form!.live, desk) : filled;
    return proceed(interaction, way, desk, { attachments, back: { ...press, form: whole } });
  }

  const earlier = whole.fields.slice(0, whole.fields.length - later.length);
  const next = { ...form!, fields: later, earlier };
  const id = buttonId('ask', { ...filled, form: next }, desk.memory);
  const left = plural(
    later.length,
    say`Noted so far. 1 more to fill in.`,
    say`Noted so far. ${count(later.length)} more to fill in.`,
  );
  const go = button(tellFor(interaction, desk)(say`Continue`), 'primary', id);
  await tellPrivately(interaction, { ...words(left), components: [row([go])] }, desk);
}

/** The same answers, put to what only says where they lead: the form itself could not. */
function tryOut(filled: Press, live: string, desk: Desk): Press {
  const { name, input } = askOf({ ...filled, line: live }, desk);
  return plainPress({ name, input: { ...input, ...askOf(filled, desk).input } });
}

/** Fields that were left empty are not answers. */
function readForm({ fields }: ModalSubmitInteraction): {
  readonly answers: Record<string, string>;
  readonly attachments: readonly Attachment[];
} {
  const answers: [string, string][] = [];
  const attachments: Attachment[] = [];
  for (const field of fields.fields.values()) {
    if (field.type === ComponentType.TextInput) answers.push([field.customId, field.value.trim()]);
    else if (field.type === ComponentType.StringSelect) answers.push([field.customId, field.values[0] ?? '']);
    else if (field.type === ComponentType.FileUpload) attachments.push(...(field.attachments?.values() ?? []));
    else throw new Error(`A form came back with a component of type ${field.type}, which none of ours has`);
  }
  return { answers: Object.fromEntries(answers.filter(([, value]) => value !== '')), attachments };
}
