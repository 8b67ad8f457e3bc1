import type { Words } from '../../words/say.ts';
import { wilson } from '../intervals.ts';

export type Stage = { readonly name: Words; readonly count: number };

export type Step = Stage & {
  /** Of the stage before, with its 95 % interval. Null for the first, and where more came out than went in. */
  readonly share: number | null;
  readonly low95: number | null;
  readonly high95: number | null;
};

export type Funnel = {
  readonly steps: readonly Step[];
  /** Last of first; null where the first is nothing. */
  readonly conversion: { readonly share: number; readonly low95: number; readonly high95: number } | null;
  /** The step that loses the largest share; null with fewer than two shares to compare. */
  readonly narrowest: Words | null;
};

/**
 * How many of each stage reach the next. Stages are counts of events, told apart by reports that count on their own: where
 * a stage holds more than the one before it, it is no part of it, and there is no share.
 *
 * @param stages in their order, at least two
 */
export function funnel(stages: readonly Stage[]): Funnel {
  const steps = stages.map((stage, at): Step => {
    const before = stages[at - 1];
    return { ...stage, ...(before === undefined ? nothing : (partOf(stage.count, before.count) ?? nothing)) };
  });
  const told = steps.filter(({ share }) => share !== null);
  const narrowest = told.reduce<Step | null>(
    (least, step) => (least === null || step.share! < least.share! ? step : least),
    null,
  );
  return {
    steps,
    conversion: partOf(stages.at(-1)!.count, stages[0]!.count),
    narrowest: told.length > 1 ? narrowest!.name : null,
  };
}

const nothing = { share: null, low95: null, high95: null };

function partOf(count: number, of: number): Funnel['conversion'] {
  if (!(of > 0) || count > of) return null;
  return { share: count / of, ...wilson(count, of) };
}
