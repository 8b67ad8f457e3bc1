import { z } from 'zod';
import { shownName } from '../../models/segments/group-name.ts';
import type { Scores } from '../../models/segments/predict-judge.ts';
import type { NextGroups } from '../../models/segments/predict-next.ts';
import { count, day, lines, money, say, sentences, type Words } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { wholeNumber } from '../inputs.ts';
import type { Action, Table } from '../reply.ts';
import { intervalWords, nextGroupsRun, verdictWords } from '../runs/prediction.ts';
import { readOrderGroups, typedName } from './groups.ts';

/** Fewer people than this are not counted in public: they could be known by their number. */
const FEW = 20;

export const segmentNext = defineCommand({
  name: 'segment next',
  summary: say`Which group customers will be in next, who is expected to slip, and the money at stake`,
  examples: ['segment next', 'segment next weeks:8'],
  needs: 'viewer',
  bare: 'weeks',
  input: z.strictObject({
    weeks: wholeNumber({ from: 4, to: 52, says: say`how long the next period is` }).optional(),
  }),

  async run({ weeks }, context) {
    const groups = await readOrderGroups(context);
    const run = await nextGroupsRun(context, groups, weeks);
    const { result } = run;
    const long = Number(run.receipt.parameters.weeks);
    const names = [...groups.names.map(shownName), say`Stopped`];
    const sum = (value: (state: NextGroups['states'][number]) => number) =>
      result.states.reduce((total, state) => total + value(state), 0);
    const [slipping, atStake] = [sum((state) => state.slipping), sum((state) => state.atStakeMinor)];
    const [worst] = [...result.states.keys()].sort(
      (a, b) => result.states[b]!.atStakeMinor - result.states[a]!.atStakeMinor,
    );
    const finding = say`${count(slipping)} customers are expected to slip in ${count(long)} weeks: ${money(atStake)} at stake`;
    const list: Action[] =
      worst !== undefined && worst < groups.names.length && atStake > 0
        ? [
            {
              label: say`List ${names[worst]!}`,
              style: 'plain',
              ask: { name: 'list make', input: { group: typedName(groups.names[worst]!, context) } },
            },
          ]
        : [];
    return {
      title: finding,
      tone: 'plain',
      parts: [
        {
          kind: 'facts',
          facts: [
            { label: say`Customers`, value: result.customers, unit: 'count', receipt: run.id },
            { label: say`Expected to slip`, value: slipping, unit: 'count' },
            { label: say`What these spent in the last ${count(long)} weeks`, value: atStake, unit: 'money' },
            { label: say`New in the last ${count(long)} weeks`, value: result.newcomers, unit: 'count' },
          ],
        },
        {
          kind: 'chart',
          title: finding,
          subtitle: say`Customers by group, now and expected in ${count(long)} weeks with its 80% range · data until ${day(groups.cut.lastDay)}`,
          alt: sentences(
            ...result.states.map(
              ({ now, expected }, at) => say`${names[at]!}: ${count(now)} now, ${count(expected)} expected.`,
            ),
          ),
          chart: {
            type: 'bars',
            unit: 'count',
            bars: result.states.flatMap(({ now, expected, low80, high80 }, at) => [
              { label: names[at]!, series: say`now`, value: now },
              { label: names[at]!, series: say`expected`, value: expected, low: low80, high: high80 },
            ]),
          },
        },
        statesTable(result, names, long),
        scoresTable(result),
        {
          kind: 'note',
          text: lines([
            verdictWords(result),
            say`Slipping: to a group whose customers spent less in the last ${count(long)} weeks, or no order for ${count(long)} weeks (stopped). A group counts here only those who ordered in the last ${count(long)} weeks, so it is smaller than in /segment. Today's customers only: new ones come on top.`,
            intervalWords(result),
          ]),
        },
      ],
      actions: [
        ...list,
        { label: say`Why?`, style: 'plain', ask: { name: 'why', input: { id: run.id } } },
        { label: say`Who moved`, style: 'plain', ask: { name: 'segment moves', input: {} } },
      ],
    };
  },
});

function statesTable({ states }: NextGroups, names: readonly Words[], weeks: number): Table {
  return {
    kind: 'table',
    title: say`In ${count(weeks)} weeks`,
    columns: [
      { title: say`Group`, unit: 'text' },
      { title: say`Now`, unit: 'count' },
      { title: say`Expected`, unit: 'count' },
      { title: say`Low 80%`, unit: 'count' },
      { title: say`High 80%`, unit: 'count' },
      { title: say`Expected to slip`, unit: 'count' },
      { title: say`What these spent`, unit: 'money' },
    ],
    rows: states.map(({ now, expected, low80, high80, slipping, atStakeMinor }, at) => [
      names[at]!,
      now > 0 && now < FEW ? null : now,
      expected,
      low80,
      high80,
      slipping,
      atStakeMinor,
    ]),
  };
}

function scoresTable({ judged, judgedBy, used }: NextGroups): Table {
  const methods: readonly (readonly [Words, Scores])[] = [
    used === 'forest' ? [say`Forest (used)`, judged.forest] : [say`Forest`, judged.forest],
    used === 'row'
      ? [say`Migration matrix, row of the group (used)`, judged.row]
      : [say`Migration matrix, row of the group`, judged.row],
    [say`Everyone stays`, judged.persistence],
    [say`All where most went`, judged.majority],
  ];
  return {
    kind: 'table',
    title:
      judgedBy === 'a later period'
        ? say`How well it predicts, by a later period`
        : say`How well it predicts, by other customers`,
    columns: [
      { title: say`Method`, unit: 'text' },
      { title: say`Log-loss (smaller is better)`, unit: 'number' },
      { title: say`Right`, unit: 'share' },
      { title: say`Right, groups counted alike (macro-F1)`, unit: 'number' },
    ],
    rows: methods.map(([name, { logLoss, accuracy, macroF1 }]) => [name, logLoss, accuracy, macroF1]),
  };
}
