import { listed, named, say, sentences, type Words } from '../words/say.ts';
import type { Context, Role } from './command.ts';

/** What somebody is told who lacks a right: who they are here, and who can give them that role, by a line to copy. */
export function howToGetRights({ caller, state }: Pick<Context, 'caller' | 'state'>, role: Role = 'viewer'): Words {
  const admins = state.people.list().flatMap((each) => (each.role === 'admin' ? [each.name] : []));
  const you = caller.role ? say`Your role here: ${named(caller.role)}.` : say`I do not know you yet.`;
  const line = `/team set user:${caller.door}:${caller.user} role:${role}`;
  return sentences(
    you,
    admins.length > 0
      ? say`Ask ${listed(admins, 'or')} to run: ${named(line)}`
      : say`There is no admin yet. Whoever runs Sextant types at the terminal: npm run ask -- '${named(line)}'`,
  );
}
