import type { Test } from '../../data/state/types/lists.ts';
import { say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';

/** The list that was asked for. */
export function findTest({ state }: Context, id: string): Test {
  const test = state.tests.find(id);
  if (!test)
    throw new Refusal(say`I know of no list ${id}`, say`Make one with /list make, or see them all with /list show.`);
  return test;
}

/** A list that may still be changed. */
export function findDraft(context: Context, id: string): Test {
  const test = findTest(context, id);
  if (test.exportedAt !== null) {
    throw new Refusal(
      say`${id} was exported before`,
      say`Its people are as they are. Make a new list with /list make.`,
    );
  }
  return test;
}
