import type { Memory } from '../data/state/types/memory.ts';
import { isLanguage, type Language } from '../words/tell.ts';
import type { Caller } from './call.ts';
import type { Context } from './command.ts';

const TOPIC = 'language';

/** What a language is set for: one person, one channel, or everyone who has set none. */
export type Audience =
  | { readonly door: string; readonly user: string }
  | { readonly door: string; readonly channel: string }
  | 'shop';

function keyOf(audience: Audience): string {
  if (audience === 'shop') return 'shop';
  return 'user' in audience ? `${audience.door}:@${audience.user}` : `${audience.door}:${audience.channel}`;
}

export function setLanguage(memory: Memory, audience: Audience, language: Language, at: number): void {
  memory.set(TOPIC, keyOf(audience), language, at);
}

/** What was set, or null. */
export function languageSet(memory: Memory, audience: Audience): Language | null {
  const code = memory.get(TOPIC, keyOf(audience));
  return code !== null && isLanguage(code) ? code : null;
}

/** What one person reads: their own choice, else what their chat is set to, else the shop's language. */
export function languageOf(memory: Memory, { door, user, language }: Caller): Language {
  return languageSet(memory, { door, user }) ?? language ?? languageSet(memory, 'shop') ?? 'en';
}

/** What all read in a channel; a channel that begins with @ is one person's direct messages. */
export function languageOfChannel(memory: Memory, door: string, channel: string | undefined): Language {
  const set = channel === undefined ? null : languageSet(memory, { door, channel });
  return set ?? languageSet(memory, 'shop') ?? 'en';
}

/** What an answer is told in: a person's own, or the channel's where all can read it. */
export function languageOfAnswer({ state, caller, shared }: Pick<Context, 'state' | 'caller' | 'shared'>): Language {
  return shared
    ? languageOfChannel(state.memory, caller.seat ?? caller.door, caller.channel)
    : languageOf(state.memory, caller);
}
