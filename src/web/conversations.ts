import { randomUUID } from 'node:crypto';
import type { WebPerson } from './ports.ts';
import type { AnswerView, Turn } from './wire.ts';

/** Per person; older turns are forgotten, as is everything when the process ends. */
const MOST_TURNS = 60;
const MOST_PEOPLE = 200;

/** What each person asked and was told in private: to survive a reload. */
export type Conversations = {
  keep(person: WebPerson, words: string, answer: Omit<AnswerView, 'id'>): AnswerView;
  of(person: WebPerson): readonly Turn[];
};

export function openConversations(): Conversations {
  const all = new Map<string, Turn[]>();
  const name = ({ door, user }: WebPerson) => `${door}:${user}`;
  return {
    keep(person, words, answer) {
      const turn: Turn = { words, answer: { ...answer, id: randomUUID() } };
      const turns = [...(all.get(name(person)) ?? []), turn].slice(-MOST_TURNS);
      all.delete(name(person));
      all.set(name(person), turns);
      const [longestSilent] = all.keys();
      if (all.size > MOST_PEOPLE && longestSilent) all.delete(longestSilent);
      return turn.answer;
    },
    of: (person) => all.get(name(person)) ?? [],
  };
}
