import type { Action, Reply } from '../../commands/reply.ts';
import type { Words } from '../../words/say.ts';
import { type Language, toldIn } from '../../words/tell.ts';
import type { Rendered } from '../told.ts';

/** A few words of the door itself. */
export function ownWords(
  language: Language,
  title: Words,
  text: Words | null = null,
  actions: readonly Action[] = [],
): Rendered {
  const reply: Reply = { title, tone: 'plain', parts: text === null ? [] : [{ kind: 'text', text }], actions };
  const reader = { language, shop: null };
  return { ...toldIn(reply, reader), ...reader };
}
