import { z } from 'zod';
import { addDays } from '../../models/days.ts';
import { type Counted, wilson } from '../../models/intervals.ts';
import { count, day, instant, lines, period, plural, type Said, say, sentences, share } from '../../words/say.ts';
import { type Context, defineCommand } from '../command.ts';
import { receiptId } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Part } from '../reply.ts';
import { type Cut, readCut } from '../runs/cut.ts';
import { findTest } from './find.ts';
import { endOf, isSent, type Judged, judgeList, type Sent } from './judge.ts';
import { effectWords, toldVerdicts, verdictLabels } from './verdict.ts';
import { whichList } from './which.ts';

const tones = { worked: 'good', 'did harm': 'bad', "can't tell": 'careful', void: 'careful' } as const;

export const listResult = defineCommand({
  name: 'list result',
  summary: say`What a list brought: worked, did not, or cannot be told`,
  examples: ['list result T-12'],
  needs: 'viewer',
  bare: 'list',
  input: z.strictObject({ list: receiptId(say`the list, such as T-12`, 'list').optional() }),

  async run({ list }, context) {
    if (list === undefined) {
      return whichList(context, 'list result', ({ exportedAt }) => exportedAt !== null);
    }
    const test = findTest(context, list);
    if (!isSent(test))
      throw new Refusal(say`${test.id} was never exported`, say`Nothing was sent, so there is nothing to see.`);
    const cut = await readCut(context);
    const end = endOf(test);
    const run = await judgeList(context, cut, test);
    if (!run) throw tooEarly(test, cut, context);
    const { id, result: judged } = run;
    const { treated, held, lost, verdict, needed } = judged;
    if (verdict === 'unknown') {
      throw new Refusal(
        say`Nobody was held out of ${test.id}: what it brought cannot be known`,
        sentences(
          say`${share(treated.count / treated.of)} of those written to ordered.`,
          test.reason === null ? say`No reason was given.` : say`The reason given was: ${test.reason}.`,
        ),
      );
    }
    const row = (name: Said, each: Counted) => {
      const interval = wilson(each.count, each.of);
      return [name, each.of, each.count, each.count / each.of, interval.low95, interval.high95];
    };
    return {
      title: say`${test.id} · ${test.name}: ${verdictLabels[verdict]}`,
      tone: tones[verdict],
      parts: [
        ...finding(id, judged),
        {
          kind: 'table',
          columns: [
            { title: '', unit: 'text' },
            { title: say`People`, unit: 'count' },
            { title: say`Ordered`, unit: 'count' },
            { title: say`Share`, unit: 'share' },
            { title: say`Low 95%`, unit: 'share' },
            { title: say`High 95%`, unit: 'share' },
          ],
          rows: [row(say`Written to`, treated), row(say`Held out`, held)],
        },
        {
          kind: 'note',
          text: lines([
            say`Orders from ${period(test.firstDay, addDays(end, -1))}. Everybody counts where the draw put them, whether the message arrived or not.`,
            lost === 0 ? null : say`${count(lost)} of them were taken out of the data since: they count nowhere.`,
            needed === null ? null : say`To see +10% next time: ${count(needed)} people.`,
            ...toldBefore(test, judged, context),
          ]),
        },
      ],
    };
  },
});

/** Before its day nothing is told: the chance of a week would look like an effect. */
function tooEarly(test: Sent, { lastDay }: Cut, { today }: Context): Refusal {
  const end = endOf(test);
  if (today < end) {
    return new Refusal(
      say`${test.id} closes on ${day(end)}`,
      say`Looking earlier would find chance. My data ends on ${day(lastDay)}.`,
    );
  }
  return new Refusal(
    say`${test.id} closed on ${day(end)}, and my data ends on ${day(lastDay)}`,
    say`Bring the orders until ${day(addDays(end, -1))} with /import, and I say what it brought.`,
  );
}

/** What the two groups say, or why they say nothing. */
function finding(id: string, { verdict, effect, moved }: Judged): Part[] {
  if (verdict === 'void') {
    const text = plural(
      moved,
      say`1 person who was held out was on another list meanwhile: the two groups cannot be compared.`,
      say`${count(moved)} people who were held out were on another list meanwhile: the two groups cannot be compared.`,
    );
    return [{ kind: 'text', text }];
  }
  if (effect === null) return [];
  return [
    {
      kind: 'facts',
      facts: [
        { label: say`Ordered more often than those held out`, value: effect.rise, unit: 'change', receipt: id },
        { label: say`From, 95%`, value: effect.low95, unit: 'change', receipt: id },
        { label: say`To, 95%`, value: effect.high95, unit: 'change', receipt: id },
      ],
    },
  ];
}

/** What was said of it earlier, where data that came late has changed that. */
function toldBefore({ id }: Sent, { verdict }: Judged, context: Context): Said[] {
  return toldVerdicts(id, context)
    .filter((told) => told.verdict !== verdict)
    .map(({ at, verdict: was, effect }) =>
      effect === null
        ? say`Told on ${instant(at)}, before newer data came: ${verdictLabels[was]}.`
        : say`Told on ${instant(at)}, before newer data came: ${verdictLabels[was]}, ${effectWords(effect)}.`,
    );
}
