import type { Message } from 'discord.js';
import type { Caller } from '../../commands/call.ts';
import { listed, say, type Words } from '../../words/say.ts';
import { tell } from '../../words/tell.ts';
import type { Answer, Rendered } from '../told.ts';
import { withUploads } from './ask.ts';
import { givenTo } from './caller.ts';
import { withoutFiles } from './deliver.ts';
import type { Desk } from './desk.ts';
import { takesNoMessages } from './errors.ts';
import { discordPages } from './pages.ts';
import { plainWords } from './send.ts';

const ANSWERED = say`I have answered you in our direct messages.`;
const ASK_SO = say`You take no direct messages from me. Ask by a slash command: then only you see the answer.`;

/** Whether somebody writes to us: in the direct messages, or by our name. Of all else Discord gives us no words. */
export function isForUs({ author, guildId, content, client }: Message): boolean {
  return !author.bot && (guildId === null || nameOf(client.user!.id).test(content));
}

/**
 * What is written without a slash is answered as a command is: to the one who asks alone, unless they share it. A file
 * that comes with it is looked at.
 */
export async function answerTalk(message: Message, desk: Desk): Promise<void> {
  const { author, guildId } = message;
  const caller = callerOf(message, desk);
  const told = (words: Words) => plainWords(tell(words, { language: desk.languageOf(caller), shop: null }));
  try {
    const files = [...message.attachments.values()];
    if (files.length > 0) await author.send(told(say`Reading ${listed(files.map(({ name }) => name))} …`));
    const answer = await answerTo(message, caller, desk);
    if (answer.audience === 'channel') return await tellAll(message, answer, desk);
    for (const page of discordPages(answer)) await author.send(await desk.draw(page));
  } catch (error) {
    if (!takesNoMessages(error) || guildId === null) throw error;
    await message.reply(told(ASK_SO));
    return;
  }
  if (guildId !== null) await message.reply(told(ANSWERED));
}

function answerTo({ attachments, client, content }: Message, caller: Caller, desk: Desk): Promise<Answer> {
  const { house } = desk;
  if (attachments.size === 0) return house.askLine(content.replace(nameOf(client.user!.id), '').trim(), caller);
  return withUploads([...attachments.values()], { caller, desk }, (uploads) =>
    house.ask({ name: 'data add', input: {} }, caller, { uploads }),
  );
}

/** Below what was asked. What is too long for one message goes on in its thread, by the outbox. */
async function tellAll(message: Message, answer: Rendered, desk: Desk): Promise<void> {
  const { shown, files } = withoutFiles(answer);
  const [first, ...rest] = discordPages(shown);
  const { id: ref, channelId: channel } = await message.reply(await desk.draw(first!));
  if (!desk.goOn) for (const page of rest) await message.reply(await desk.draw(page));
  else if (rest.length > 0) desk.goOn({ channel, ref, thread: null, message: first! }, rest);
  if (files) await message.author.send(await desk.draw(files));
}

function nameOf(bot: string): RegExp {
  return new RegExp(`<@!?${bot}>`);
}

function callerOf({ author, member, channel, guildId }: Message, { roles }: Desk): Caller {
  const place = channel.isThread() ? channel.parentId : channel.id;
  const given = member ? givenTo([...member.roles.cache.keys()], roles) : undefined;
  return {
    door: 'discord',
    user: author.id,
    name: author.displayName,
    ...(place && { channel: place }),
    ...(guildId === null && { alone: true }),
    ...(given && { given }),
  };
}
