import type { Caller } from '../../../commands/call.ts';
import type { houseOn } from '../../support/house.ts';
import { type Member, team } from '../../support/managers.ts';

export const platforms = ['slack', 'discord'] as const;
export type Platform = (typeof platforms)[number];

/** One of the team, or somebody whom Sextant does not know. */
export type Person = Member | 'guest';

/** Where the team talks. People type in `marketing`. */
export type Room = 'marketing' | 'approvals';

/** Each platform's own ids. */
export const people: Readonly<Record<Platform, Readonly<Record<Person, string>>>> = {
  slack: { rina: 'U1', dina: 'U2', raka: 'U3', vina: 'U4', sari: 'U5', ana: 'U6', guest: 'U9' },
  discord: { rina: '7001', dina: '7002', raka: '7003', vina: '7004', sari: '7005', ana: '7006', guest: '7999' },
};
export const rooms: Readonly<Record<Platform, Readonly<Record<Room, string>>>> = {
  slack: { marketing: 'C1', approvals: 'CAPPROVALS' },
  discord: { marketing: '600', approvals: '601' },
};

/** Makes the shop a real one, and the team its only people. */
export function moveIn(platform: Platform, { state, time }: Pick<ReturnType<typeof houseOn>, 'state' | 'time'>): void {
  const shop = state.shop.read();
  if (shop) state.shop.set({ ...shop, demo: false });
  for (const { door, user } of state.people.list()) state.people.remove(door, user);
  for (const [member, name, role] of team)
    state.people.set({ door: platform, user: people[platform][member], name, role }, 'terminal:test', time.at);
}

export function callerOn(platform: Platform, who: Person, room: Room = 'marketing'): Caller {
  return { door: platform, user: people[platform][who], channel: rooms[platform][room] };
}
