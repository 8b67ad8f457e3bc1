import { say } from '../../words/say.ts';
import type { Context } from '../command.ts';
import type { Action } from '../reply.ts';

const SHOWN = 3;

/** A button for each of the last files that somebody brought and has not decided on: they are kept for a day. */
export function waitingFiles({ state, caller, now }: Pick<Context, 'state' | 'caller' | 'now'>): readonly Action[] {
  const mine = state.files.list(now).filter(({ owner }) => owner === `${caller.door}:${caller.user}`);
  return mine.slice(-SHOWN).map(({ id, name }) => ({
    label: say`Look at ${name}`,
    style: 'primary',
    ask: { name: 'data add', input: { from: id } },
  }));
}
