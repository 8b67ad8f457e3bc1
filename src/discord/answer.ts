import { setTimeout as pause } from 'node:timers/promises';
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  ComponentType,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Ask, Caller, Luggage } from '../../commands/call.ts';
import { commandLine, parseCommandLine } from '../arguments.ts';
import type { ButtonMemory } from '../button-memory.ts';
import type { House } from '../doors.ts';
import { askForAll, SHARE } from '../share.ts';
import type { Answer, Rendered } from '../told.ts';
import { buttonId, type Press, plainPress, pressOf, readButtonId } from './buttons.ts';
import { isAlreadyAcknowledged, isAnswered, isExpired } from './errors.ts';
import { laterFields, renderModal } from './form.ts';
import { commandAt } from './register.ts';
import { button, buttonRow } from './render.ts';
import { type Payload, plainWords } from './send.ts';
import { type Attachment, type Received, UploadRefused } from './upload.ts';

type Interaction = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

/** What answering needs of the door. */
export type Desk = {
  readonly house: House;
  readonly memory: ButtonMemory;
  readonly draw: (message: Rendered) => Promise<Payload>;
  readonly receive: (attachment: Attachment) => Promise<Received>;
  readonly report: (error: unknown) => void;
};

/** Well within Discord's three seconds. */
const PATIENCE_MS = 2000;

const EXPIRED_BUTTON = 'I no longer know what this button meant. Please ask again with the slash command.';
const NOT_SHARED = 'This answer is only for the person who asked.';
const NOT_SHOWN = 'The answer is ready, but Discord would not show it. Please ask again, or at another door.';

/** A slash command: acknowledged at once, then asked. */
export async function answerCommand(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const place = { command: interaction.commandName, sub: interaction.options.getSubcommand(false) };
  const { input, attachments } = readOptions(interaction.options.data);
  const command = commandAt(place, desk.house.commands);
  const typed = [place.command, place.sub].filter(Boolean).join(' ');
  await ask(interaction, { name: command?.name ?? typed, input }, desk, attachments);
}

/** A button: asks, or first shows its form or its question. */
export async function answerButton(interaction: ButtonInteraction, desk: Desk): Promise<void> {
  const { verb, press } = readButtonId(interaction.customId, desk.memory);
  if (!press) return say(interaction, plainWords(EXPIRED_BUTTON, 'careful'), desk);
  if (verb === 'no') {
    await acknowledged(() => interaction.update(plainWords('Cancelled. Nothing was changed.')), desk);
    return;
  }
  if (verb === 'yes') {
    // Takes the buttons away with the acknowledgement, so that nobody says yes twice.
    if (!(await acknowledged(() => interaction.update(plainWords('Working on it …')), desk))) return;
    return deliver(interaction, await desk.draw(await askHouse(interaction, askOf(press, desk), desk)), desk);
  }
  if (press.form) {
    const modal = renderModal(press.form, interaction.customId);
    await acknowledged(() => interaction.showModal(modal), desk);
    return;
  }
  if (press.opens) return openWhatIsAsked(interaction, press, desk);
  return proceed(interaction, press, desk);
}

/** A form is a first answer or none, and Discord waits three seconds: so it is asked for before anything is said. */
async function openWhatIsAsked(interaction: ButtonInteraction, press: Press, desk: Desk): Promise<void> {
  const asked = askHouse(interaction, askOf(press, desk), desk, []);
  const early = await Promise.race([asked, pause(PATIENCE_MS, null)]);
  const action = early?.outcome === 'answered' ? early.actions?.[0] : undefined;
  const opened = action && pressOf(action);
  if (opened?.form) {
    const modal = renderModal(opened.form, buttonId('ask', opened, desk.memory));
    await acknowledged(() => interaction.showModal(modal), desk);
    return;
  }
  if (!(await acknowledged(() => interaction.deferReply({ flags: MessageFlags.Ephemeral }), desk))) return;
  await deliver(interaction, await desk.draw(await asked), desk);
}

/** A form: its answers join the command's arguments. */
export async function answerForm(interaction: ModalSubmitInteraction, desk: Desk): Promise<void> {
  const { press } = readButtonId(interaction.customId, desk.memory);
  if (!press?.form) return say(interaction, plainWords(EXPIRED_BUTTON, 'careful'), desk);
  const { name, input } = askOf(press, desk);
  const line = commandLine({ name, input: { ...input, ...readForm(interaction) } });
  const { form, ...filled } = { ...press, line };
  const later = laterFields(form!);
  if (later.length === 0) return proceed(interaction, form!.live ? tryOut(filled, form!.live, desk) : filled, desk);

  const id = buttonId('ask', { ...filled, form: { ...form!, fields: later } }, desk.memory);
  const words = plainWords(`Noted so far. ${later.length} more to fill in.`);
  await say(interaction, { ...words, components: [buttonRow([button('Continue', 'primary', id)])] }, desk);
}

/** The same answers, put to what only says where they lead: the form itself could not. */
function tryOut(filled: Press, live: string, desk: Desk): Press {
  const { name, input } = askOf({ ...filled, line: live }, desk);
  return plainPress({ name, input: { ...input, ...askOf(filled, desk).input } });
}

async function proceed(interaction: ButtonInteraction | ModalSubmitInteraction, press: Press, desk: Desk) {
  if (!press.confirm) return ask(interaction, askOf(press, desk), desk);
  const sure = plainPress(askOf(press, desk));
  const yes = button(`Yes, ${press.label}`, press.style, buttonId('yes', sure, desk.memory));
  const no = button('Cancel', 'plain', 'no:');
  await say(interaction, { ...plainWords(press.confirm, 'careful'), components: [buttonRow([yes, no])] }, desk);
}

/** Acknowledges, asks the house, and shows the answer to the channel only if the house says so. */
async function ask(
  interaction: Interaction,
  asked: Ask,
  desk: Desk,
  attachments: readonly Attachment[] = [],
): Promise<void> {
  const shared = asked.input[SHARE] === 'yes';
  const flags = shared ? undefined : MessageFlags.Ephemeral;
  if (!(await acknowledged(() => interaction.deferReply({ flags }), desk))) return;

  const answer = await askHouse(interaction, asked, desk, attachments);
  const inChannel = attachments.length === 0 && interaction.guildId !== null;
  const again = inChannel ? askForAll(asked, answer, { commands: desk.house.commands, seat: 'discord' }) : null;
  const payload = await desk.draw(again ? withShare(answer, again) : answer);
  if (!shared || answer.audience === 'channel') return deliver(interaction, payload, desk);
  await deliver(interaction, plainWords(NOT_SHARED), desk);
  await interaction.webhook.send({ ...payload, flags: MessageFlags.Ephemeral });
}

async function askHouse(
  interaction: Interaction,
  asked: Ask,
  { house, receive, report }: Desk,
  attachments: readonly Attachment[] = [],
): Promise<Answer> {
  const caller = callerOf(interaction);
  const known = house.commands.some(({ name }) => name === asked.name);
  if (!known) return house.askLine(commandLine(asked), caller);
  const working = progressIn(interaction, report);
  const received: Received[] = [];
  try {
    for (const attachment of attachments) received.push(await receive(attachment));
    const uploads = received.map(({ upload }) => upload);
    return await house.ask(asked, caller, { uploads, progress: working.tell });
  } catch (error) {
    if (error instanceof UploadRefused) return refusedUpload(error);
    throw error;
  } finally {
    await Promise.all([working.settled(), ...received.map(({ remove }) => remove())]);
  }
}

/** Says how far the work has come where the answer will stand. The answer waits for the last word, or it would be under it. */
function progressIn({ webhook }: Interaction, report: Desk['report']) {
  let last: Promise<unknown> = Promise.resolve();
  const tell: Luggage['progress'] = ({ words }) => {
    last = last.then(() => webhook.editMessage('@original', plainWords(words))).catch(report);
  };
  return { tell, settled: () => last };
}

function refusedUpload({ message }: UploadRefused): Answer {
  const parts = [{ kind: 'text', text: message }] as const;
  return {
    title: 'The file was not taken',
    tone: 'careful',
    parts,
    outcome: 'refused',
    audience: 'caller',
    shop: null,
    language: 'en',
  };
}

function withShare(answer: Answer, again: Ask): Rendered {
  const share = { label: 'Share to channel', style: 'plain', ask: again } as const;
  return { ...answer, actions: [...(answer.actions ?? []), share] };
}

function askOf({ line }: Press, { house }: Desk): Ask {
  const parsed = parseCommandLine(line, house.commands);
  return parsed.known ? parsed.ask : { name: line, input: {} };
}

function callerOf({ user, channelId }: Interaction): Caller {
  return { door: 'discord', user: user.id, name: user.displayName, ...(channelId && { channel: channelId }) };
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

/** Fields that were left empty are not answers. */
function readForm({ fields }: ModalSubmitInteraction): Record<string, string> {
  const answers = [...fields.fields.values()].map((field): [string, string] => {
    if (field.type === ComponentType.TextInput) return [field.customId, field.value.trim()];
    if (field.type === ComponentType.StringSelect) return [field.customId, field.values[0] ?? ''];
    throw new Error(`A form came back with a component of type ${field.type}, which none of ours has`);
  });
  return Object.fromEntries(answers.filter(([, value]) => value !== ''));
}

async function say(
  interaction: ButtonInteraction | ModalSubmitInteraction,
  payload: Payload,
  desk: Desk,
): Promise<void> {
  await acknowledged(() => interaction.reply({ ...payload, flags: MessageFlags.Ephemeral }), desk);
}

/**
 * Whether Discord took the first answer. A line that was cut is tried once more: if the first try had got through,
 * Discord says so. When the three seconds are over, nothing is run, because nobody could be told the outcome.
 */
async function acknowledged(answer: () => Promise<unknown>, { report }: Desk): Promise<boolean> {
  try {
    await twice(answer);
    return true;
  } catch (error) {
    if (isAlreadyAcknowledged(error)) return true;
    report(error);
    return false;
  }
}

/** Once more, unless Discord itself said no. */
async function twice(work: () => Promise<unknown>): Promise<unknown> {
  return work().catch((error) => {
    if (isAnswered(error)) throw error;
    return work();
  });
}

/** Puts the answer in the place kept for it; after a quarter of an hour the place is gone, so it comes as a direct message. */
async function deliver({ webhook, user }: Interaction, payload: Payload, { report }: Desk): Promise<void> {
  const edit = (message: Payload) => webhook.editMessage('@original', { ...message, attachments: [] });
  try {
    await twice(() => edit(payload));
  } catch (error) {
    if (isExpired(error)) return void (await user.send(payload));
    report(error);
    await edit(plainWords(NOT_SHOWN, 'bad'));
  }
}
