import { z } from 'zod';
import type { Person, PersonId } from '../data/state/types/people.ts';
import { count, lines, named, plural, type Said, say } from '../words/say.ts';
import { actorOf } from './actor.ts';
import { followApprovers } from './budget/approval/follow.ts';
import { setApprover } from './budget/approval/policy.ts';
import { type Context, defineCommand, mayActAs, type Role, roles } from './command.ts';
import { asMessage } from './input-problem.ts';
import { amount, choice, text } from './inputs.ts';
import { Refusal } from './refusal.ts';
import type { Action, Field, Row } from './reply.ts';

/** What each role is for, in a line. */
const mayDo: Readonly<Record<Role, Said>> = {
  viewer: say`viewer: ask`,
  analyst: say`analyst: import and propose`,
  approver: say`approver: decide on budget shifts`,
  admin: say`admin: all of it, settings and this list`,
};

export const teamList = defineCommand({
  name: 'team list',
  summary: say`Who may do what here`,
  examples: ['team list'],
  needs: 'viewer',
  input: z.strictObject({}),
  run(_, { state, caller }) {
    const people = state.people.list();
    const terms = new Map(state.policy.approvers().map((each) => [idOf(each), each]));
    const nameOf = (id: string) => people.find((each) => idOf(each) === id)?.name ?? id;
    const hasTerms = people.some((person) => terms.has(idOf(person)));
    const isAdmin = caller.role !== null && mayActAs(caller.role, 'admin');
    return {
      title:
        people.length === 0
          ? say`Nobody is on the team yet`
          : plural(people.length, say`${count(1)} person on the team`, say`${count(people.length)} people on the team`),
      tone: 'plain',
      parts: [
        {
          kind: 'table',
          columns: [
            { title: say`Name`, unit: 'text' },
            { title: say`Role`, unit: 'text' },
            { title: say`Id`, unit: 'text' },
            ...(hasTerms
              ? ([
                  { title: say`Approves alone up to`, unit: 'money' },
                  { title: say`Deputy`, unit: 'text' },
                ] as const)
              : []),
          ],
          rows: people.map((person): Row => {
            const own = terms.get(idOf(person));
            const deputy = own?.deputy == null ? null : nameOf(own.deputy);
            return [
              named(person.name),
              named(person.role),
              named(idOf(person)),
              ...(hasTerms ? [own?.limitMinor ?? null, deputy && named(deputy)] : []),
            ];
          }),
        },
        {
          kind: 'note',
          text: lines([
            ...roles.map((role) => mayDo[role]),
            say`Whoever can open the database file at the terminal is an admin.`,
          ]),
        },
      ],
      actions: isAdmin ? teamActions(people) : [],
    };
  },
});

/** What an admin does with the team: each a form. */
export function teamActions(people: readonly Person[]): readonly Action[] {
  const choices = people.map((person) => ({ value: idOf(person), label: say`${person.name} (${idOf(person)})` }));
  const role: Field = {
    name: 'role',
    label: say`Role`,
    kind: 'choice',
    required: true,
    choices: roles.map((each) => ({ value: each, label: mayDo[each] })),
  };
  const limit: Field = {
    name: 'limit',
    label: say`Approves alone up to`,
    kind: 'text',
    required: false,
    hint: say`What a shift may move in a week: 50M, or none for any amount. For approvers.`,
  };
  const deputy: Field = {
    name: 'deputy',
    label: say`Deputy`,
    kind: 'choice',
    required: false,
    hint: say`Who is asked when an approver does not decide.`,
    choices: [{ value: 'none', label: say`nobody` }, ...choices],
  };
  const add: Action = {
    label: say`Add a person`,
    style: 'primary',
    ask: { name: 'team set', input: {} },
    form: {
      title: say`Add a person`,
      submit: say`Add a person`,
      fields: [
        {
          name: 'user',
          label: say`Platform and user id`,
          kind: 'text',
          required: true,
          hint: say`slack:U024BE7LH (profile, Copy member ID), discord:80351110224678912 (Copy User ID), or web:budi for somebody who has neither.`,
        },
        { name: 'name', label: say`Name`, kind: 'text', required: false },
        role,
        limit,
      ],
    },
  };
  if (people.length === 0) return [add];
  const who: Field = { name: 'user', label: say`Person`, kind: 'choice', required: true, choices };
  return [
    add,
    {
      label: say`Change a role`,
      style: 'plain',
      ask: { name: 'team set', input: {} },
      form: { title: say`Change a role`, submit: say`Change a role`, fields: [who, role, limit, deputy] },
    },
    {
      label: say`Remove a person`,
      style: 'danger',
      ask: { name: 'team remove', input: {} },
      form: { title: say`Remove a person`, submit: say`Remove a person`, fields: [who] },
    },
  ];
}

export const teamSet = defineCommand({
  name: 'team set',
  summary: say`Give a person a role; an approver a limit and a deputy`,
  examples: [
    'team set user:slack:U024BE7LH role:approver name:Dina',
    'team set user:slack:U024BE7LH role:approver limit:50M deputy:slack:U061F7AUR',
  ],
  needs: 'admin',
  bare: 'user',
  input: z.strictObject({
    user: text(say`the platform and its user id: slack:U024BE7LH, discord:80351110224678912`, { names: 'person' }),
    role: choice(roles, say`what the person may do`),
    name: text(say`what to call the person`, { most: 60 }).optional(),
    limit: z
      .union([z.literal('none'), amount('')], asMessage(say`must be an amount such as 50M, or none`))
      .optional()
      .meta({ kind: 'text', says: say`what the person approves alone, moved in a week: 50M, or none` }),
    deputy: text(say`who is asked when the person does not decide: slack:U061F7AUR, or none`, {
      names: 'person',
    }).optional(),
  }),
  run({ user: id, role, name, limit, deputy: standIn }, context) {
    const { state, caller, now } = context;
    const { door, user } = readId(id);
    const actor = actorOf(caller);
    const known = state.people.find(door, user);
    if (known && role !== 'admin') keepAnAdmin(known, context);
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
        detail: { name: person.name, before: known?.role ?? null, after: role },
      });
    });
    return {
      title: isNow(role, person.name),
      tone: 'good',
      parts: [],
      actions: [
        ...(door === 'web'
          ? [
              {
                label: say`Sign-in link for ${person.name}`,
                style: 'primary',
                ask: { name: 'signin', input: { user: `web:${user}` } },
              } as const,
            ]
          : []),
        { label: say`The team`, style: 'plain', ask: { name: 'team list', input: {} } },
      ],
    };
  },
});

function isNow(role: Role, name: string): Said {
  switch (role) {
    case 'viewer':
      return say`${name} is a viewer now`;
    case 'analyst':
      return say`${name} is an analyst now`;
    case 'approver':
      return say`${name} is an approver now`;
    case 'admin':
      return say`${name} is an admin now`;
  }
}

export const teamRemove = defineCommand({
  name: 'team remove',
  summary: say`Take away all rights of a person or a token, and end its sessions`,
  examples: ['team remove user:slack:U024BE7LH', 'team remove user:api:dashboard'],
  needs: 'admin',
  bare: 'user',
  input: z.strictObject({
    user: text(say`the platform and its user id: slack:U024BE7LH, api:dashboard`, { names: 'person' }),
  }),
  run({ user: id }, context) {
    const { state, caller, now } = context;
    const { door, user } = readId(id);
    const actor = actorOf(caller);
    const known = state.people.find(door, user);
    if (!known) throw new Refusal(say`I do not know ${id}`, say`See /team list.`);
    keepAnAdmin(known, context);
    if (`${caller.door}:${caller.user}` === `${door}:${user}`)
      throw new Refusal(say`You cannot remove yourself`, say`Another admin can.`);
    state.atomically(() => {
      state.people.remove(door, user);
      state.passes.revokeAll(door, user);
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'rights taken',
        subject: `${door}:${user}`,
        version: null,
        detail: { name: known.name, before: known.role, after: null },
      });
      followApprovers(context);
    });
    return {
      title: say`${known.name} has no rights here any more`,
      tone: 'good',
      parts: [],
      actions: [{ label: say`The team`, style: 'plain', ask: { name: 'team list', input: {} } }],
    };
  },
});

/** Somebody must be left who can let others in: a token is nobody. @throws {Refusal} */
function keepAnAdmin(person: Person, { state }: Context): void {
  const admins = state.people.list().filter(({ role, door }) => role === 'admin' && door !== 'api');
  if (admins.length !== 1 || idOf(admins[0]!) !== idOf(person)) return;
  throw new Refusal(
    say`${person.name} is the last admin`,
    say`Make somebody else an admin first: /team set user:slack:U024BE7LH role:admin.`,
  );
}

/** @throws {Refusal} for somebody unknown, or the person themselves */
function deputyFor(id: PersonId, typed: string, { state }: Context): PersonId | 'none' {
  if (typed.toLowerCase() === 'none') return 'none';
  const { door, user } = readId(typed);
  if (`${door}:${user}` === id) throw new Refusal(say`Nobody is their own deputy`, say`Name somebody else, or none.`);
  if (state.people.find(door, user)) return `${door}:${user}`;
  throw new Refusal(
    say`I do not know ${typed}`,
    say`Give that person a role first: /team set user:${typed} role:viewer.`,
  );
}

function readId(id: string): { readonly door: string; readonly user: string } {
  const [, door, user] = /^(slack|discord|web|api):(\S+)$/.exec(id) ?? [];
  if (door !== undefined && user !== undefined) return { door, user };
  throw new Refusal(
    say`"${id}" is not a user id`,
    say`Write the platform and its own id, for example slack:U024BE7LH. Display names can be changed by anyone.`,
  );
}

const idOf = ({ door, user }: { readonly door: string; readonly user: string }): PersonId => `${door}:${user}`;
