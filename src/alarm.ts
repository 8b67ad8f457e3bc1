import { postToAdmins } from '../commands/post.ts';
import type { Reply } from '../commands/reply.ts';
import type { State } from '../data/state/types/state.ts';
import type { Instant } from '../data/types/shop.ts';
import { say, type Words } from '../words/say.ts';
import { inEnglish } from '../words/tell.ts';
import type { Log } from './ops/log.ts';

/** Marks the key of what tells the admins that something is wrong. */
export const ALARM = 'alarm';

/** Tells the admins that something of ours did not work. The same text on the same day is told once. */
export function openAlarm({
  state,
  now,
  log,
}: {
  readonly state: State;
  readonly now: () => Instant;
  readonly log: Log;
}): (text: Words) => void {
  return (text) => {
    const said = inEnglish(text);
    log('warn', said);
    const reply: Reply = { title: say`Something did not work`, tone: 'bad', parts: [{ kind: 'text', text }] };
    const period = `${new Date(now()).toISOString().slice(0, 10)}:${said}`;
    postToAdmins({ state, now: now() }, { report: ALARM, period, reply });
  };
}
