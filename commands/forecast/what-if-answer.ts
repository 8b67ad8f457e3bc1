import { addDays } from '../../models/days.ts';
import { formatDays } from '../../words/quantity.ts';
import { inEnglish } from '../../words/tell.ts';
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
  const { unit, adds } = metrics[subject.metric];
  const [so, without] = [given, otherwise].map(({ result }) => (adds ? result.total : meanDay(result))) as [Sum, Sum];
  const horizon = given.result.daily.expected.length;
  const reply = answerOf(given, answered);
  const effect = given.result.events.find(({ name }) => words.some((each) => each.startsWith(`${name} `)));
  return {
    ...reply,
    title: `What if: ${words.join(', ')}`,
    parts: [
      {
        kind: 'table',
        title: `${formatDays(cut.before, addDays(cut.before, horizon - 1), cut.shop)}${adds ? '' : ', a day on average'}`,
        columns: [
          { title: '', unit: 'text' },
          { title: 'Expected', unit },
          { title: 'Low 80%', unit },
          { title: 'High 80%', unit },
          { title: 'Receipt', unit: 'receipt' },
        ],
        rows: [
          ['If so', so.expected, so.low80, so.high80, given.id],
          ['Otherwise', without.expected, without.low80, without.high80, otherwise.id],
          ['Difference', so.expected - without.expected, null, null, null],
        ],
      },
      ...(effect ? [{ kind: 'text' as const, text: `${effect.name}: ${inEnglish(effect.says)}` }] : []),
      ...reply.parts,
      {
        kind: 'note',
        text: 'An assumption, not a forecast that I would be held to: it goes into no ledger. What else happened on the days of a promotion is in its effect.',
      },
    ],
  };
}

type Sum = { readonly expected: number; readonly low80: number | null; readonly high80: number | null };

/** What does not add up over days is told as a day of them; of such a mean no range was measured. */
function meanDay({ daily: { expected } }: KeptForecast): Sum {
  const sum = Array.from(expected).reduce((total, value) => total + value, 0);
  return { expected: sum / expected.length, low80: null, high80: null };
}
