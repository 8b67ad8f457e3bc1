import { setTimeout as pause } from 'node:timers/promises';
import type { AutocompleteInteraction, ChatInputCommandInteraction, CommandInteractionOption } from 'discord.js';
import { say } from '../../words/say.ts';
import { SHARE } from '../share.ts';
import { clip } from '../text.ts';
import { wantsFile } from '../upload-form.ts';
import { ask, askHouse, proceed } from './ask.ts';
import { readButtonId } from './buttons.ts';
import { callerOf } from './caller.ts';
import { acknowledged, deliver, tellExpired } from './deliver.ts';
import { askOf, type Desk, inWordsFor, languageFor, type Pressed } from './desk.ts';
import { isExpired } from './errors.ts';
import { renderModal } from './form.ts';
import { openUpload, openWhatIsAsked } from './forms.ts';
import { MAX_CHOICE_TEXT, MAX_CHOICES } from './limits.ts';
import { clean } from './markup.ts';
import { commandAt } from './register.ts';
import type { Attachment } from './upload.ts';

/** A slash command: acknowledged at once, then asked. */
export async function answerCommand(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const place = placeOf(interaction);
  const { input, attachments } = readOptions(interaction.options.data);
  const command = commandAt(place, desk.house.commands);
  const typed = [place.command, place.sub].filter(Boolean).join(' ');
  const asked = { name: command?.name ?? typed, input };
  if (attachments.length === 0 && wantsFile(asked, desk.house.commands)) return openUpload(interaction, asked, desk);
  await ask(interaction, asked, desk, { attachments });
}

/** An argument that is being typed: what may be meant. Nobody waits for it, so one that comes late is let go. */
export async function answerTyping(interaction: AutocompleteInteraction, desk: Desk): Promise<void> {
  const { name: argument, value: typed } = interaction.options.getFocused(true);
  const command = commandAt(placeOf(interaction), desk.house.commands);
  const wish = { command: command?.name ?? interaction.commandName, argument, typed };
  const late = pause(desk.patienceMs, [], { ref: false });
  const found = await Promise.race([desk.house.suggest(wish, callerOf(interaction, desk.roles)), late]);
  const choices = found
    .filter(({ value }) => value.length <= MAX_CHOICE_TEXT)
    .slice(0, MAX_CHOICES)
    .map(({ value, label }) => ({ value, name: clip(clean(label).trim(), MAX_CHOICE_TEXT) || value }));
  await interaction.respond(choices).catch((error) => {
    if (!isExpired(error)) throw error;
  });
}

/** A button, or what was chosen from a menu: asks, or first shows its form or its question. */
export async function answerButton(interaction: Pressed, desk: Desk): Promise<void> {
  const id = interaction.isButton() ? interaction.customId : (interaction.values[0] ?? '');
  const { verb, press } = readButtonId(id, desk.memory);
  const words = inWordsFor(interaction, desk);
  if (verb === 'no') {
    await acknowledged(() => interaction.update(words(say`Cancelled. Nothing was changed.`)), desk);
    return;
  }
  if (!press) return tellExpired(interaction, desk);
  if (verb === 'yes') {
    // Takes the buttons away with the acknowledgement, so that nobody says yes twice.
    if (!(await acknowledged(() => interaction.update(words(say`Working on it …`)), desk))) return;
    return deliver(interaction, await askHouse(interaction, askOf(press, desk), desk), desk);
  }
  if (press.form) {
    const modal = renderModal(press.form, id, languageFor(interaction, desk));
    await acknowledged(() => interaction.showModal(modal), desk);
    return;
  }
  if (press.opens) return openWhatIsAsked(interaction, press, desk);
  const asked = askOf(press, desk);
  if (wantsFile(asked, desk.house.commands)) return openUpload(interaction, asked, desk);
  return proceed(interaction, press, desk);
}

function placeOf({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction) {
  return { command: commandName, sub: options.getSubcommand(false) };
}

function readOptions(options: readonly CommandInteractionOption[]): {
  input: Record<string, unknown>;
  attachments: readonly Attachment[];
} {
  const leaves = options.flatMap((option) => option.options ?? [option]);
  const attachments = leaves.flatMap((option) => option.attachment ?? []);
  const input = leaves.flatMap(({ name, value, attachment: file }) => {
    if (name === SHARE && typeof value === 'boolean') return value ? [[name, 'yes']] : [];
    if (value === undefined) return [];
    return [[name, file ? file.name : value]];
  });
  return { input: Object.fromEntries(input), attachments };
}
