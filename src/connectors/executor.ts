import type { Execution, ExecutorName } from '../../data/state/types/executions.ts';
import type { Words } from '../../words/say.ts';
import { inEnglish } from '../../words/tell.ts';

/** What is to be applied, once for its key. */
export type Order = Pick<Execution, 'key' | 'id' | 'proposal' | 'version' | 'change' | 'approvedAt'>;

/** What somebody who knows says of a key. `pending`: taken, and not decided. */
export type Found = { readonly state: 'applied' | 'not applied' | 'pending'; readonly says?: Words };

/** Carries out approved changes. It decides nothing: when to send again is decided by who asks it. */
export type Executor = {
  readonly name: Exclude<ExecutorName, 'manual'>;
  /** Returns when the change was taken, which is not yet applied. @throws {ExecutionError} */
  send(order: Order): Promise<void>;
  /** What became of a key, whether or not it was ever sent. @throws {ExecutionError} when it cannot tell */
  lookUp(order: Order): Promise<Found>;
};

/**
 * Why a change was not taken. `refused`: it is certain that nothing was applied, and trying again would not help.
 * `unknown`: it may have been; look up before anything else, not before `retryAfterMs`.
 */
export class ExecutionError extends Error {
  readonly kind: 'refused' | 'unknown';
  readonly retryAfterMs: number;
  /** One sentence, for whoever waits for the change. */
  readonly says: Words;
  constructor(kind: 'refused' | 'unknown', says: Words, retryAfterMs = 0) {
    super(inEnglish(says));
    this.says = says;
    this.name = 'ExecutionError';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}
