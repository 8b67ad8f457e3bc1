import { setTimeout as pause } from 'node:timers/promises';
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  ComponentType,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Ask, Caller, Luggage } from '../../commands/call.ts';
import type { Tone } from '../../commands/reply.ts';
import { count, plural, say, type Words } from '../../words/say.ts';
import { type Language, tell } from '../../words/tell.ts';
import { commandLine, parseCommandLine } from '../arguments.ts';
import type { ButtonMemory } from '../button-memory.ts';
import type { GoOn, House } from '../doors.ts';
import { askForAll, SHARE } from '../share.ts';
import { clip } from '../text.ts';
import type { Answer, Rendered } from '../told.ts';
import { buttonId, type Press, plainPress, pressOf, readButtonId } from './buttons.ts';
import { callerOf, type GivenRoles } from './caller.ts';
import { isAlreadyAcknowledged, isAnswered, isExpired, takesNoMessages } from './errors.ts';
import { laterFields, renderModal } from './form.ts';
import { MAX_CHOICE_TEXT, MAX_CHOICES } from './limits.ts';
import { clean } from './markup.ts';
import { discordPages } from './pages.ts';
import { commandAt } from './register.ts';
import { button, row } from './render.ts';
import { type Payload, plainWords } from './send.ts';
import { type Attachment, type Received, UploadRefused } from './upload.ts';

type Pressed = ButtonInteraction | StringSelectMenuInteraction;
type Interaction = ChatInputCommandInteraction | Pressed | ModalSubmitInteraction;

/** What answering needs of the door. */
export type Desk = {
  readonly house: House;
  readonly memory: ButtonMemory;
  /** Within the size of files that Discord takes there, in bytes. */
  readonly draw: (message: Rendered, mostFileBytes?: number) => Promise<Payload>;
  /** Left out where there is no outbox. */
  readonly goOn?: GoOn;
  readonly receive: (attachment: Attachment) => Promise<Received>;
  /** What members of the server's roles may do where Sextant knows no role of theirs. */
  readonly roles: GivenRoles;
  readonly languageOf: (caller: Caller) => Language;
  /** How long something may take that is a first answer or none: well within Discord's three seconds. */
  readonly patienceMs: number;
  readonly report: (error: unknown) => void;
};

const EXPIRED_BUTTON = say`I no longer know what this button meant. Please ask again with the slash command.`;
const NOT_SHARED = say`This answer is only for the person who asked.`;
const NOT_SHOWN = say`The answer is ready, but Discord would not show it. Please ask again, or at another door.`;
const NOWHERE_LEFT = say`An answer took longer than Discord waits, and you take no direct messages from me. It is ready: please ask again.`;

/** A slash command: acknowledged at once, then asked. */
export async function answerCommand(interaction: ChatInputCommandInteraction, desk: Desk): Promise<void> {
  const place = placeOf(interaction);
  const { input, attachments } = readOptions(interaction.options.data);
  const command = commandAt(place, desk.house.commands);
  const typed = [place.command, place.sub].filter(Boolean).join(' ');
  await ask(interaction, { name: command?.name ?? typed, input }, desk, attachments);
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
  if (!press) return tellPrivately(interaction, words(EXPIRED_BUTTON, 'careful'), desk);
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
  return proceed(interaction, press, desk);
}

/** A form is a first answer or none, and Discord waits three seconds: so it is asked for before anything is said. */
async function openWhatIsAsked(interaction: Pressed, press: Press, desk: Desk): Promise<void> {
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
  if (!press?.form) return tellPrivately(interaction, words(EXPIRED_BUTTON, 'careful'), desk);
  const { name, input } = askOf(press, desk);
  const line = commandLine({ name, input: { ...input, ...readForm(interaction) } });
  const { form, ...filled } = { ...press, line };
  const later = laterFields(form!);
  if (later.length === 0) return proceed(interaction, form!.live ? tryOut(filled, form!.live, desk) : filled, desk);

  const next = { ...form!, fields: later, total: form!.total ?? form!.fields.length };
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

async function proceed(interaction: Pressed | ModalSubmitInteraction, press: Press, desk: Desk) {
  if (!press.confirm) return ask(interaction, askOf(press, desk), desk);
  const told = tellFor(interaction, desk);
  const sure = plainPress(askOf(press, desk));
  const yes = button(told(say`Yes, ${press.label}`), press.style, buttonId('yes', sure, desk.memory));
  const no = button(told(say`Cancel`), 'plain', 'no:');
  await tellPrivately(interaction, { ...plainWords(press.confirm, 'careful'), components: [row([yes, no])] }, desk);
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
  const whole = again ? withShare(answer, again) : answer;
  if (shared && answer.audience === 'channel') return deliverToAll(interaction, whole, desk);
  if (!shared) return deliver(interaction, whole, desk);
  await put(interaction, inWordsFor(interaction, desk)(NOT_SHARED), desk);
  await followWith(interaction, discordPages(whole), desk, { onlyFor: 'the one who asked' });
}

async function askHouse(
  interaction: Interaction,
  asked: Ask,
  desk: Desk,
  attachments: readonly Attachment[] = [],
): Promise<Answer> {
  const { house, receive, report, roles } = desk;
  const caller = callerOf(interaction, roles);
  const known = house.commands.some(({ name }) => name === asked.name);
  if (!known) return house.askLine(commandLine(asked), caller);
  const working = progressIn(interaction, report);
  const received: Received[] = [];
  try {
    for (const attachment of attachments) received.push(await receive(attachment));
    const uploads = received.map(({ upload }) => upload);
    return await house.ask(asked, caller, { uploads, progress: working.tell });
  } catch (error) {
    if (error instanceof UploadRefused) return refusedUpload(error, desk.languageOf(caller));
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

function refusedUpload({ says }: UploadRefused, language: Language): Answer {
  const told = (words: Words) => tell(words, { language, shop: null });
  const parts = [{ kind: 'text', text: told(says) }] as const;
  const title = told(say`The file was not taken`);
  return { title, tone: 'careful', parts, outcome: 'refused', audience: 'caller', shop: null, language };
}

function withShare(answer: Answer, again: Ask): Rendered {
  const share = { label: tell(say`Share to channel`, answer), style: 'plain', ask: again } as const;
  return { ...answer, actions: [...(answer.actions ?? []), share] };
}

function askOf({ line }: Press, { house }: Desk): Ask {
  const parsed = parseCommandLine(line, house.commands);
  return parsed.known ? parsed.ask : { name: line, input: {} };
}

function placeOf({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction) {
  return { command: commandName, sub: options.getSubcommand(false) };
}

function languageFor(interaction: Interaction, { languageOf, roles }: Desk): Language {
  return languageOf(callerOf(interaction, roles));
}

function tellFor(interaction: Interaction, desk: Desk): (words: Words) => string {
  const language = languageFor(interaction, desk);
  return (words) => tell(words, { language, shop: null });
}

/** Sentences of the door's own, in the language of whoever reads them. */
function inWordsFor(interaction: Interaction, desk: Desk): (words: Words, tone?: Tone) => Payload {
  const told = tellFor(interaction, desk);
  return (words, tone) => plainWords(told(words), tone);
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

async function tellPrivately(
  interaction: Pressed | ModalSubmitInteraction,
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
async function twice<Done>(work: () => Promise<Done>): Promise<Done> {
  return work().catch((error) => {
    if (isAnswered(error)) throw error;
    return work();
  });
}

/** What is too long for one message goes on in further ones, as private as the first. */
async function deliver(interaction: Interaction, answer: Rendered, desk: Desk): Promise<void> {
  const [first, ...rest] = discordPages(answer);
  await put(interaction, await desk.draw(first!, interaction.attachmentSizeLimit), desk);
  await followWith(interaction, rest, desk, { onlyFor: 'the one who asked' });
}

/** What is too long for one message goes on in its thread, by the outbox. */
async function deliverToAll(interaction: Interaction, answer: Rendered, desk: Desk): Promise<void> {
  const [first, ...rest] = discordPages(answer);
  const shown = await put(interaction, await desk.draw(first!, interaction.attachmentSizeLimit), desk);
  if (rest.length === 0) return;
  const { channelId: channel } = interaction;
  if (!desk.goOn || !shown || channel === null) return followWith(interaction, rest, desk, { onlyFor: null });
  desk.goOn({ channel, ref: shown, thread: null, message: first! }, rest);
}

/** A cut line is tried once more: of an answer, twice is better than not at all. */
async function followWith(
  interaction: Interaction,
  pages: readonly Rendered[],
  desk: Desk,
  { onlyFor }: { readonly onlyFor: 'the one who asked' | null },
): Promise<void> {
  for (const page of pages) {
    const payload = await desk.draw(page, interaction.attachmentSizeLimit);
    const flags = onlyFor ? MessageFlags.Ephemeral : undefined;
    await twice(() => interaction.webhook.send({ ...payload, flags })).catch((error) => {
      if (isExpired(error)) return sendDirectly(interaction, payload, desk);
      desk.report(error);
    });
  }
}

/**
 * In the place kept for the answer; after a quarter of an hour the place is gone, so it comes as a direct message.
 * Returns the message that stands there.
 */
async function put(interaction: Interaction, payload: Payload, desk: Desk): Promise<string | null> {
  const edit = (message: Payload) => interaction.webhook.editMessage('@original', { ...message, attachments: [] });
  try {
    return (await twice(() => edit(payload))).id;
  } catch (error) {
    if (isExpired(error)) {
      await sendDirectly(interaction, payload, desk);
      return null;
    }
    desk.report(error);
    await edit(inWordsFor(interaction, desk)(NOT_SHOWN, 'bad'));
    return null;
  }
}

/** Whoever takes no direct messages is told in the channel that there is an answer, and not what it says. */
async function sendDirectly(interaction: Interaction, payload: Payload, desk: Desk): Promise<void> {
  const { user, channel } = interaction;
  try {
    await user.send(payload);
  } catch (error) {
    if (!takesNoMessages(error) || !channel?.isSendable()) throw error;
    const words = inWordsFor(interaction, desk)(NOWHERE_LEFT, 'careful');
    await channel.send({ ...words, content: `<@${user.id}>`, allowedMentions: { users: [user.id] } });
  }
}
