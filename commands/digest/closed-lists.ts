import { addDays } from '../../models/days.ts';
import {
  change,
  count,
  day,
  listed,
  money,
  plural,
  type Quantity,
  type Said,
  say,
  sentences,
  share,
} from '../../words/say.ts';
import type { Context } from '../command.ts';
import { endOf, isSent, type Judged, judgeList, type Sent } from '../lists/judge.ts';
import { readCut } from '../runs/cut.ts';
import { orNothing } from '../runs/or-nothing.ts';

const MOST_LISTS = 100;
/** A list that closed longer ago is not news any more, even if nobody was told. */
const NEWS_DAYS = 28;
const TOPIC = 'look back';

/** Lists whose window is over, each told once; and when those close that are still watched. */
export async function closedLists(
  context: Context,
): Promise<{ readonly lines: readonly Said[]; readonly ids: string[] }> {
  const cut = await orNothing(() => readCut(context));
  if (!cut) return { lines: [], ids: [] };
  const sent = context.state.tests.list(MOST_LISTS).filter(isSent);
  const closed = sent.filter(
    (test) => endOf(test) <= cut.before && endOf(test) > addDays(cut.before, -NEWS_DAYS) && !wasTold(test.id, context),
  );
  const lines: Said[] = [];
  for (const test of closed) {
    const { id, result } = (await judgeList(context, cut, test))!;
    lines.push(sentences(verdictWords(test, result), id));
  }
  const open = sent.filter((test) => endOf(test) > cut.before);
  if (open.length > 0)
    lines.push(say`Still watched: ${listed(open.map((test) => say`${test.id}, closes ${day(endOf(test))}`))}.`);
  return { lines, ids: closed.map(({ id }) => id) };
}

/** To be called with the post that tells of them. */
export function rememberTold(ids: readonly string[], { state, now, today }: Context): void {
  for (const id of ids) state.memory.set(TOPIC, id, today, now);
}

function wasTold(id: string, { state }: Context): boolean {
  return state.memory.get(TOPIC, id) !== null;
}

/** "T-09 win-back, 5,000 people: 6.9% of those written to ordered, 5.1% of those held out … Worked." */
function verdictWords({ id, name }: Sent, judged: Judged): Said {
  const { treated, held, effect, verdict, moved, needed } = judged;
  const people = count(treated.of + held.of);
  const answered = share(treated.count / treated.of);
  if (effect === null)
    return say`${id} ${name}, ${people} people: ${answered} ordered. Nobody was held out, so what it brought cannot be known.`;
  const { difference, low95, high95 } = effect;
  const head = say`${id} ${name}, ${people} people: ${answered} of those written to ordered, ${share(held.count / held.of)} of those held out. Difference ${change(difference)} (95%: ${change(low95)} to ${change(high95)}).`;
  switch (verdict) {
    case 'worked':
      return sentences(head, say`Worked.`, extraWords(judged));
    case 'did harm':
      return sentences(head, say`Did harm.`, extraWords(judged));
    case 'void':
      return sentences(
        head,
        plural(
          moved,
          say`Void: ${count(moved)} person held out was on another list meanwhile.`,
          say`Void: ${count(moved)} people held out were on another list meanwhile.`,
        ),
      );
    default:
      return sentences(
        head,
        say`Can't tell.`,
        needed === null ? null : say`To see +10% next time: ${count(needed)} people.`,
      );
  }
}

/** What the difference came to in money, by what those who ordered spent. */
function extraWords({ treated, effect, perBuyerMinor }: Judged): Said | null {
  if (effect === null || perBuyerMinor === null) return null;
  const inMoney = (points: number): Quantity => money(Math.round(points * treated.of * perBuyerMinor));
  return say`About ${inMoney(effect.difference)} extra (${inMoney(effect.low95)} to ${inMoney(effect.high95)}).`;
}
