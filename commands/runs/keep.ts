import type { Receipt, Run, RunKind } from '../../data/state/types.ts';
import type { Context } from '../command.ts';
import type { Cut } from './cut.ts';

/** A kept run with its result in the shape that its kind has. */
export type RunOf<Result> = Omit<Run, 'result'> & { readonly result: Result };

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
    cut,
    compute,
  }: {
    readonly kind: RunKind;
    /** Changes when the method does, so that old runs are not taken for new ones. */
    readonly version: number;
    readonly parameters: Receipt['parameters'];
    readonly cut: Cut;
    readonly compute: () => Promise<{
      readonly result: Result;
      readonly receipt: Omit<Receipt, 'parameters' | 'dataUntil' | 'imports'>;
    }>;
  },
): Promise<RunOf<Result>> {
  const imports = cut.coverage.importIds;
  const key = JSON.stringify([kind, version, parameters, cut.before, imports]);
  const known = context.state.runs.byKey(key);
  if (known) return known as RunOf<Result>;

  const started = performance.now();
  const { result, receipt } = await compute();
  const run = context.state.runs.keep(
    {
      kind,
      key,
      tookMs: performance.now() - started,
      receipt: { ...receipt, parameters, dataUntil: cut.lastDay, imports },
      result,
    },
    context.now,
  );
  return run as RunOf<Result>;
}
