import { addDays } from '../../models/days.ts';
import { count, day, listed, money, plural, type Said, say, sentences, share } from '../../words/say.ts';
import type { Context } from '../command.ts';
import { endOf, isSent, type Judged, judgeList, type Sent } from '../lists/judge.ts';
import { effectWords, rememberVerdict, type ToldVerdict, toldVerdicts, verdictLabels } from '../lists/verdict.ts';
import { readCut } from '../runs/cut.ts';
import { orNothing } from '../runs/or-nothing.ts';

const MOST_LISTS = 100;
/** A list that closed longer ago is not news any more, even if nobody was told. */
const NEWS_DAYS = 28;
/** Before verdicts were kept, a list that was told was marked under this topic, whatever had been said of it. */
const OLD_MARKS = 'look back';

/** A list whose window is over, with what is to be told of it. */
type News = { readonly test: Sent; readonly judged: Judged; readonly words: Said };

/**
 * Lists whose window is over, each told once, and again when late orders change the verdict; and when those close that
 * are still watched. `remember` is to be called with the post that tells of them.
 */
export async function closedLists(
  context: Context,
): Promise<{ readonly lines: readonly Said[]; readonly remember: () => void }> {
  const cut = await orNothing(() => readCut(context));
  if (!cut) return { lines: [], remember: () => {} };
  const sent = context.state.tests.list(MOST_LISTS).filter(isSent);
  const closed = sent.filter((test) => endOf(test) <= cut.before && endOf(test) > addDays(cut.before, -NEWS_DAYS));
  const news: News[] = [];
  for (const test of closed) {
    const { id, result: judged } = (await judgeList(context, cut, test))!;
    const told = toldVerdicts(test.id, context).at(-1);
    const isOld = told === undefined && context.state.memory.get(OLD_MARKS, test.id) !== null;
    if (isOld || told?.verdict === judged.verdict) continue;
    news.push({ test, judged, words: sentences(verdictWords(test, judged), id, told ? beforeWords(told) : null) });
  }
  const open = sent.filter((test) => endOf(test) > cut.before);
  const watched = say`Still watched: ${listed(open.map((test) => say`${test.id}, closes ${day(endOf(test))}`))}.`;
  return {
    lines: [...news.map(({ words }) => words), ...(open.length > 0 ? [watched] : [])],
    remember() {
      for (const { test, judged } of news) rememberVerdict(test.id, judged, context);
    },
  };
}

/** "T-09 win-back, 5,000 people, 50% held out: 6.9% of those written to ordered, 5.1% of the others: +35% … Worked." */
function verdictWords({ id, name, heldShare }: Sent, judged: Judged): Said {
  const { treated, held, effect, verdict, moved, needed } = judged;
  const people = count(treated.of + held.of);
  const answered = share(treated.count / treated.of);
  if (verdict === 'void') {
    return plural(
      moved,
      say`${id} ${name}, ${people} people: void. 1 person who was held out was on another list meanwhile.`,
      say`${id} ${name}, ${people} people: void. ${count(moved)} people who were held out were on another list meanwhile.`,
    );
  }
  if (verdict === 'unknown')
    return say`${id} ${name}, ${people} people: ${answered} ordered. Nobody was held out, so what it brought cannot be known.`;
  const [split, others] = [share(heldShare), share(held.count / held.of)];
  const head =
    effect === null
      ? say`${id} ${name}, ${people} people, ${split} held out: ${answered} of those written to ordered, ${others} of the others.`
      : say`${id} ${name}, ${people} people, ${split} held out: ${answered} of those written to ordered, ${others} of the others, ${effectWords(effect)}.`;
  switch (verdict) {
    case 'worked':
      return sentences(head, say`Worked.`, extraWords(judged));
    case 'did harm':
      return sentences(head, say`Did harm.`, extraWords(judged));
    default:
      return sentences(
        head,
        say`Can't tell.`,
        needed === null ? null : say`To see +10% next time: ${count(needed)} people.`,
      );
  }
}

/** What was said of it before newer data came. */
function beforeWords({ verdict, effect }: ToldVerdict): Said {
  const was = verdictLabels[verdict];
  return effect === null
    ? say`Opened again by newer data. Before: ${was}.`
    : say`Opened again by newer data. Before: ${effectWords(effect)}, ${was}.`;
}

/** What the rise came to in money. */
function extraWords({ extraMinor }: Judged): Said | null {
  if (extraMinor === null) return null;
  const { expected, low95, high95 } = extraMinor;
  return say`About ${money(expected)} extra (${money(low95)} to ${money(high95)}).`;
}
