import { type ActingContext, executionMoved } from '../commands/budget/execution/execution.ts';
import { executionWords } from '../commands/budget/execution/execution-words.ts';
import { guardAgainst } from '../commands/budget/execution/guards.ts';
import type { ExecutionTerms } from '../commands/command.ts';
import type { State } from '../data/state/types/state.ts';
import type { Instant } from '../data/types/shop.ts';
import { say, type Words } from '../words/say.ts';
import type { Steps } from './execution.ts';
import { localDay } from './wall-clock.ts';

/** What the house says to each step of an execution: guards, the record, the cards, and whom to tell. */
export function executionSteps({
  state,
  terms,
  now,
  report,
}: {
  readonly state: State;
  readonly terms: ExecutionTerms;
  readonly now: () => Instant;
  /** Tells a person. */
  readonly report: (text: Words) => void;
}): Steps {
  const acting = (): ActingContext => {
    const shop = state.shop.read();
    return { state, shop, now: now(), today: localDay(now(), shop?.zone ?? 'UTC'), execution: terms };
  };
  return {
    refusal: (execution) => guardAgainst(execution, acting()),
    settled: (execution) => executionMoved(execution, acting()),
    tell: (execution) => report(say`${execution.proposal}: ${executionWords(execution, acting())}`),
  };
}
