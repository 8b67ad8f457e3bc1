import type { Action } from './reply.ts';

/**
 * The request was understood and cannot be answered: a fact, and what would help. Dispatch says it; it is not
 * logged. Throw it where going on would mean a number that means nothing.
 */
export class Refusal extends Error {
  readonly remedy: string;
  readonly actions: readonly Action[];
  constructor(fact: string, remedy: string, actions: readonly Action[] = []) {
    super(fact);
    this.name = 'Refusal';
    this.remedy = remedy;
    this.actions = actions;
  }
}
