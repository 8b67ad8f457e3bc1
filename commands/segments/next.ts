import { z } from 'zod';
import type { NextGroups } from '../../models/segments/predict-next.ts';
import { formatValue } from '../../words/quantity.ts';
import { inEnglish } from '../../words/tell.ts';
import { defineCommand } from '../command.ts';
import { wholeNumber } from '../inputs.ts';
import type { Action, Table } from '../reply.ts';
import { intervalWords, nextGroupsRun, verdictWords } from '../runs/prediction.ts';
import { capital } from './capital.ts';
import { readOrderGroups } from './groups.ts';

/** Fewer people than this are not counted in public: they could be known by their number. */
const FEW = 20;

export const segmentNext = defineCommand({
  name: 'segment next',
  summary: 'Which group customers will be in next, who is expected to slip, and the money at stake',
  examples: ['segment next', 'segment next weeks:8'],
  needs: 'viewer',
  bare: 'weeks',
  input: z.strictObject({
    weeks: wholeNumber({ from: 4, to: 52, says: 'how long the next period is' }).optional(),
  }),

  async run({ weeks }, context) {
    const groups = await readOrderGroups(context);
    const run = await nextGroupsRun(context, groups, weeks);
    const { result } = run;
    const { shop } = groups.cut;
    const long = Number(run.receipt.parameters.weeks);
    const names = [...groups.names.map(capital), 'Stopped'];
    const sum = (value: (state: NextGroups['states'][number]) => number) =>
      result.states.reduce((total, state) => total + value(state), 0);
    const [slipping, atStake] = [sum((state) => state.slipping), sum((state) => state.atStakeMinor)];
    const [worst] = [...result.states.keys()].sort(
      (a, b) => result.states[b]!.atStakeMinor - result.states[a]!.atStakeMinor,
    );
    const finding = `${formatValue(slipping, 'count', shop)} customers are expected to slip in ${long} weeks: ${formatValue(atStake, 'money', shop)} at stake`;
    const list: Action[] =
      worst !== undefined && worst < groups.names.length && atStake > 0
        ? [
            {
              label: `List ${names[worst]}`,
              style: 'plain',
              ask: { name: 'list make', input: { group: groups.names[worst]! } },
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
            { label: 'Customers', value: result.customers, unit: 'count', receipt: run.id },
            { label: 'Expected to slip', value: slipping, unit: 'count' },
            { label: `What these spent in the last ${long} weeks`, value: atStake, unit: 'money' },
            { label: `New in the last ${long} weeks`, value: result.newcomers, unit: 'count' },
          ],
        },
        {
          kind: 'chart',
          title: finding,
          subtitle: `Customers by group, now and expected in ${long} weeks with its 80% range · data until ${formatValue(groups.cut.lastDay, 'day', shop)}`,
          alt: result.states
            .map(
              ({ now, expected }, at) =>
                `${names[at]}: ${formatValue(now, 'count', shop)} now, ${formatValue(expected, 'count', shop)} expected`,
            )
            .join('; '),
          chart: {
            type: 'bars',
            unit: 'count',
            bars: result.states.flatMap(({ now, expected, low80, high80 }, at) => [
              { label: names[at]!, series: 'now', value: now },
              { label: names[at]!, series: 'expected', value: expected, low: low80, high: high80 },
            ]),
          },
        },
        statesTable(result, names, long),
        scoresTable(result),
        {
          kind: 'note',
          text: [
            inEnglish(verdictWords(result)),
            `Slipping: to a group whose customers spent less in the last ${long} weeks, or no order for ${long} weeks (stopped). A group counts here only those who ordered in the last ${long} weeks, so it is smaller than in /segment. Today's customers only: new ones come on top.`,
            inEnglish(intervalWords(result)),
          ].join('\n'),
        },
      ],
      actions: [
        ...list,
        { label: 'Why?', style: 'plain', ask: { name: 'why', input: { id: run.id } } },
        { label: 'Who moved', style: 'plain', ask: { name: 'segment moves', input: {} } },
      ],
    };
  },
});

function statesTable({ states }: NextGroups, names: readonly string[], weeks: number): Table {
  return {
    kind: 'table',
    title: `In ${weeks} weeks`,
    columns: [
      { title: 'Group', unit: 'text' },
      { title: 'Now', unit: 'count' },
      { title: 'Expected', unit: 'count' },
      { title: 'Low 80%', unit: 'count' },
      { title: 'High 80%', unit: 'count' },
      { title: 'Expected to slip', unit: 'count' },
      { title: 'What these spent', unit: 'money' },
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
  const methods = [
    ['Forest', judged.forest, used === 'forest'],
    ['Migration matrix, row of the group', judged.row, used === 'row'],
    ['Everyone stays', judged.persistence, false],
    ['All where most went', judged.majority, false],
  ] as const;
  return {
    kind: 'table',
    title: `How well it predicts, by ${judgedBy}`,
    columns: [
      { title: 'Method', unit: 'text' },
      { title: 'Log-loss', unit: 'number' },
      { title: 'Right', unit: 'share' },
      { title: 'Macro-F1', unit: 'number' },
    ],
    rows: methods.map(([name, { logLoss, accuracy, macroF1 }, isUsed]) => [
      isUsed ? `${name} (used)` : name,
      logLoss,
      accuracy,
      macroF1,
    ]),
  };
}
