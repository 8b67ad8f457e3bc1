import type { Run } from '../../data/state/types/runs.ts';
import { say, sentences, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { type Again, computeAgain } from '../runs/again.ts';

/**
 * A run computed again on the data it was made on, beside what was kept of it.
 *
 * @throws {Refusal} where it cannot be
 */
export async function againReply(run: Run, context: Context): Promise<Reply> {
  const again = await computeAgain(context, run);
  if (again === null) {
    throw new Refusal(
      say`${run.id} cannot be computed again`,
      say`It is not computed from the data, or it was made before I kept what was asked. /why ${run.id} says how it was made.`,
    );
  }
  const { compared, different } = again;
  const same = different === 0;
  return {
    title: same
      ? say`${run.id} computed again: the same to the last digit`
      : say`${run.id} computed again: not the same`,
    tone: same ? 'good' : 'careful',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: say`Numbers compared`, value: compared, unit: 'count', receipt: run.id },
          { label: say`Different`, value: different, unit: 'count' },
          { label: say`Data until`, value: run.receipt.dataUntil, unit: 'day' },
        ],
      },
      { kind: 'text', text: sentences(...reasons(again, same)) },
    ],
    actions: [{ label: say`Why ${run.id}?`, style: 'plain', ask: { name: 'why', input: { id: run.id } } }],
  };
}

function reasons({ since }: Again, same: boolean): readonly Words[] {
  const { version, parameters, added, removed } = since;
  const changed = [
    version ? say`The program that computes it is a later version.` : null,
    parameters.length > 0 ? say`What it was asked with has changed since: ${parameters.join(', ')}.` : null,
    removed.length > 0 ? say`Files were taken back since: ${removed.join(', ')}.` : null,
    added.length > 0
      ? say`Files came in since: ${added.join(', ')}. I left out what they tell, as far as this question can.`
      : null,
  ].filter((words) => words !== null);
  if (changed.length > 0) return changed;
  return [
    same
      ? say`Same data, same seed, same program.`
      : say`Data, seed and program are the same, so this should not be: tell whoever runs me.`,
  ];
}

/** Whether a run can be computed again. */
export function isComputable({ kind, receipt }: Run): boolean {
  if (kind === 'forecast' || kind === 'slices') return receipt.asked !== undefined;
  return kind !== 'budget' || 'max-step' in receipt.parameters;
}
