import { z } from 'zod';
import { actorOf } from './actor.ts';
import { defineCommand, roles } from './command.ts';
import { choice, text } from './inputs.ts';
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
  summary: 'Give a person a role',
  examples: ['team set user:slack:U024BE7LH role:approver name:Dina'],
  needs: 'admin',
  bare: 'user',
  input: z.strictObject({
    user: text('the platform and its user id: slack:U024BE7LH, discord:80351110224678912'),
    role: choice(roles, 'what the person may do'),
    name: text('what to call the person', { most: 60 }).optional(),
  }),
  run({ user: id, role, name }, { state, caller, now }) {
    const { door, user } = readId(id);
    const actor = actorOf(caller);
    const known = state.people.find(door, user);
    const person = { door, user, role, name: name ?? known?.name ?? user };
    state.atomically(() => {
      state.people.set(person, actor.id, now);
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
  run({ user: id }, { state, caller, now }) {
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
      return true;
    });
    if (!removed) throw new Refusal(`I do not know ${id}`, 'See /team list.');
    return { title: `${id} has no rights here any more`, tone: 'good', parts: [] };
  },
});

function readId(id: string): { readonly door: string; readonly user: string } {
  const [, door, user] = /^(slack|discord|web|api):(\S+)$/.exec(id) ?? [];
  if (door !== undefined && user !== undefined) return { door, user };
  throw new Refusal(
    `"${id}" is not a user id`,
    'Write the platform and its own id, for example slack:U024BE7LH. Display names can be changed by anyone.',
  );
}
