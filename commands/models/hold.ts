import type { DataHold } from '../../data/state/types/learning.ts';
import { type Suspicion, suspicion } from '../../models/learning/data-check.ts';
import { day, type Said, say, sentences } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import type { Context } from '../command.ts';
import { post } from '../post.ts';
import type { Reply } from '../reply.ts';
import { wholeCut } from '../runs/cut.ts';

/**
 * Looks at the data before models learn from it. What looks wrong is held: models stand on the days before it, and the
 * channel is told once. What looks right again, because days came or an import was taken back, is let go.
 */
export async function checkData(context: Context): Promise<void> {
  const { facts, state, now } = context;
  const cut = await wholeCut(context);
  const history = await facts.revenue.daily({ before: cut.before });
  const found = suspicion(history, state.learning.acceptedUntil());
  if (!found) return state.learning.release('passed', now);
  state.atomically(() => {
    state.learning.hold({ ...found, until: cut.lastDay }, now);
    const { finding, before } = found;
    post(context, { purpose: 'digest', report: 'hold', period: `${finding} ${before}`, reply: holdNotice(found) });
  });
}

/** A person says that the data is right: models learn from it, and it is not asked again. */
export function acceptData({ state, now, caller }: Context): Reply {
  const held = state.learning.held();
  if (!held) {
    return {
      title: say`No data is held`,
      tone: 'plain',
      parts: [{ kind: 'text', text: say`The models use all of it.` }],
    };
  }
  const { id: actor, name: actorName } = actorOf(caller);
  state.atomically(() => {
    state.learning.release('accepted', now);
    state.audit.append({
      at: now,
      actor,
      actorName,
      act: 'data accepted',
      subject: 'data',
      version: null,
      detail: held,
    });
    state.schedules.add('refresh', `accepted ${now}`, now);
  });
  const text = sentences(held.says, say`You say that this is right: the models learn from it within the minute.`);
  return { title: say`The data is accepted`, tone: 'good', parts: [{ kind: 'text', text }] };
}

/** What is held back from models, and since which day. */
export function heldWords({ finding, before }: Pick<DataHold, 'finding' | 'before'>): Said {
  const from = day(before);
  switch (finding) {
    case 'missing days':
      return say`Held: missing days from ${from}`;
    case 'unit change':
      return say`Held: unit change from ${from}`;
    default:
      return say`Held: level jump from ${from}`;
  }
}

function holdNotice({ finding, before, says }: Suspicion): Reply {
  return {
    title: heldWords({ finding, before }),
    tone: 'careful',
    parts: [
      {
        kind: 'text',
        text: sentences(says, say`Until this is clear no model learns from ${day(before)} on, and nothing is alerted.`),
      },
      {
        kind: 'note',
        text: say`Import what is missing, take the import back with /data undo, or say that it is right.`,
      },
    ],
    actions: [
      {
        label: say`It's right`,
        style: 'plain',
        ask: { name: 'models', input: { data: 'accept' } },
        confirm: say`Let the models learn from ${day(before)} on?`,
      },
    ],
  };
}
