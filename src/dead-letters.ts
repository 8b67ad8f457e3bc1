import { postToAdmins } from '../commands/post.ts';
import type { Action, Reply } from '../commands/reply.ts';
import type { Person } from '../data/state/types/people.ts';
import type { State } from '../data/state/types/state.ts';
import type { Instant } from '../data/types/shop.ts';
import { count, named, say, sentences, type Words } from '../words/say.ts';
import { ALARM } from './alarm.ts';
import type { DeliveryError, OpenDoor } from './doors.ts';
import type { Log } from './ops/log.ts';

/** A message that was given up. */
export type DeadLetter = {
  readonly id: number;
  readonly door: OpenDoor['name'];
  readonly channel: string;
  /** What people call that channel. */
  readonly place: string;
  readonly title: Words;
  readonly attempts: number;
  readonly error: DeliveryError;
};

const platforms = { slack: named('Slack'), discord: named('Discord'), web: say`The workspace` } as const;

/** Tells the admins what was not delivered and why, what mends it, and lets them send it again. */
export function openDeadLetters({
  state,
  now,
  log,
}: {
  readonly state: State;
  readonly now: () => Instant;
  readonly log: Log;
}): (letter: DeadLetter) => void {
  return ({ id, door, channel, place, title, attempts, error: { kind, message, remedy, gone } }) => {
    log('warn', `message ${id} was not delivered to ${door} ${channel}: ${message}`);
    const left = gone ? state.people.find(door, channel.replace(/^@/, '')) : null;
    const refused = say`${platforms[door]} does not take it in ${place}: ${message}.`;
    const outOfReach = say`I tried ${count(attempts)} times to post it in ${place}. The last time: ${message}.`;
    const again = say`Then press Retry: all that was given up in ${place} is sent again.`;
    const text = left
      ? say`I cannot reach ${left.name} there any more: the account is closed, or ${left.name} has left. Take ${left.name} off the team: what waits for a decision then goes to a deputy, where there is one. Or press Retry once ${left.name} is back.`
      : sentences(kind === 'never' ? refused : outOfReach, remedy ?? null, again);
    const retry = { label: say`Retry`, ask: { name: 'retry', input: { door, channel } } };
    const reply: Reply = {
      title: say`Not delivered: ${title}`,
      tone: 'bad',
      parts: [{ kind: 'text', text }],
      actions: left ? [takeOff(left), { ...retry, style: 'plain' }] : [{ ...retry, style: 'primary' }],
    };
    postToAdmins({ state, now: now() }, { report: ALARM, period: `undelivered ${id} ${now()}`, reply });
  };
}

function takeOff({ door, user, name }: Person): Action {
  return {
    label: say`Take ${name} off the team`,
    style: 'danger',
    ask: { name: 'team remove', input: { user: `${door}:${user}` } },
    confirm: say`${name} loses all rights here.`,
  };
}
