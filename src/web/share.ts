import type { Part, Rendered } from '../told.ts';
import type { WebPerson } from './ports.ts';
import type { Turn } from './wire.ts';

/** A private answer as it may stand in a channel: who brought it, and without its files, which are for one person. */
export function shared({ words, answer }: Turn, person: WebPerson): Rendered {
  const { title, tone, actions, shop, language } = answer;
  const parts = answer.parts.filter(({ kind }) => kind !== 'file');
  const files = answer.parts.length - parts.length;
  const notes: Part[] = [{ kind: 'note', text: `${person.name} asked: ${words}` }];
  if (files > 0)
    notes.push({ kind: 'note', text: `${files} ${files === 1 ? 'file' : 'files'} left out: files stay private.` });
  return { title, tone, parts: [...parts, ...notes], shop, language, ...(actions && { actions }) };
}
