import { expect, it } from 'vitest';
import { post } from '../../commands/post.ts';
import type { Reply } from '../../commands/reply.ts';
import { openState } from '../../data/state/open.ts';
import type { OutgoingMessage } from '../../data/state/types/outbox.ts';
import { named } from '../../words/say.ts';
import { emptyDatabase } from '../support/database.ts';
import { clock } from '../support/house.ts';

const reply: Reply = { title: named('The week'), tone: 'plain', parts: [] };

it('puts a message into the thread of a report in every channel that got it, and by itself in others', () => {
  const state = openState(emptyDatabase());
  const context = { state, shop: null, caller: { ...clock, role: null }, now: 1 } as const;
  const digest = { report: 'digest', period: '2026-04-20' };
  state.channels.add('digest', 'slack', 'C1');
  state.channels.add('digest', 'discord', '600');
  post(context, { purpose: 'digest', ...digest, reply });
  state.channels.add('digest', 'slack', 'C2');
  const detail = {
    purpose: 'digest',
    report: 'digest-segments',
    period: digest.period,
    thread: digest,
    reply,
  } as const;

  expect([post(context, detail), post(context, detail)]).toEqual([3, 0]);

  const claim = () => state.outbox.claim(['slack', 'discord'], 1, 1000);
  const claimed: OutgoingMessage[] = [];
  for (let message = claim(); message; message = claim()) {
    claimed.push(message);
    state.outbox.sent(message.id, { revision: message.revision, ref: `ref of ${message.key}` }, 1);
  }
  expect(claimed.map(({ key, thread }) => [key, thread])).toEqual([
    ['discord:600:digest:2026-04-20', null],
    ['slack:C1:digest:2026-04-20', null],
    ['discord:600:digest-segments:2026-04-20', 'ref of discord:600:digest:2026-04-20'],
    ['slack:C1:digest-segments:2026-04-20', 'ref of slack:C1:digest:2026-04-20'],
    ['slack:C2:digest-segments:2026-04-20', null],
  ]);
});
