import { listed, named, say, sentences, type Words } from '../words/say.ts';
import type { Context } from './command.ts';

/** What somebody without a right is told: who they are here, and who can give them more. */
export function howToGetRights({ caller, state }: Pick<Context, 'caller' | 'state'>): Words {
  const admins = state.people.list().filter(({ role }) => role === 'admin');
  const who = listed(admins.length > 0 ? admins.map(({ name }) => name) : [say`an admin`], 'or');
  const you = caller.role ? say`Your role here: ${named(caller.role)}.` : say`I do not know you yet.`;
  const id = `${caller.door}:${caller.user}`;
  return sentences(you, say`Ask ${who} to run: /team set user:${id} role:… (at the terminal: npm run ask -- '…').`);
}
