import { z } from 'zod';
import { named, say, sentences } from '../words/say.ts';
import { actorOf } from './actor.ts';
import { type Context, defineCommand, mayActAs, roles } from './command.ts';
import { asMessage } from './input-problem.ts';
import { choice, text } from './inputs.ts';
import { Refusal } from './refusal.ts';

export const signin = defineCommand({
  name: 'signin',
  summary: say`A link, for you alone, that opens the web workspace`,
  examples: ['signin', 'signin user:web:budi'],
  needs: 'viewer',
  personal: true,
  input: z.strictObject({
    user: text(say`for somebody else, who has no chat with me: web:budi`, { names: 'person' }).optional(),
  }),
  run({ user }, { caller, passes, state }) {
    const note = say`It works once, within ten minutes, on the machine where Sextant runs.`;
    if (user === undefined) {
      requireNamed(caller, state);
      return {
        title: say`Your link to the workspace`,
        tone: 'plain',
        parts: [
          { kind: 'text', text: named(passes.signInLink(caller)) },
          { kind: 'note', text: note },
        ],
      };
    }
    const person = guest(user, { caller, state });
    return {
      title: say`A link to the workspace, for ${person.name}`,
      tone: 'careful',
      parts: [
        { kind: 'text', text: named(passes.signInLink({ door: 'web', user: person.user })) },
        { kind: 'note', text: sentences(say`Hand it to ${person.name} and to nobody else.`, note) },
      ],
    };
  },
});

/** @throws {Refusal} for those who have their rights by a role of their server: the workspace knows people by name */
function requireNamed({ door, user }: Context['caller'], { people }: Context['state']): void {
  if (door === 'terminal' || people.find(door, user)) return;
  throw new Refusal(
    say`The workspace does not know you by name`,
    say`Ask an admin to run: /team set user:${`${door}:${user}`} role:viewer`,
  );
}

/** Somebody of the workspace who can ask for no link themselves. */
function guest(typed: string, { caller, state }: Pick<Context, 'caller' | 'state'>) {
  if (caller.role === null || !mayActAs(caller.role, 'admin'))
    throw new Refusal(say`Only an admin makes links for others`, say`For yourself: /signin.`);
  const person = state.people.list().find(({ door, user }) => door === 'web' && [user, `web:${user}`].includes(typed));
  if (person) return person;
  throw new Refusal(
    say`${typed} is not somebody who signs in by the workspace alone`,
    say`Add the person first: /team set user:web:budi role:viewer name:Budi. Whoever is in Slack or Discord types /signin there.`,
  );
}

export const tokenIssue = defineCommand({
  name: 'token',
  summary: say`A token for programs that ask over HTTP`,
  examples: ['token name:dashboard role:viewer'],
  needs: 'admin',
  personal: true,
  input: z.strictObject({
    name: text(say`what will use it`, { most: 40 }).regex(/^[\w-]+$/, asMessage(say`must be letters, digits, - and _`)),
    role: choice(roles, say`what it may do`).default('viewer'),
  }),
  run({ name, role }, { caller, passes, state, now }) {
    if (state.people.find('api', name)) {
      throw new Refusal(
        say`There is a token for ${name} already`,
        say`Take it back first: /team remove user:api:${name}`,
      );
    }
    const actor = actorOf(caller);
    const token = state.atomically(() => {
      state.people.set({ door: 'api', user: name, name, role }, actor.id, now);
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'token issued',
        subject: `api:${name}`,
        version: null,
        detail: { role },
      });
      return passes.apiToken(name);
    });
    return {
      title: say`A token for ${name}, ${named(role)}`,
      tone: 'careful',
      parts: [
        { kind: 'text', text: named(token) },
        {
          kind: 'note',
          text: say`It is shown this once and works for a year. Send it as Authorization: Bearer … to /api/ask.`,
        },
      ],
    };
  },
});
