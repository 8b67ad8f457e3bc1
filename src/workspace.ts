import type { Caller } from '../commands/call.ts';
import type { Role } from '../commands/command.ts';
import type { State } from '../data/state/types/state.ts';
import type { PassKind } from '../data/state/types/workspace.ts';
import type { Instant } from '../data/types/shop.ts';
import { say } from '../words/say.ts';
import { hashOf, newSecret } from './passes.ts';
import { terminalUser } from './terminal/user.ts';
import type { Rendered } from './told.ts';
import type { WebMessages, WebPeople, WebPerson } from './web/ports.ts';

const SESSION_LIVES_MS = 30 * 24 * 3_600_000;

/** The workspace's messages, over the state. */
export function workspaceMessages({ workspace }: State): WebMessages {
  return {
    ...workspace,
    // What stands there was put there by the outbox: a Reply with its shop.
    list: (channel, limit) =>
      workspace.list(channel, limit).map((message) => ({ ...message, content: message.content as Rendered })),
  };
}

/** Who may sit at the workspace: on the demo shop whom one likes, on a real one whoever holds a session. */
export function workspacePeople(state: State, now: () => Instant): WebPeople {
  const known = ({ door, user }: { readonly door: string; readonly user: string }): WebPerson | null => {
    const person = state.people.find(door, user);
    if (person) return { ...person, door: person.door as Caller['door'], role: person.role as Role };
    return door === 'terminal' ? { door, user, name: user, role: 'admin' } : null;
  };
  const holder = (secret: string, kind: PassKind): WebPerson | null => {
    const person = state.passes.holder(hashOf(secret), kind, now());
    return person && known(person);
  };
  return {
    personas: () =>
      state.people.list().flatMap((person) => (person.door === 'web' ? [{ ...person, door: 'web' as const }] : [])),
    redeem(link) {
      const person = state.passes.redeem(hashOf(link), now());
      if (!person) return null;
      const secret = newSecret();
      state.passes.grant({ ...person, hash: hashOf(secret), kind: 'session', expiresAt: now() + SESSION_LIVES_MS });
      return secret;
    },
    session: (secret) => holder(secret, 'session'),
    end: (secret) => state.passes.revoke(hashOf(secret)),
    caller: (token) => holder(token, 'token'),
  };
}

/** For someone at the workspace's door who is not in. */
export const signInAdvice = say`Type /signin in Slack or Discord, or run npm run --silent ask -- '/signin' where Sextant runs, and open the link you get.`;

/** Whoever started the process can open the database: the same person as at the terminal. */
export const starter: Caller = { door: 'terminal', user: terminalUser() };

/** The workspace is always there: whatever is posted, is posted there too. */
export function addWorkspaceChannels(state: State): void {
  state.channels.add('digest', 'web', 'marketing');
  state.channels.add('approvals', 'web', 'approvals');
}
