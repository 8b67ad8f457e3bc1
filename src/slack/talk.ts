import type { App } from '@slack/bolt';
import type { SlackFile } from './download.ts';
import { typedText } from './escape.ts';
import { MAX_FILES } from './modal.ts';
import type { Place } from './tell.ts';

/**
 * What people write without a slash: in the direct messages, or after Sextant's name in a channel. The answer is theirs
 * alone, as to a command; a file that comes with it is looked at.
 */
export function takeTalk(
  app: App,
  asks: {
    readonly readFiles: (files: readonly SlackFile[], line: string, place: Place) => Promise<void>;
    readonly answerPress: (line: string, place: Place) => Promise<void>;
  },
): void {
  app.event('app_mention', async ({ event }) => {
    const { user, channel, text, thread_ts, bot_id } = event;
    if (user === undefined || bot_id !== undefined) return;
    await answer(text, filesOf(event), { user, channel, ...(thread_ts !== undefined && { thread: thread_ts }) });
  });

  app.event('message', async ({ event }) => {
    // Others are of what happens to messages: edited, deleted, posted by us.
    if (event.channel_type !== 'im' || (event.subtype !== undefined && event.subtype !== 'file_share')) return;
    if ('bot_id' in event) return;
    const { user, text = '' } = event;
    await answer(text, filesOf(event), { user, channel: user });
  });

  function answer(text: string, files: readonly SlackFile[], place: Place): Promise<void> {
    if (files.length > 0) return asks.readFiles(files.slice(0, MAX_FILES), 'data add', place);
    return asks.answerPress(lineOf(text), place);
  }
}

/** Bolt's types know of them only where Slack says that there are some. */
function filesOf(event: object): readonly SlackFile[] {
  return 'files' in event ? (event.files as readonly SlackFile[]) : [];
}

/** Without the name that it is said to. */
function lineOf(text: string): string {
  return typedText(text.replace(/^\s*<@[A-Z0-9]+(?:\|[^>]*)?>[\s,:]*/, '')).trim();
}
