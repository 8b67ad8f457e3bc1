import { MessageFlags, type ModalSubmitInteraction } from 'discord.js';
import type { Ask, Caller, Luggage, Upload } from '../../commands/call.ts';
import { say, type Words } from '../../words/say.ts';
import { type Language, tell } from '../../words/tell.ts';
import { commandLine } from '../arguments.ts';
import { askForAll, SHARE } from '../share.ts';
import type { Action, Answer, Form, Rendered } from '../told.ts';
import { button, row } from './actions.ts';
import { buttonId, type Press, plainPress } from './buttons.ts';
import { callerOf } from './caller.ts';
import { acknowledged, deliver, deliverToAll, followWith, put, tellPrivately } from './deliver.ts';
import { askOf, type Desk, type Interaction, inWordsFor, type Pressed, tellFor } from './desk.ts';
import { discordPages } from './pages.ts';
import { plainWords } from './send.ts';
import { type Attachment, type Received, UploadRefused } from './upload.ts';

const NOT_SHARED = say`This answer is only for the person who asked.`;

/** What comes with an ask: files, and the form to go back to when it is refused. */
type Baggage = { readonly attachments?: readonly Attachment[]; readonly back?: Press };

export async function proceed(
  interaction: Pressed | ModalSubmitInteraction,
  press: Press,
  desk: Desk,
  baggage: Baggage = {},
): Promise<void> {
  if (!press.confirm) return ask(interaction, askOf(press, desk), desk, baggage);
  const told = tellFor(interaction, desk);
  const sure = plainPress(askOf(press, desk));
  const yes = button(told(say`Yes, ${press.label}`), press.style, buttonId('yes', sure, desk.memory));
  const no = button(told(say`Cancel`), 'plain', 'no:');
  await tellPrivately(interaction, { ...plainWords(press.confirm, 'careful'), components: [row([yes, no])] }, desk);
}

/** Acknowledges, asks the house, and shows the answer to the channel only if the house says so. */
export async function ask(
  interaction: Interaction,
  asked: Ask,
  desk: Desk,
  { attachments = [], back }: Baggage = {},
): Promise<void> {
  const shared = asked.input[SHARE] === 'yes';
  const flags = shared ? undefined : MessageFlags.Ephemeral;
  if (!(await acknowledged(() => interaction.deferReply({ flags }), desk))) return;

  const answer = await askHouse(interaction, asked, desk, attachments);
  const inChannel = attachments.length === 0 && interaction.guildId !== null;
  const again = inChannel ? askForAll(asked, answer, { commands: desk.house.commands, seat: 'discord' }) : null;
  const whole = back && answer.outcome === 'refused' ? withBack(answer, back, desk) : withShare(answer, again);
  if (shared && answer.audience === 'channel') return deliverToAll(interaction, whole, desk);
  if (!shared) return deliver(interaction, whole, desk);
  await put(interaction, inWordsFor(interaction, desk)(NOT_SHARED), desk);
  await followWith(interaction, discordPages(whole), desk, { onlyFor: 'the one who asked' });
}

export async function askHouse(
  interaction: Interaction,
  asked: Ask,
  desk: Desk,
  attachments: readonly Attachment[] = [],
): Promise<Answer> {
  const { house, report, roles } = desk;
  const caller = callerOf(interaction, roles);
  const known = house.commands.some(({ name }) => name === asked.name);
  if (!known) return house.askLine(commandLine(asked), caller);
  const working = progressIn(interaction, report);
  return withUploads(attachments, { caller, desk }, (uploads) =>
    house.ask(asked, caller, { uploads, progress: working.tell }),
  ).finally(working.settled);
}

/** Fetches what is attached for as long as the house works with it. What is not taken is answered with why. */
export async function withUploads(
  attachments: readonly Attachment[],
  { caller, desk }: { readonly caller: Caller; readonly desk: Desk },
  use: (uploads: readonly Upload[]) => Promise<Answer>,
): Promise<Answer> {
  const received: Received[] = [];
  try {
    for (const attachment of attachments) received.push(await desk.receive(attachment));
    return await use(received.map(({ upload }) => upload));
  } catch (error) {
    if (error instanceof UploadRefused) return refusedUpload(error, desk.languageOf(caller));
    throw error;
  } finally {
    await Promise.all(received.map(({ remove }) => remove()));
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

function withShare(answer: Answer, again: Ask | null): Rendered {
  if (!again) return answer;
  const share = { label: tell(say`Share to channel`, answer), style: 'plain', ask: again } as const;
  return { ...answer, actions: [...(answer.actions ?? []), share] };
}

/** A modal of Discord's shows no errors: the refusal leads back to it, with all that was typed. Files are chosen anew. */
function withBack(answer: Answer, { form, confirm, ...press }: Press, desk: Desk): Rendered {
  const { file, live, title, submit, fields } = form!;
  const typed = fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]]));
  const asked = askOf(press, desk);
  const others = Object.entries(asked.input).filter(([name]) => !fields.some((field) => field.name === name));
  const label = tell(say`Back to the form`, answer);
  const back: Action = file
    ? { label, style: 'plain', ask: { ...asked, input: Object.fromEntries([...others, ...typed]) } }
    : {
        label,
        style: 'plain',
        ask: { ...asked, input: Object.fromEntries(others) },
        form: { title, submit, fields: fields as Form['fields'], ...(live && { live: askOf({ line: live }, desk) }) },
        ...(confirm && { confirm }),
      };
  return { ...answer, actions: [...(answer.actions ?? []), back] };
}
