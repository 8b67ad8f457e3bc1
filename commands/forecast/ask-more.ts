import type { Said } from '../../words/say.ts';
import type { Action } from '../reply.ts';

/** A button that asks the same forecast with something added, or taken back where it is undefined. */
export function askMore(
  again: Readonly<Record<string, unknown>>,
  label: Said,
  input: Readonly<Record<string, unknown>>,
): Action {
  return { label, style: 'plain', ask: { name: 'forecast', input: { ...again, ...input } } };
}
