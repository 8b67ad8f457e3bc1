import { z } from 'zod';
import { say } from '../words/say.ts';
import { actorOf } from './actor.ts';
import { defineCommand, roles } from './command.ts';
import { asMessage } from './input-problem.ts';
import { choice, text } from './inputs.ts';
import { Refusal } from './refusal.ts';

export const signin = defineCommand({
  name: 'signin',
  summary: say`A link, for you alone, that opens the web workspace`,
  examples: ['signin'],
  needs: 'viewer',
  personal: true,
  input: z.strictObject({}),
  run(_, { caller, passes }) {
    return {
      title: say`Your link to the workspace`,
      tone: 'plain',
      parts: [
        { kind: 'text', text: passes.signInLink(caller) },
        { kind: 'note', text: say`It works once, within ten minutes, on the machine where Sextant runs.` },
      ],
    };
  },
});

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
      title: say`A token for ${name}, ${role}`,
      tone: 'careful',
      parts: [
        { kind: 'text', text: token },
        {
          kind: 'note',
          text: say`It is shown this once and works for a year. Send it as Authorization: Bearer … to /api/ask.`,
        },
      ],
    };
  },
});
