import { z } from 'zod';
import { lines, type Said, say } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand, mayActAs } from '../command.ts';
import { receiptId, text } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Part } from '../reply.ts';

const ACT = 'comment';
const run = receiptId(say`the posted forecast, such as F-12`);

export const ledgerComment = defineCommand({
  name: 'ledger comment',
  summary: say`Say something beside a posted forecast; its numbers stay as they are`,
  examples: [say`ledger comment run:F-12 text:"A flood closed Bandung for two days"`],
  needs: 'analyst',
  bare: 'run',
  input: z.strictObject({ run, text: text(say`what you know of it`) }),
  run({ run: id, text: comment }, context) {
    requirePosted(id, context);
    const { state, caller, now } = context;
    const { id: actor, name: actorName } = actorOf(caller);
    state.audit.append({ at: now, actor, actorName, act: ACT, subject: id, version: null, detail: { text: comment } });
    return {
      title: say`Written beside ${id}`,
      tone: 'good',
      parts: commentPart(id, context),
      actions: [{ label: say`Ledger`, style: 'plain', ask: { name: 'ledger forecasts', input: { run: id } } }],
    };
  },
});

export const ledgerDelete = defineCommand({
  name: 'ledger delete',
  summary: say`Why a posted forecast stays, and what can be said beside it`,
  examples: ['ledger delete F-12'],
  needs: 'viewer',
  bare: 'run',
  input: z.strictObject({ run }),
  run({ run: id }, context) {
    requirePosted(id, context);
    const { role } = context.caller;
    const stays = say`${id} was shown to all: nobody can change or delete it`;
    if (role === null || !mayActAs(role, 'analyst')) {
      throw new Refusal(
        stays,
        say`A miss that can be taken back would make every hit worth nothing. An analyst can say beside it what you know.`,
      );
    }
    throw new Refusal(
      stays,
      say`A miss that can be taken back would make every hit worth nothing. Say beside it what you know.`,
      [
        {
          label: say`Comment`,
          style: 'plain',
          ask: { name: 'ledger comment', input: { run: id } },
          form: {
            title: say`A comment on ${id}`,
            submit: say`Write it`,
            fields: [{ name: 'text', label: say`What you know of it`, kind: 'text', required: true }],
          },
        },
      ],
    );
  },
});

/** What people have said beside a forecast, oldest first. */
export function commentsOn(id: string, { state }: Pick<Context, 'state'>): readonly Said[] {
  const said = state.audit.about(id).filter(({ act }) => act === ACT);
  return said.map(({ actorName, detail }) => say`${actorName}: ${String(detail.text)}`);
}

/** The same below what it says; nothing where nobody said anything. */
export function commentPart(id: string, context: Pick<Context, 'state'>): Part[] {
  const said = commentsOn(id, context);
  return said.length > 0 ? [{ kind: 'text', text: lines(said) }] : [];
}

/** @throws {Refusal} for what was never posted, or is no forecast */
function requirePosted(id: string, { state }: Context): void {
  if (state.ledger.of(id).some(({ posted }) => posted) || state.ledger.series.of(id).length > 0) return;
  throw new Refusal(say`${id} is no posted forecast`, say`/ledger lists them.`);
}
