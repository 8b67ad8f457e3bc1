import { z } from 'zod';
import type { PersonId } from '../data/state/types.ts';
import { actorOf } from './actor.ts';
import { followApprovers } from './budget/approval/follow.ts';
import { setApprover } from './budget/approval/policy.ts';
import { type Context, defineCommand, roles } from './command.ts';
import { amount, choice, text } from './inputs.ts';
import { Refusal } from './refusal.ts';

export const teamList = defineCommand({
  name: 'team list',
  summary: 'Who may do what here',
  examples: ['team list'],
  needs: 'viewer',
  input: z.strictObject({}),
  run: (_, { state }) => ({
    title: 'The team',
    tone: 'plain',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: 'Name', unit: 'text' },
          { title: 'Role', unit: 'text' },
          { title: 'Id', unit: 'text' },
        ],
        rows: state.people.list().map(({ name, role, door, user }) => [name, role, `${door}:${user}`]),
      },
      {
        kind: 'note',
        text: 'viewer: ask · analyst: import and propose · approver: decide on budget shifts · admin: all of it, and this list. Whoever can open the database file at the terminal is an admin.',
      },
    ],
  }),
});

export const teamSet = defineCommand({
  name: 'team set',
  summary: 'Give a person a role; an approver a limit and a deputy',
  examples: [
    'team set user:slack:U024BE7LH role:approver name:Dina',
    'team set user:slack:U024BE7LH role:approver limit:50M deputy:slack:U061F7AUR',
  ],
  needs: 'admin',
  bare: 'user',
  input: z.strictObject({
    user: text('the platform and its user id: slack:U024BE7LH, discord:80351110224678912'),
    role: choice(roles, 'what the person may do'),
    name: text('what to call the person', { most: 60 }).optional(),
    limit: z
      .union([z.literal('none'), amount('')], 'must be an amount such as 50M, or none')
      .optional()
      .meta({ kind: 'text', description: 'what the person approves alone, moved in a week: 50M, or none' }),
    deputy: text('who is asked when the person does not decide: slack:U061F7AUR, or none').optional(),
  }),
  run({ user: id, role, name, limit, deputy: standIn }, context) {
    const { state, caller, now } = context;
    const { door, user } = readId(id);
    const actor = actorOf(caller);
    const known = state.people.find(door, user);
    const person = { door, user, role, name: name ?? known?.name ?? user };
    const deputy = standIn === undefined ? undefined : deputyFor(`${door}:${user}`, standIn, context);
    state.atomically(() => {
      state.people.set(person, actor.id, now);
      if (limit !== undefined || deputy !== undefined)
        setApprover(`${door}:${user}`, { name: person.name, limit, deputy }, context);
      followApprovers(context);
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'role given',
        subject: `${door}:${user}`,
        version: null,
        detail: { before: known?.role ?? null, after: role },
      });
    });
    return {
      title: `${person.name} is ${role === 'viewer' || role === 'approver' ? 'a' : 'an'} ${role} now`.replace(
        'a approver',
        'an approver',
      ),
      tone: 'good',
      parts: [],
    };
  },
});

export const teamRemove = defineCommand({
  name: 'team remove',
  summary: 'Take away all rights of a person or a token, and end its sessions',
  examples: ['team remove user:slack:U024BE7LH', 'team remove user:api:dashboard'],
  needs: 'admin',
  bare: 'user',
  input: z.strictObject({ user: text('the platform and its user id: slack:U024BE7LH, api:dashboard') }),
  run({ user: id }, context) {
    const { state, caller, now } = context;
    const { door, user } = readId(id);
    const actor = actorOf(caller);
    if (actor.id === `${door}:${user}`) throw new Refusal('You cannot remove yourself', 'Another admin can.');
    const removed = state.atomically(() => {
      if (!state.people.remove(door, user)) return false;
      state.passes.revokeAll(door, user);
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'rights taken',
        subject: `${door}:${user}`,
        version: null,
        detail: {},
      });
      followApprovers(context);
      return true;
    });
    if (!removed) throw new Refusal(`I do not know ${id}`, 'See /team list.');
    return { title: `${id} has no rights here any more`, tone: 'good', parts: [] };
  },
});

/** @throws {Refusal} for somebody unknown, or the person themselves */
function deputyFor(id: PersonId, typed: string, { state }: Context): PersonId | 'none' {
  if (typed.toLowerCase() === 'none') return 'none';
  const { door, user } = readId(typed);
  if (`${door}:${user}` === id) throw new Refusal('Nobody is their own deputy', 'Name somebody else, or none.');
  if (state.people.find(door, user)) return `${door}:${user}`;
  throw new Refusal(`I do not know ${typed}`, `Give that person a role first: /team set user:${typed} role:viewer.`);
}

function readId(id: string): { readonly door: string; readonly user: string } {
  const [, door, user] = /^(slack|discord|web|api):(\S+)$/.exec(id) ?? [];
  if (door !== undefined && user !== undefined) return { door, user };
  throw new Refusal(
    `"${id}" is not a user id`,
    'Write the platform and its own id, for example slack:U024BE7LH. Display names can be changed by anyone.',
  );
}
