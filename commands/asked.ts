import type { Memory } from '../data/state/types/memory.ts';
import type { Instant } from '../data/types/shop.ts';
import type { Ask, Caller } from './call.ts';

const TOPIC = 'asked';
const KEPT = 4;

/** What a person asked for last, newest first, each once. */
export function lastAsked(memory: Memory, { door, user }: Caller): readonly Ask[] {
  return JSON.parse(memory.get(TOPIC, `${door}:${user}`) ?? '[]') as Ask[];
}

/** Keeps that a person asked for something, to ask it again by one press. What it was answered is not kept. */
export function rememberAsked(memory: Memory, caller: Caller, ask: Ask, at: Instant): void {
  const before = lastAsked(memory, caller);
  const isSame = (other: Ask) => JSON.stringify(other) === JSON.stringify(ask);
  if (before[0] && isSame(before[0])) return;
  const asked = [ask, ...before.filter((each) => !isSame(each))].slice(0, KEPT);
  memory.set(TOPIC, `${caller.door}:${caller.user}`, JSON.stringify(asked), at);
}
