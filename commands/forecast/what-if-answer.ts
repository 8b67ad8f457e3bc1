import { addDays } from '../../models/days.ts';
import { eventName } from '../../words/event-names.ts';
import { listed, period, type Said, say } from '../../words/say.ts';
import type { Reply } from '../reply.ts';
import type { KeptForecast } from '../runs/forecast.ts';
import type { RunOf } from '../runs/keep.ts';
import { answerOf } from './answer.ts';
import type { Answered } from './look.ts';
import { metrics } from './metric.ts';

/** The forecast with something assumed, beside the same without it. Never frozen: it is a question, not a promise. */
export function whatIfAnswer(
  given: RunOf<KeptForecast>,
  otherwise: RunOf<KeptForecast>,
  answered: Answered & { readonly words: readonly Said[]; readonly promotion: string | null },
): Reply {
  const { cut, subject, words, promotion } = answered;
  const { unit, adds } = metrics[subject.metric];
  const [so, without] = [given, otherwise].map(({ result }) => (adds ? result.total : meanDay(result))) as [Sum, Sum];
  const horizon = given.result.daily.expected.length;
  const span = period(cut.before, addDays(cut.before, horizon - 1));
  const reply = answerOf(given, answered);
  const effect = given.result.events.find(({ name }) => name === promotion);
  return {
    ...reply,
    title: say`What if: ${listed(words)}`,
    parts: [
      {
        kind: 'table',
        title: adds ? say`${span}` : say`${span}, a day on average`,
        columns: [
          { title: '', unit: 'text' },
          { title: say`Expected`, unit },
          { title: say`Low 80%`, unit },
          { title: say`High 80%`, unit },
          { title: say`Receipt`, unit: 'receipt' },
        ],
        rows: [
          [say`If so`, so.expected, so.low80, so.high80, given.id],
          [say`Otherwise`, without.expected, without.low80, without.high80, otherwise.id],
          [say`Difference`, so.expected - without.expected, null, null, null],
        ],
      },
      ...(effect ? [{ kind: 'text' as const, text: say`${eventName(effect.name)}: ${effect.says}` }] : []),
      ...reply.parts,
      {
        kind: 'note',
        text: say`An assumption, not a forecast that I would be held to: it goes into no ledger. What else happened on the days of a promotion is in its effect.`,
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
