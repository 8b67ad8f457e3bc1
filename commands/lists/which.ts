import type { Test } from '../../data/state/types/lists.ts';
import { say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { makeAction } from './make-form.ts';

/** The newest lists that a person is likely to mean. */
const OFFERED = 5;

/** Asks which list is meant, with a button for each that the command can do something with. */
export function whichList({ state }: Context, command: string, suits: (test: Test) => boolean): Reply {
  const tests = state.tests
    .list(OFFERED * 4)
    .filter(suits)
    .slice(0, OFFERED);
  if (tests.length === 0) {
    throw new Refusal(say`There is no list for that yet`, say`Make one of a group: /list make group:"…"`, [makeAction]);
  }
  return {
    title: say`Which list?`,
    tone: 'plain',
    parts: [],
    actions: tests.map(({ id, name }) => ({
      label: say`${id} · ${name}`,
      style: 'plain',
      ask: { name: command, input: { list: id } },
    })),
  };
}
