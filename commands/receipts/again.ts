import type { Run } from '../../data/state/types/runs.ts';
import { count, day, listed, named, number, plural, type Said, say, sentences, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import type { Part, Reply } from '../reply.ts';
import { type Again, computeAgain, type Difference } from '../runs/again.ts';

/** So many numbers that differ are shown; the rest is counted. */
const SHOWN = 10;

/**
 * A run computed again on the data it was made on, beside what was kept of it.
 *
 * @throws {Refusal} where it cannot be
 */
export async function againReply(run: Run, context: Context): Promise<Reply> {
  const again = await computeAgain(context, run);
  const { compared, different, version } = again;
  const same = different.length === 0;
  const moved = version.kept !== version.now;
  return {
    title: same
      ? say`${run.id} computed again: the same to the last digit`
      : moved
        ? say`${run.id} computed again: not the same, its method has moved since`
        : say`${run.id} computed again: not the same`,
    tone: same ? 'good' : 'careful',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: say`Numbers compared`, value: compared, unit: 'count', receipt: run.id },
          { label: say`Different`, value: different.length, unit: 'count' },
          { label: say`Data until`, value: day(run.receipt.dataUntil), unit: 'day' },
        ],
      },
      ...differences(different),
      { kind: 'text', text: sentences(...reasons(again, same)) },
    ],
    actions: [{ label: say`Why ${run.id}?`, style: 'plain', ask: { name: 'why', input: { id: run.id } } }],
  };
}

/** What was said then beside what is found now. */
function differences(different: readonly Difference[]): Part[] {
  if (different.length === 0) return [];
  const more = different.length - SHOWN;
  return [
    {
      kind: 'table',
      title: say`What differs`,
      columns: [
        { title: say`Where`, unit: 'text' },
        { title: say`Then`, unit: 'text' },
        { title: say`Now`, unit: 'text' },
      ],
      rows: different.slice(0, SHOWN).map(({ at, kept, now }) => [named(at), valueWords(kept), valueWords(now)]),
    },
    ...(more > 0
      ? [
          {
            kind: 'note' as const,
            text: plural(
              more,
              say`1 more number differs and is not in the table.`,
              say`${count(more)} more numbers differ and are not in the table.`,
            ),
          },
        ]
      : []),
  ];
}

function valueWords(value: unknown): Words {
  if (typeof value === 'number') return say`${number(value)}`;
  if (value === undefined || value === null) return say`not told`;
  return named(typeof value === 'string' ? value : JSON.stringify(value));
}

function reasons({ version, parameters, added, removed }: Again, same: boolean): readonly Words[] {
  const moved = version.kept === version.now ? null : movedWords(version);
  const changed = [
    moved,
    parameters.length > 0 ? say`What it was asked with has changed since: ${parameters.join(', ')}.` : null,
    added.length > 0 ? say`Files came in since: ${listed(added)}. I left them out.` : null,
    removed.length > 0
      ? say`Files were taken back since: ${listed(removed)}. They count here, as they did then.`
      : null,
  ].filter((words) => words !== null);
  if (same) return [...changed, moved ? say`It changes nothing here.` : say`Same data, same seed, same program.`];
  if (moved || parameters.length > 0) return changed;
  return [...changed, say`Data, seed and program are the same, so this should not be: tell whoever runs me.`];
}

function movedWords({ kept, now }: Again['version']): Said {
  return kept === null
    ? say`The method moved to version ${count(now)} since; it was made before I kept versions.`
    : say`The method moved from version ${count(kept)} to version ${count(now)} since.`;
}
