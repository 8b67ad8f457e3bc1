import { type BaseInteraction, InteractionContextType } from 'discord.js';
import type { Caller } from '../../commands/call.ts';
import { isLanguage } from '../../words/tell.ts';

/** By the id of a role of the server, what its members may do. */
export type GivenRoles = Readonly<Record<string, NonNullable<Caller['given']>>>;

/**
 * Who did it, in Discord's own ids, with their rights as they are at this very moment. What is asked in a thread is asked
 * in its channel.
 */
export function callerOf(interaction: BaseInteraction, roles: GivenRoles): Caller {
  const { user, channel, channelId, context, locale } = interaction;
  const place = channel?.isThread() ? channel.parentId : channelId;
  const [language = ''] = locale.split('-');
  const given = givenTo(rolesOf(interaction), roles);
  return {
    door: 'discord',
    user: user.id,
    name: user.displayName,
    ...(place && { channel: place }),
    ...(context === InteractionContextType.BotDM && { alone: true }),
    ...(isLanguage(language) && { language }),
    ...(given && { given }),
  };
}

/** Discord sends them with each click; the library keeps a member of a server that it knows. */
function rolesOf({ member }: BaseInteraction): readonly string[] {
  if (!member) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}

export function givenTo(held: readonly string[], roles: GivenRoles): Caller['given'] {
  const given = held.map((id) => roles[id]);
  return given.includes('analyst') ? 'analyst' : given.find((role) => role !== undefined);
}
