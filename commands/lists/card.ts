import type { Test } from '../../data/state/types/lists.ts';
import { peopleFor, smallestRise } from '../../models/power.ts';
import { count, days, lines, say, share, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import type { Action, Reply } from '../reply.ts';

/** An effect that would have to more than triple what people do anyway is not planned for. */
const FAR_TOO_LARGE = 2;

/** A list before it is sent: who is on it, who is not, and what could be seen of its effect. */
export function testCard(context: Context, test: Test): Reply {
  const { id, name, windowDays, base, leftOut, heldShare } = test;
  const arms = context.state.tests.arms(id);
  const rise = base === null ? null : smallestRise(base, arms);
  const half = (arms.treated + arms.held) / 2;
  const halfRise = base === null ? null : smallestRise(base, { treated: half, held: half });
  const halfHelps = rise !== null && rise <= FAR_TOO_LARGE && halfRise !== null && halfRise < rise;
  const forTenth = base === null ? null : peopleFor(base, 0.1, heldShare);
  const isFarTooSmall = rise !== null && rise > FAR_TOO_LARGE;
  const words = lines([
    base === null || base === 0
      ? say`Of those who would have been on this list ${days(windowDays)} ago, hardly anybody has ordered since: what effect could be seen cannot be said.`
      : say`Some order anyway: of those who would have been on this list ${days(windowDays)} ago, ${share(base)} have ordered since.`,
    isFarTooSmall
      ? say`These are too few to measure an effect on: send it all the same, or make the list larger.`
      : null,
    ...(rise !== null && !isFarTooSmall
      ? [
          say`What I can see with this size: an effect of about +${share(rise)} or larger. Smaller effects will read "can't tell".`,
          halfHelps && halfRise !== null ? say`With half of them held out I could see +${share(halfRise)}.` : null,
          forTenth === null ? null : say`To see +10% it would take ${count(forTenth)} people.`,
        ]
      : []),
  ]);
  const ask = (label: Words, command: string, input: Record<string, unknown>): Action => ({
    label,
    style: 'plain',
    ask: { name: command, input: { list: id, ...input } },
  });
  return {
    title: say`${id} · ${name} · ${count(arms.treated + arms.held)} people`,
    tone: 'plain',
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: say`Write to`, value: arms.treated, unit: 'count', receipt: id },
          { label: say`Hold out`, value: arms.held, unit: 'count' },
          { label: say`Goal`, value: say`any order in ${days(windowDays)}`, unit: 'text' },
          { label: say`Group`, value: name, unit: 'text', receipt: test.run },
        ],
      },
      { kind: 'text', text: words },
      ...(leftOut.length > 0
        ? [
            {
              kind: 'table' as const,
              title: say`Not on the list`,
              columns: [
                { title: say`Because they`, unit: 'text' as const },
                { title: say`People`, unit: 'count' as const },
              ],
              rows: leftOut.map(({ because, people }) => [because, people]),
            },
          ]
        : []),
      {
        kind: 'note',
        text: say`Who is held out is drawn by a fixed rule from ${id} and the customer, and stays so. The file is for you alone and goes on record.`,
      },
    ],
    actions:
      test.exportedAt !== null
        ? [ask(say`What it brought`, 'list result', {})]
        : [
            {
              label: say`Export`,
              style: 'primary',
              ask: { name: 'list export', input: { list: id } },
              confirm: say`A file with ${count(arms.treated)} customers is made for you, on record. ${count(arms.held)} are held out and must not be written to until ${days(windowDays)} have passed.`,
            },
            ...(halfHelps ? [ask(say`Use 50/50`, 'list hold', { holdout: 50 })] : []),
            ...(heldShare !== 0.1 ? [ask(say`Use 10%`, 'list hold', { holdout: 10 })] : []),
          ],
  };
}
