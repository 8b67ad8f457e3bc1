import { randomUUID } from 'node:crypto';
import type { State } from '../data/state/types/state.ts';
import type { Instant } from '../data/types/shop.ts';
import { type ButtonMemory, keyOf } from './button-memory.ts';
import type { GoOn } from './doors.ts';
import type { Late, LateMemory } from './slack/late.ts';
import type { PictureMemory } from './slack/pictures.ts';
import { asReply } from './told.ts';

/** What the chats keep where a restart does not reach. */

/** A message that is changed later than this uploads its picture anew. */
const MONTH_MS = 30 * 24 * 3_600_000;
const PICTURES = 'slack picture';
const LATE = 'slack late picture';

/** What is too long for a button. */
export function buttonMemory({ memory }: State, chat: 'slack' | 'discord', now: () => Instant): ButtonMemory {
  const topic = `${chat} button`;
  return {
    keep(text) {
      const key = keyOf(text);
      memory.set(topic, key, text, now());
      return key;
    },
    recall: (key) => memory.get(topic, key),
  };
}

/** The pictures uploaded within a month: those of before are forgotten. */
export function pictureMemory({ memory }: State, now: () => Instant): PictureMemory {
  memory.forget(PICTURES, now() - MONTH_MS);
  return {
    fileOf: (picture) => memory.get(PICTURES, picture),
    keep(picture, file) {
      if (file === null) memory.drop(PICTURES, picture);
      else memory.set(PICTURES, picture, file, now());
    },
  };
}

/** The pictures of answers that Slack has not looked at yet. */
export function lateMemory({ memory }: State, now: () => Instant): LateMemory {
  return {
    keep(late) {
      const key = randomUUID();
      memory.set(LATE, key, JSON.stringify(late), now());
      return key;
    },
    list: () => memory.list(LATE).map(({ key, value }) => ({ key, late: JSON.parse(value) as Late })),
    drop: (key) => memory.drop(LATE, key),
  };
}

/** What did not fit into an answer for all becomes posts of its thread. */
export function goOnIn({ outbox }: State, door: string, now: () => Instant): GoOn {
  return ({ channel, ref, thread, message }, rest) =>
    outbox.goOn({ door, channel, ref, thread, content: asReply(message) }, rest.map(asReply), now());
}
