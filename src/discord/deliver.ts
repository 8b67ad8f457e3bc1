import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import { say } from '../../words/say.ts';
import type { Rendered } from '../told.ts';
import { type Desk, type Interaction, inWordsFor, type Pressed } from './desk.ts';
import { isAlreadyAcknowledged, isAnswered, isExpired, takesNoMessages } from './errors.ts';
import { discordPages } from './pages.ts';
import type { Payload } from './send.ts';

const EXPIRED_BUTTON = say`I no longer know what this button meant. Please ask again with the slash command.`;
const NOT_SHOWN = say`The answer is ready, but Discord would not show it. Please ask again, or at another door.`;
const NOWHERE_LEFT = say`An answer took longer than Discord waits, and you take no direct messages from me. It is ready: please ask again.`;

/** Says that what a button or a form stood for is kept no longer. */
export function tellExpired(interaction: Pressed | ModalSubmitInteraction, desk: Desk): Promise<void> {
  return tellPrivately(interaction, inWordsFor(interaction, desk)(EXPIRED_BUTTON, 'careful'), desk);
}

export async function tellPrivately(
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
export async function acknowledged(answer: () => Promise<unknown>, { report }: Desk): Promise<boolean> {
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
export async function deliver(interaction: Interaction, answer: Rendered, desk: Desk): Promise<void> {
  const [first, ...rest] = discordPages(answer);
  await put(interaction, await desk.draw(first!, interaction.attachmentSizeLimit), desk);
  await followWith(interaction, rest, desk, { onlyFor: 'the one who asked' });
}

/** What is too long for one message goes on in its thread, by the outbox. Files are for the one who asked. */
export async function deliverToAll(interaction: Interaction, answer: Rendered, desk: Desk): Promise<void> {
  const { shown, files } = withoutFiles(answer);
  await showToAll(interaction, shown, desk);
  if (files) await followWith(interaction, discordPages(files), desk, { onlyFor: 'the one who asked' });
}

/** What all may read of an answer, and its files, if any, for the one who asked: they may hold personal data. */
export function withoutFiles(answer: Rendered): { readonly shown: Rendered; readonly files: Rendered | null } {
  const files = answer.parts.filter(({ kind }) => kind === 'file');
  const shown = { ...answer, parts: answer.parts.filter(({ kind }) => kind !== 'file') };
  return { shown, files: files.length > 0 ? { ...answer, parts: files, actions: [] } : null };
}

async function showToAll(interaction: Interaction, answer: Rendered, desk: Desk): Promise<void> {
  const [first, ...rest] = discordPages(answer);
  const shown = await put(interaction, await desk.draw(first!, interaction.attachmentSizeLimit), desk);
  if (rest.length === 0) return;
  const { channelId: channel } = interaction;
  if (!desk.goOn || !shown || channel === null || !mayPost(interaction))
    return followWith(interaction, rest, desk, { onlyFor: null });
  desk.goOn({ channel, ref: shown, thread: null, message: first! }, rest);
}

/** A command is answered also where Sextant may not write by itself. */
function mayPost({ appPermissions, channel }: Interaction): boolean {
  return appPermissions.has([
    'ViewChannel',
    channel?.isThread() ? 'SendMessagesInThreads' : 'SendMessages',
    'EmbedLinks',
  ]);
}

/** A cut line is tried once more: of an answer, twice is better than not at all. */
export async function followWith(
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
 * In the place kept for the answer. After a quarter of an hour the place is gone, and now and then nothing can be put
 * there: then it comes as a direct message. Returns the message that stands in the place.
 */
export async function put(interaction: Interaction, payload: Payload, desk: Desk): Promise<string | null> {
  const edit = (message: Payload) => interaction.webhook.editMessage('@original', { ...message, attachments: [] });
  try {
    return (await twice(() => edit(payload))).id;
  } catch (error) {
    if (!isExpired(error)) desk.report(error);
    if (isExpired(error) || !isAnswered(error)) await sendDirectly(interaction, payload, desk);
    else await edit(inWordsFor(interaction, desk)(NOT_SHOWN, 'bad'));
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
