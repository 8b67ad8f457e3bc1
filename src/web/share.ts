import { count, plural, say } from '../../words/say.ts';
import { tell } from '../../words/tell.ts';
import type { Part, Rendered } from '../told.ts';
import type { WebPerson } from './ports.ts';
import type { Turn } from './wire.ts';

/** A private answer as it may stand in a channel: who brought it, and without its files, which are for one person. */
export function shared({ words, answer }: Turn, person: WebPerson): Rendered {
  const { title, tone, actions, shop, language } = answer;
  const parts = answer.parts.filter(({ kind }) => kind !== 'file');
  const files = answer.parts.length - parts.length;
  const notes = [
    say`${person.name} asked: ${words}`,
    ...(files > 0
      ? [
          plural(
            files,
            say`${count(files)} file left out: files stay private.`,
            say`${count(files)} files left out: files stay private.`,
          ),
        ]
      : []),
  ].map((each): Part => ({ kind: 'note', text: tell(each, answer) }));
  return { title, tone, parts: [...parts, ...notes], shop, language, ...(actions && { actions }) };
}
