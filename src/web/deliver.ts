import type { Context } from 'hono';
import type { Ask, Caller } from '../../commands/call.ts';
import type { Answer } from '../told.ts';
import type { Board } from './board.ts';
import type { Conversations } from './conversations.ts';
import type { WebPerson } from './ports.ts';
import { wantedBy } from './problem.ts';
import { shared } from './share.ts';
import type { AnswerView } from './wire.ts';

/** What was asked, in words; the channel that was being looked at; and what would ask it again for all. */
export type Asked = { readonly words: string; readonly channel: string | undefined; readonly share: Ask | null };

/** 200 for an answer, 422 where the person can mend it, 500 where only we can: for scripts; the page reads the answer. */
const statusOf = { answered: 200, refused: 422, fault: 500 } as const;

/** Keeps an answer for the one who asked, and puts it on the board when it was asked for all to read. */
export async function deliver(
  context: Context<{ Variables: { person: WebPerson } }>,
  { words, channel, share }: Asked,
  answer: Answer,
  { conversations, board, now }: { conversations: Conversations; board: Board; now: () => number },
): Promise<Response> {
  const person = context.get('person');
  const kept = conversations.keep(person, words, { ...answer, at: now(), share });
  if (answer.audience === 'channel') {
    const target = channel !== undefined && board.has(channel) ? channel : board.channels[0]!.id;
    await board.outlet.post(target, shared({ words, answer: kept }, person), `shared:${kept.id}`);
  }
  return context.json<AnswerView>(kept, statusOf[answer.outcome]);
}

/** Who asks; `context` tells what the browser would read. */
export function callerOf({ door, user, name }: WebPerson, context: Context, channel?: string): Caller {
  const language = wantedBy(context);
  return { door, user, name, seat: 'web', ...(channel !== undefined && { channel }), ...(language && { language }) };
}
