import type { Ask, Caller, Door } from '../commands/call.ts';
import { type Command, mayActAs } from '../commands/command.ts';
import type { Shop } from '../data/types/shop.ts';
import { say, type Words } from '../words/say.ts';
import type { Answer } from './told.ts';

/** An argument that every command takes: answer where all can read it. */
export const SHARE = 'share';

/**
 * What puts a private answer where all can read it: the same asked again, for the channel. Null where it must stay
 * with the one who asked: what a viewer may not ask changes something, files are for one person, secrets too.
 */
export function askForAll(
  { name, input }: Ask,
  { outcome, audience, parts, shop }: Answer,
  { commands, seat }: { readonly commands: readonly Command[]; readonly seat: Door },
): Ask | null {
  const command = commands.find((each) => each.name === name);
  if (!command || command.changes || whyNotShared(command, shop, seat) !== null) return null;
  if (outcome !== 'answered' || audience !== 'caller' || parts.some(({ kind }) => kind === 'file')) return null;
  return { name, input: { ...input, [SHARE]: 'yes' } };
}

/** Why a command is not answered where all can read it; null when it may be. */
export function whyNotShared(
  { needs, personal }: Command,
  shop: Shop | null,
  seat: Door,
  { alone, outsiders }: Pick<Caller, 'alone' | 'outsiders'> = {},
): Words | null {
  if (alone) return say`Nobody else reads our direct messages, so there is nobody to share with`;
  if (outsiders) return say`People of other companies read this channel, and figures stay out of it`;
  if (personal || (needs !== null && !mayActAs('viewer', needs))) return say`That answer is for you alone`;
  if (shop?.demo && seat !== 'web' && seat !== 'terminal') return say`Demo data is not posted to real channels`;
  return null;
}
