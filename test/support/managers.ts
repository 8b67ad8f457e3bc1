import { openDelivery } from '../../src/delivery.ts';
import type { OpenDoor } from '../../src/doors.ts';
import { pauseOn } from './clock.ts';
import { clock, demoHouse } from './house.ts';

/** Who asks, who decides, who may only look, who stands in, and who sets the rules: by their platform's own ids. */
export const team = [
  ['rina', 'Rina', 'analyst'],
  ['dina', 'Dina', 'approver'],
  ['raka', 'Raka', 'approver'],
  ['vina', 'Vina', 'viewer'],
  ['sari', 'Sari', 'viewer'],
  ['ana', 'Ana', 'admin'],
] as const;

export type Member = (typeof team)[number][0];

/** The demo shop as if it were a real one, with a team and approvals channels at one door: its cards are posted there. */
export function managersAt(
  door: 'slack' | 'discord',
  { ids, channels }: { readonly ids: Readonly<Record<Member, string>>; readonly channels: readonly string[] },
) {
  const whole = demoHouse();
  const { state, house, time } = whole;
  state.shop.set({ ...state.shop.read()!, demo: false });
  for (const { door: old, user } of state.people.list()) state.people.remove(old, user);
  for (const [member, name, role] of team)
    state.people.set({ door, user: ids[member], name, role }, 'terminal:test', time.at);
  for (const channel of channels) state.channels.add('approvals', door, channel);
  /** A line by one of the team, in a channel of the door. */
  const say = (line: string, member: Member, channel = channels[0]!) =>
    whole.say(line, { door, user: ids[member], channel });
  /** What the clock does each minute, and what it leads to. */
  const tick = (opened: OpenDoor) => async (hours: number) => {
    time.at += hours * 3_600_000;
    await house.ask({ name: 'budget deadlines', input: {} }, clock);
    await flush(opened)();
  };
  const flush = (opened: OpenDoor) =>
    openDelivery({
      state,
      doors: () => [opened],
      now: () => time.at,
      pause: pauseOn(time),
      report: () => {},
    }).flush;
  const acts = (id: string) => state.audit.about(id).map(({ act }) => act);
  return { ...whole, say, tick, flush, acts };
}
