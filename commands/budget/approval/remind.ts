import { z } from 'zod';
import type { PersonId } from '../../../data/state/types/people.ts';
import type { Proposal } from '../../../data/state/types/proposals.ts';
import { instant, lines, plural, type Said, say, sentences } from '../../../words/say.ts';
import { actorOf } from '../../actor.ts';
import { type Context, defineCommand } from '../../command.ts';
import { receiptId, text } from '../../inputs.ts';
import { post, postToPeople } from '../../post.ts';
import { Refusal } from '../../refusal.ts';
import type { Reply } from '../../reply.ts';
import { oneOf } from '../plan/words.ts';
import { nameOf } from '../proposal/card.ts';
import { chooseShift } from '../proposal/choose.ts';
import { requireOpen, requireProposal, which } from '../proposal/find.ts';
import { openAction } from '../proposal/put.ts';
import { isWhat } from '../proposal/state-words.ts';
import { type Decider, deciderOf, deciders } from './authority.ts';

/** People are asked again after this, not before: a button for everyone must not become a bell. */
const QUIET_MS = 4 * 3_600_000;

export const budgetRemind = defineCommand({
  name: 'budget remind',
  summary: say`Remind those who can decide on a budget shift`,
  examples: ['budget remind P-31'],
  needs: 'viewer',
  changes: true,
  bare: 'proposal',
  input: z.strictObject(which),
  run({ proposal: id, version }, context) {
    if (id === undefined) return chooseShift({ command: 'budget remind', states: ['proposed'] }, context);
    const { state, now, caller } = context;
    const proposal = requireOpen(id, version, context);
    const asked = awaited(proposal, context);
    const names = oneOf(
      asked.map(({ name }) => name),
      'and',
    );
    if (asked.length === 0)
      throw new Refusal(say`Nobody can decide on ${id}`, say`An admin gives the role with /team set.`);
    const last = state.audit.about(id).findLast(({ act }) => act === 'reminded');
    if (last && now - last.at < QUIET_MS) {
      throw new Refusal(
        say`${names} heard of ${id} not long ago`,
        say`${last.actorName} reminded them ${instant(last.at)}.`,
      );
    }
    const actor = actorOf(caller);
    state.atomically(() => {
      const detail = { reminded: asked.map((each) => each.id) };
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'reminded',
        subject: id,
        version: proposal.version,
        detail,
      });
      askPeople(
        proposal,
        asked,
        { report: `asked ${now}`, title: say`${actor.name} asks: ${nameOf(proposal)} waits for you` },
        context,
      );
    });
    const title = plural(asked.length, say`${names} is reminded`, say`${names} are reminded`);
    return { title, tone: 'good', parts: [] };
  },
});

/** Asked by whoever wanted the opposite of what was decided. It changes nothing by itself. */
export const budgetReconsider = defineCommand({
  name: 'budget reconsider',
  summary: say`Ask whoever decided on a budget shift to look at it again`,
  examples: [say`budget reconsider P-31 reason:"payday comes first"`],
  needs: 'viewer',
  changes: true,
  bare: 'proposal',
  hidden: true,
  input: z.strictObject({
    proposal: receiptId(say`the proposal, such as P-31`, 'proposal'),
    version: which.version,
    reason: text(say`why`),
  }),
  run({ proposal: id, reason }, context) {
    const { state, caller, now } = context;
    const proposal = requireProposal(id, context);
    const { state: at, decidedBy, decidedByName } = proposal;
    if ((at !== 'approved' && at !== 'rejected') || decidedBy === null || decidedByName === null)
      throw new Refusal(isWhat(proposal), say`There is no decision to look at again.`);
    const actor = actorOf(caller);
    if (!deciderOf(actor.id, actor.name, deciders(proposal, state, now)))
      throw new Refusal(say`You could not have decided on ${id}`, say`Talk to ${decidedByName}, who did.`);
    const plea = say`${actor.name} says: ${reason}`;
    const words =
      at === 'approved'
        ? lines([
            sentences(say`It was approved.`, plea),
            say`It can still be withdrawn, by whoever asked for it or an admin.`,
          ])
        : lines([sentences(say`It was rejected.`, plea), say`It can be proposed again: /budget propose.`]);
    const reply: Reply = {
      title: say`${actor.name} asks ${decidedByName} to reconsider ${nameOf(proposal)}`,
      tone: 'careful',
      parts: [{ kind: 'text', text: words }],
      actions: [openAction(proposal)],
    };
    state.atomically(() => {
      const about = { report: 'reconsider', period: `${nameOf(proposal)}:${actor.id}` };
      post(context, { purpose: 'approvals', ...about, reply });
      postToPeople(context, [decidedBy], { ...about, reply });
    });
    return { title: say`${decidedByName} is asked to reconsider ${nameOf(proposal)}`, tone: 'good', parts: [] };
  },
});

/** Who can decide now and has not. */
export function awaited(proposal: Proposal, { state, now }: Pick<Context, 'state' | 'now'>): Decider[] {
  const agreed: readonly PersonId[] = state.proposals.approvals(proposal.id).map(({ id }) => id);
  return deciders(proposal, state, now).filter(({ id }) => !agreed.includes(id));
}

/** Asks people for a decision: each in private where that goes, and all of them by name in the approvals channel. */
export function askPeople(
  proposal: Proposal,
  people: readonly Decider[],
  { report, title }: { readonly report: string; readonly title: Said },
  context: Context,
): void {
  const until = instant(proposal.expiresAt);
  const asking = (who: Said): Reply => ({
    title,
    tone: 'careful',
    parts: [{ kind: 'text', text: sentences(who, say`Without a decision nothing changes.`) }],
    actions: [openAction(proposal)],
  });
  const about = { report, period: nameOf(proposal) };
  const names = oneOf(people.map(({ name }) => name));
  post(context, { purpose: 'approvals', ...about, reply: asking(say`${names} can decide until ${until}.`) });
  postToPeople(
    context,
    people.map(({ id }) => id),
    { ...about, reply: asking(say`You can decide until ${until}.`) },
  );
}
