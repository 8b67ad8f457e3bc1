import type { Words } from '../words/say.ts';
import { inEnglish } from '../words/tell.ts';
import type { Action } from './reply.ts';

/**
 * The request was understood and cannot be answered: a fact, and what would help. Dispatch says it; it is not
 * logged. Throw it where going on would mean a number that means nothing.
 */
export class Refusal extends Error {
  readonly says: Words;
  readonly remedy: Words;
  readonly actions: readonly Action[];
  constructor(fact: Words, remedy: Words, actions: readonly Action[] = []) {
    super(inEnglish(fact));
    this.name = 'Refusal';
    this.says = fact;
    this.remedy = remedy;
    this.actions = actions;
  }
}
