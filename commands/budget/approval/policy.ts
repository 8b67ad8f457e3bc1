import { z } from 'zod';
import type { PersonId } from '../../../data/state/types/people.ts';
import type { ApproverTerms, BudgetPolicy } from '../../../data/state/types/policy.ts';
import { count, lines, money, named, type Said, say, share } from '../../../words/say.ts';
import { actorOf } from '../../actor.ts';
import { type Context, defineCommand, mayActAs } from '../../command.ts';
import { asMessage } from '../../input-problem.ts';
import { amount, choice, wholeNumber } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Part, Reply, Row } from '../../reply.ts';
import { type Amount, minorIn } from '../../typed-amount.ts';
import { followApprovers } from './follow.ts';

const NONE = 'none';

export const budgetPolicy = defineCommand({
  name: 'budget policy',
  summary: say`The rules by which budget shifts are approved; an admin changes them here`,
  examples: ['budget policy', 'budget policy two-above:50M step:20', 'budget policy hours:24 weekly:quiet'],
  needs: 'viewer',
  input: z.strictObject({
    'two-above': z
      .union([z.literal(NONE), amount('')], asMessage(say`must be an amount such as 50M, or none`))
      .optional()
      .meta({
        kind: 'text',
        says: say`a shift that moves more than this a week needs two approvals: 50M, or none`,
      }),
    step: wholeNumber({
      from: 1,
      to: 1000,
      says: say`a line that changes by more percent than this needs two`,
    }).optional(),
    own: choice(['no', 'yes'], say`whether whoever asked may approve`).optional(),
    hours: wholeNumber({ from: 1, to: 720, says: say`from the proposal to its deadline` }).optional(),
    weekly: choice(
      ['always', 'quiet', 'off'],
      say`the weekly suggestion: always a word, only when something is worth moving, or none`,
    ).optional(),
  }),
  run(typed, context) {
    const { state, shop, caller } = context;
    const before = state.policy.read();
    const after: BudgetPolicy = {
      twoAboveMinor: limitOf(typed['two-above'], before.twoAboveMinor, shop),
      step: typed.step === undefined ? before.step : typed.step / 100,
      own: typed.own === undefined ? before.own : typed.own === 'yes',
      hours: typed.hours ?? before.hours,
      weekly: typed.weekly ?? before.weekly,
    };
    if (Object.values(typed).every((each) => each === undefined))
      return inWords(say`How budget shifts are approved`, context);
    if (caller.role === null || !mayActAs(caller.role, 'admin'))
      throw new Refusal(say`Only an admin changes the rules`, say`Anyone may read them: /budget policy.`);
    state.atomically(() => {
      state.policy.set(after);
      record('budget policy', { before, after }, context);
      followApprovers(context);
    });
    return { ...inWords(say`The rules are changed`, context), tone: 'good' };
  },
});

/** Sets how far an approver may go alone, and who stands in. What is not said stays. Inside the caller's transaction. */
export function setApprover(
  id: PersonId,
  {
    name,
    limit,
    deputy,
  }: {
    readonly name: string;
    readonly limit?: Amount | 'none' | undefined;
    readonly deputy?: PersonId | 'none' | undefined;
  },
  context: Context,
): void {
  const { state, shop } = context;
  const [, door = '', user = ''] = /^(\w+):(.+)$/.exec(id) ?? [];
  const before = state.policy.approvers().find((each) => each.door === door && each.user === user);
  const after: ApproverTerms = {
    door,
    user,
    name,
    limitMinor: limitOf(limit, before?.limitMinor ?? null, shop),
    deputy: deputy === undefined ? (before?.deputy ?? null) : deputy === NONE ? null : deputy,
  };
  state.policy.setApprover(after);
  record(id, { before: before ?? null, after }, context);
}

function limitOf(typed: Amount | 'none' | undefined, before: number | null, shop: Context['shop']): number | null {
  if (typed === undefined) return before;
  return typed === NONE ? null : minorIn(shop, typed);
}

function record(subject: string, detail: Readonly<Record<string, unknown>>, { state, caller, now }: Context): void {
  const { id, name } = actorOf(caller);
  state.audit.append({ at: now, actor: id, actorName: name, act: 'rules changed', subject, version: null, detail });
}

/** The rules as sentences, and the approvers with their limits. */
function inWords(title: Said, { state }: Context): Reply {
  const { twoAboveMinor, step, own, hours, weekly } = state.policy.read();
  const rules = [
    say`One approval is enough, within the limit of whoever gives it; above that limit it takes two.`,
    twoAboveMinor === null
      ? say`Two are needed where a line changes by more than ${share(step)}.`
      : say`Two are needed where a line changes by more than ${share(step)}, or where more than ${money(twoAboveMinor)} a week moves.`,
    own ? say`Whoever asked may approve.` : say`Whoever asked cannot approve.`,
    say`A proposal waits ${count(hours)} hours, with a reminder at half time. Then deputies are asked, for half as long; then it expires, and nothing changes.`,
    suggestions[weekly],
  ];
  return {
    title,
    tone: 'plain',
    parts: [{ kind: 'text', text: lines(rules.map((rule) => say`• ${rule}`)) }, ...approverTable({ state })],
  };
}

const suggestions: Readonly<Record<BudgetPolicy['weekly'], Said>> = {
  always: say`Each Monday a shift is suggested, or it is said that none is worth it.`,
  quiet: say`Each Monday a shift is suggested, if one is worth it.`,
  off: say`No shift is suggested by itself.`,
};

function approverTable({ state }: Pick<Context, 'state'>): Part[] {
  const terms = new Map(state.policy.approvers().map((each) => [`${each.door}:${each.user}`, each]));
  const people = state.people.list().map((each) => ({ ...each, id: `${each.door}:${each.user}` }));
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name ?? id;
  const able = people.filter(({ role }) => mayActAs(role, 'approver'));
  const gone = [...terms].filter(([id, { deputy }]) => deputy !== null && !able.some((each) => each.id === id));
  const rows = [
    ...able.map(({ id, name }) => ({ name: named(name), terms: terms.get(id) })),
    ...gone.map(([, each]) => ({ name: say`${each.name} (no approver any more: the deputy stands in)`, terms: each })),
  ];
  if (rows.length === 0)
    return [{ kind: 'text', text: say`There is no approver yet: /team set user:slack:U024BE7LH role:approver.` }];
  const limits = rows.map(
    ({ name, terms: set }): Row => [name, set?.limitMinor ?? null, set?.deputy ? named(nameOf(set.deputy)) : ''],
  );
  return [
    {
      kind: 'table',
      title: say`Approvers`,
      columns: [
        { title: say`Name`, unit: 'text' },
        { title: say`Alone up to`, unit: 'money' },
        { title: say`Deputy`, unit: 'text' },
      ],
      rows: limits,
    },
    {
      kind: 'note',
      text: say`An amount is what a shift moves in a week; "–" is any. Limits and deputies: /team set user:… limit:50M deputy:slack:U….`,
    },
  ];
}
