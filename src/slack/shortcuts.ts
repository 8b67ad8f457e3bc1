import type { App, MessageShortcut } from '@slack/bolt';
import type { Action } from '../../commands/reply.ts';
import { named, say } from '../../words/say.ts';
import type { SlackFile } from './download.ts';
import { MAX_FILES } from './modal.ts';
import { ownWords } from './own-words.ts';
import { receiptsIn } from './receipts.ts';
import { type Place, tellPrivately } from './tell.ts';
import type { Wire } from './wire.ts';

/** *Import this file*, on any message with a file. */
export const IMPORT_SHORTCUT = 'import_file';
/** *Explain this number*, on any message that quotes a receipt. Also where no command can be typed: in threads. */
export const EXPLAIN_SHORTCUT = 'explain_number';

/** More numbers than this in one message are not chosen from. */
const MOST_CHOICES = 20;

/** Registers what can be chosen from the menu of a message. */
export function takeShortcuts(
  app: App,
  wire: Wire,
  asks: {
    readonly readFiles: (files: readonly SlackFile[], line: string, place: Place) => Promise<void>;
    readonly answerPress: (line: string, place: Place) => Promise<void>;
  },
): void {
  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: IMPORT_SHORTCUT }, async ({ shortcut, ack }) => {
    await ack();
    const place = placeOf(shortcut);
    const files = (shortcut.message.files ?? []) as readonly SlackFile[];
    if (files.length > 0) return asks.readFiles(files.slice(0, MAX_FILES), 'data add', place);
    const title = say`That message has no file`;
    const none = ownWords(wire.languageOf(place.user), title, say`Choose it on a message with a file.`);
    await tellPrivately(wire, place, none);
  });

  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: EXPLAIN_SHORTCUT },
    async ({ shortcut, ack }) => {
      await ack();
      const place = placeOf(shortcut);
      const { text, blocks, attachments } = shortcut.message;
      const [first, ...others] = receiptsIn([{ text }, blocks, attachments]).slice(0, MOST_CHOICES);
      const language = wire.languageOf(place.user);
      if (!first) {
        const advice = say`Receipts look like F-1042 and stand beside my numbers. Ask for one: /why F-1042.`;
        await tellPrivately(wire, place, ownWords(language, say`That message quotes no receipt`, advice));
        return;
      }
      if (others.length === 0) return asks.answerPress(`why ${first.id}`, place);
      const buttons = [first, ...others].map(
        ({ id, label }): Action => ({
          label: named(label === null ? id : `${id} · ${label}`),
          style: 'plain',
          ask: { name: 'why', input: { id } },
        }),
      );
      await tellPrivately(wire, place, ownWords(language, say`Which number?`, null, buttons));
    },
  );
}

function placeOf({ user: { id, name }, channel, message, response_url }: MessageShortcut): Place {
  const thread: unknown = message.thread_ts;
  return {
    user: id,
    name,
    channel: channel.id,
    respondTo: response_url,
    ...(typeof thread === 'string' && thread !== message.ts && { thread }),
  };
}
