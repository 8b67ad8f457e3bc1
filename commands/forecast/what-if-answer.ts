import { addDays } from '../../models/days.ts';
import { formatDays } from '../quantity.ts';
import type { Reply } from '../reply.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { RunOf } from '../runs/keep.ts';
import { type Answered, answerOf } from './answer.ts';
import { metrics } from './metric.ts';

/** The forecast with something assumed, beside the same without it. Never frozen: it is a question, not a promise. */
export function whatIfAnswer(
  given: RunOf<KeptForecast>,
  otherwise: RunOf<KeptForecast>,
  answered: Answered & { readonly words: readonly string[] },
): Reply {
  const { cut, subject, words } = answered;
  const { unit } = metrics[subject.metric];
  const totals = [given.result.total, otherwise.result.total] as const;
  const horizon = given.result.daily.expected.length;
  const reply = answerOf(given, answered);
  const effect = given.result.events.find(({ name }) => words.some((each) => each.startsWith(`${name} `)));
  return {
    ...reply,
    title: `What if: ${words.join(', ')}`,
    parts: [
      {
        kind: 'table',
        title: formatDays(cut.before, addDays(cut.before, horizon - 1), cut.shop),
        columns: [
          { title: '', unit: 'text' },
          { title: 'Expected', unit },
          { title: 'Low 80%', unit },
          { title: 'High 80%', unit },
          { title: 'Receipt', unit: 'receipt' },
        ],
        rows: [
          ['So', totals[0].expected, totals[0].low80, totals[0].high80, given.id],
          ['Otherwise', totals[1].expected, totals[1].low80, totals[1].high80, otherwise.id],
          ['Difference', totals[0].expected - totals[1].expected, null, null, null],
        ],
      },
      ...(effect ? [{ kind: 'text' as const, text: `${effect.name}: ${effect.says}` }] : []),
      ...reply.parts,
      {
        kind: 'note',
        text: 'An assumption, not a forecast that I would be held to: it goes into no ledger. What else happened on the days of a promotion is in its effect.',
      },
    ],
  };
}
