import type { Execution } from '../data/state/types/executions.ts';
import type { State } from '../data/state/types/state.ts';
import type { Instant } from '../data/types/shop.ts';
import { named, say, type Words } from '../words/say.ts';
import { ExecutionError, type Executor } from './connectors/executor.ts';

/** Longer than any executor's own timeout, so that a slow one is not taken for a dead one. */
const LEASE_MS = 60_000;
/** A receiver may still be at work on what it did not answer: looking at once could miss it. */
const LOOK_AFTER_MS = 10_000;
const BASE_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 30 * 60_000;
/** After so many tries a person has to decide. */
const MOST_ATTEMPTS = 5;
const MOST_LOOKS = 10;

/** What the house has to say to each step, in the transaction of the step. */
export type Steps = {
  /** Why the change must not go out now, or null. Asked when it was taken, before it is sent. */
  refusal(execution: Execution): Words | null;
  /** Redraws the card, and does what a confirmed change brings with it. */
  settled(execution: Execution): void;
  /** Tells a person that it is up to them. */
  tell(execution: Execution): void;
};

export type Execute = {
  /** Takes every change that is due one step further, or several; returns how many were confirmed. */
  flush(): Promise<number>;
};

/**
 * Carries out what was approved, once. A step is kept before the next is taken; whatever may have reached the receiver
 * is looked up by its key before it is sent again, so a crash or a lost answer at any step neither repeats nor loses a
 * change.
 */
export function openExecution({
  state,
  executors,
  steps,
  now,
}: {
  readonly state: State;
  readonly executors: readonly Executor[];
  readonly steps: Steps;
  readonly now: () => Instant;
}): Execute {
  const names = executors.map(({ name }) => name);
  let running: Promise<number> | null = null;

  const work = async (): Promise<number> => {
    let confirmed = 0;
    for (;;) {
      const taken = take();
      if (taken === null) return confirmed;
      const executor = executors.find(({ name }) => name === taken.executor)!;
      const after = taken.state === 'executing' ? await send(taken, executor) : await lookUp(taken, executor);
      if (after?.state === 'confirmed') confirmed++;
    }
  };

  /** What was begun under another configuration is left to a person, not to wait for ever. */
  const leaveStrays = (): void => {
    for (const stray of state.executions.list(['approved', 'sent', 'unknown'])) {
      const { executor, nextAt, state: at } = stray;
      if (executor === 'manual' || nextAt === null || names.includes(executor)) continue;
      settle(stray, {
        to: at === 'approved' ? 'failed' : at,
        says: notConfigured[executor],
      });
    }
  };

  /** The next one that may go on: what the guards do not let through fails at once, and is not returned. */
  const take = (): Execution | null => {
    for (;;) {
      const next = state.atomically(() => {
        const taken = state.executions.claim(names, now(), LEASE_MS);
        if (taken?.state !== 'executing') return { taken, stopped: false };
        const why = steps.refusal(taken);
        if (why === null) {
          steps.settled(taken);
          return { taken, stopped: false };
        }
        settle(taken, { to: 'failed', says: why });
        return { taken, stopped: true };
      });
      if (!next.stopped) return next.taken;
    }
  };

  const send = async (taken: Execution, executor: Executor): Promise<Execution | null> => {
    try {
      await executor.send(taken);
      return settle(taken, { to: 'sent', nextAt: now() });
    } catch (error) {
      const failure = asFailure(error);
      if (failure.kind === 'refused') return settle(taken, { to: 'failed', says: failure.says });
      const nextAt = now() + Math.max(LOOK_AFTER_MS, failure.retryAfterMs);
      return settle(taken, { to: 'unknown', nextAt, says: failure.says });
    }
  };

  const lookUp = async (taken: Execution, executor: Executor): Promise<Execution | null> => {
    try {
      const found = await executor.lookUp(taken);
      if (found.state === 'applied') return settle(taken, { to: 'confirmed' });
      // What was taken and is not applied yet may still be: only of what nobody took is it certain.
      if (found.state === 'pending' || taken.state === 'sent')
        return lookAgain(taken, found.says ?? receiverSays[found.state]);
      if (taken.attempts < MOST_ATTEMPTS) return settle(taken, { to: 'approved', nextAt: now(), says: taken.says });
      return settle(taken, { to: 'failed', says: taken.says ?? say`It was never taken.` });
    } catch (error) {
      const failure = asFailure(error);
      return lookAgain(taken, failure.says, failure.retryAfterMs);
    }
  };

  const lookAgain = (taken: Execution, says: Words | null, least = 0): Execution | null => {
    const wait = Math.max(least, Math.min(LONGEST_WAIT_MS, BASE_WAIT_MS * 2 ** taken.looks));
    const nextAt = taken.looks < MOST_LOOKS ? now() + wait : null;
    return settle(taken, { to: taken.state, nextAt, says });
  };

  const settle = (
    taken: Execution,
    step: { readonly to: Execution['state']; readonly nextAt?: Instant | null; readonly says?: Words | null },
  ): Execution | null =>
    state.atomically(() => {
      const after = state.executions.settle(taken, step, now());
      if (after === null) return null;
      steps.settled(after);
      if (after.nextAt === null && after.state !== 'confirmed') steps.tell(after);
      return after;
    });

  state.executions.release(now() + LOOK_AFTER_MS);
  leaveStrays();
  return {
    flush() {
      running ??= work().finally(() => {
        running = null;
      });
      return running;
    },
  };
}

const notConfigured = {
  webhook: say`The webhook it was for is not configured any more.`,
  file: say`The drop folder it was for is not configured any more.`,
};

const receiverSays = {
  pending: say`The receiver says: pending.`,
  'not applied': say`The receiver says: not applied.`,
};

function asFailure(error: unknown): ExecutionError {
  return error instanceof ExecutionError
    ? error
    : new ExecutionError('unknown', named(error instanceof Error ? error.message : String(error)));
}
