import type { Receipt, Run, RunKind } from '../../data/state/types/runs.ts';
import type { State } from '../../data/state/types/state.ts';
import type { Context } from '../command.ts';
import type { Cut } from './cut.ts';

/** A kept run with its result in the shape that its kind has. */
export type RunOf<Result> = Omit<Run, 'result'> & { readonly result: Result };

/** What a run stands on: until when, and from which imports. Every cut is one. */
export type Ground = Pick<Cut, 'before' | 'lastDay'> & { readonly coverage: Pick<Cut['coverage'], 'importIds'> };

/** Runs being computed: who asks for the same one waits for it. */
const underWay = new WeakMap<State, Map<string, Promise<unknown>>>();

/**
 * The run of this kind with these parameters on this data: the kept one if there is one, else computed and kept.
 * Same data, same parameters: same run.
 */
export async function keepRun<Result>(
  context: Context,
  {
    kind,
    version,
    parameters,
    asked,
    cut,
    compute,
  }: {
    readonly kind: RunKind;
    /** Changes when the method does, so that old runs are not taken for new ones. */
    readonly version: number;
    readonly parameters: Receipt['parameters'];
    /** Plain data: what the parameters do not tell of the question, to compute it again. */
    readonly asked?: unknown;
    readonly cut: Ground;
    readonly compute: () => Promise<{
      readonly result: Result;
      readonly receipt: Omit<Receipt, 'version' | 'parameters' | 'asked' | 'dataUntil' | 'imports'>;
    }>;
  },
): Promise<RunOf<Result>> {
  const imports = cut.coverage.importIds;
  const key = JSON.stringify([kind, version, parameters, cut.before, imports]);
  const known = context.state.runs.byKey(key);
  if (known) return known as RunOf<Result>;

  const running = underWay.get(context.state) ?? new Map<string, Promise<unknown>>();
  underWay.set(context.state, running);
  const make = async () => {
    const started = performance.now();
    const { result, receipt } = await compute();
    const tookMs = performance.now() - started;
    const whole = {
      ...receipt,
      version,
      parameters,
      ...(asked !== undefined && { asked }),
      dataUntil: cut.lastDay,
      imports,
    };
    return context.state.runs.keep({ kind, key, tookMs, receipt: whole, result }, context.now);
  };
  const making = running.get(key) ?? make().finally(() => running.delete(key));
  running.set(key, making);
  return (await making) as RunOf<Result>;
}
