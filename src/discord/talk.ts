import type { Message } from 'discord.js';
import type { Caller } from '../../commands/call.ts';
import { say } from '../../words/say.ts';
import { tell } from '../../words/tell.ts';
import type { Rendered } from '../told.ts';
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

/** What is written without a slash is answered as a command is: to the one who asks alone, unless they share it. */
export async function answerTalk(message: Message, desk: Desk): Promise<void> {
  const { author, guildId, client } = message;
  const line = message.content.replace(nameOf(client.user!.id), '').trim();
  const answer = await desk.house.askLine(line, callerOf(message, desk));
  if (answer.audience === 'channel') return tellAll(message, answer, desk);
  const told = (words: typeof ANSWERED) => plainWords(tell(words, { language: answer.language, shop: null }));
  try {
    for (const page of discordPages(answer)) await author.send(await desk.draw(page));
  } catch (error) {
    if (!takesNoMessages(error) || guildId === null) throw error;
    await message.reply(told(ASK_SO));
    return;
  }
  if (guildId !== null) await message.reply(told(ANSWERED));
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
