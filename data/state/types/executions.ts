import type { Words } from '../../../words/say.ts';
import type { Day, Instant } from '../../types/shop.ts';
import type { PersonId } from './people.ts';
import type { Actor } from './proposals.ts';

/**
 * approved -> executing -> sent -> confirmed, or unknown, which is looked up: confirmed, or not applied and approved
 * again. failed: it is certain that nothing was applied, and a person was told. cancelled: withdrawn before it began.
 */
export type ExecutionState = 'approved' | 'executing' | 'sent' | 'unknown' | 'confirmed' | 'failed' | 'cancelled';

/** Who applies a shift: a person, a receiver over HTTP, or whoever takes files from a folder. */
export type ExecutorName = 'manual' | 'webhook' | 'file';

/** What changes. Money in minor units a week. */
export type Change = {
  /** The Monday from which it holds. */
  readonly week: Day;
  /** ISO 4217, and its decimal places. */
  readonly currency: string;
  readonly digits: number;
  /** Lines that move. */
  readonly lines: readonly {
    readonly id: number;
    readonly name: string;
    readonly fromMinor: number;
    readonly toMinor: number;
  }[];
  /** The key of the shift that this one takes back. */
  readonly restores: string | null;
};

export type Execution = {
  /** "P-31.v2": of the proposal and its version, and the idempotency key at the receiver. */
  readonly key: string;
  /** "X-55". */
  readonly id: string;
  readonly proposal: string;
  readonly version: number;
  readonly executor: ExecutorName;
  readonly change: Change;
  readonly movedMinor: number;
  readonly state: ExecutionState;
  readonly turn: number;
  /** How often it was sent, and since then looked up. */
  readonly attempts: number;
  readonly looks: number;
  /** Null: nothing more is done by itself. */
  readonly nextAt: Instant | null;
  /** What a person should know of the state. */
  readonly says: Words | null;
  readonly approvedAt: Instant;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** What imported spend tells of it. Plain data. */
  readonly seen: unknown;
};

export type Freeze = {
  readonly at: Instant;
  readonly person: PersonId;
  readonly name: string;
  readonly reason: string;
};

export type Executions = {
  /** @throws when the version has one: a version is carried out once */
  open(draft: Pick<Execution, 'proposal' | 'version' | 'executor' | 'change' | 'movedMinor'>, at: Instant): Execution;
  byKey(key: string): Execution | null;
  byReceipt(id: string): Execution | null;
  /** Of the proposal's last version that was approved. */
  of(proposal: string): Execution | null;
  /**
   * Takes the next one that is due: an approved one becomes 'executing' before it is returned, others are to be looked
   * up. One whose sender has died becomes 'unknown'. While all is frozen nothing approved is taken.
   */
  claim(executors: readonly ExecutorName[], at: Instant, leaseMs: number): Execution | null;
  /** Gives back what processes that are gone, and this one before it, had taken: to be called when a process starts. */
  release(lookAt: Instant): void;
  /** The next state of one that was taken. Null when somebody else has moved it since. */
  settle(
    taken: Pick<Execution, 'key' | 'turn' | 'state'>,
    step: { readonly to: ExecutionState; readonly nextAt?: Instant | null; readonly says?: Words | null },
    at: Instant,
  ): Execution | null;
  see(key: string, seen: unknown): void;
  /** Money moved since then, also by what may have been applied; besides one. */
  movedSince(since: Instant, but: { readonly besides: string }): number;
  /** First approved first. */
  list(states: readonly ExecutionState[]): readonly Execution[];
  freeze(frozen: boolean, why: { readonly by: Actor; readonly reason: string }, at: Instant): void;
  /** Who froze, while it is frozen. */
  frozen(): Freeze | null;
};
