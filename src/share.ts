import type { Ask } from '../commands/call.ts';
import { type Command, mayActAs } from '../commands/command.ts';
import type { Answer } from '../commands/reply.ts';

/** An argument that every command takes: answer where all can read it. */
export const SHARE = 'share';

/**
 * What puts a private answer where all can read it: the same asked again, for the channel. Null where it must stay
 * with the one who asked: what a viewer may not ask changes something, files are for one person, secrets too.
 */
export function askForAll(
  { name, input }: Ask,
  { outcome, audience, parts }: Answer,
  commands: readonly Command[],
): Ask | null {
  const command = commands.find((each) => each.name === name);
  if (!command || command.personal || (command.needs !== null && !mayActAs('viewer', command.needs))) return null;
  if (outcome !== 'answered' || audience !== 'caller' || parts.some(({ kind }) => kind === 'file')) return null;
  return { name, input: { ...input, [SHARE]: 'yes' } };
}
