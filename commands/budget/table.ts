import type { AllocatedLine } from '../../models/campaigns/types.ts';
import type { Fact, Part, Table } from '../reply.ts';
import type { KeptBudget } from '../runs/budget.ts';
import { nowWords } from './words.ts';

/** Now and proposed, line by line, and what one more of spend would earn there: after goods where that is known. */
export function shiftTable({ allocation, margins }: KeptBudget): Table {
  const { lines, totalMinor, objective } = allocation;
  const now = lines.reduce((sum, { currentMinor }) => sum + currentMinor, 0);
  const keeps = (id: number) => (objective === 'margin' ? (margins[id] ?? Number.NaN) : 1);
  return {
    kind: 'table',
    columns: [
      { title: 'Campaign', unit: 'text' },
      { title: 'Now a week', unit: 'money' },
      { title: 'Proposed', unit: 'money' },
      { title: 'Change', unit: 'change' },
      { title: objective === 'margin' ? 'Next 1 earns' : 'Next 1 sells', unit: 'number' },
      { title: 'Limited by', unit: 'text' },
    ],
    rows: [
      ...lines.map(({ id, name, currentMinor, proposedMinor, change, marginal, bound }) => [
        name,
        currentMinor,
        proposedMinor,
        change,
        marginal === null ? null : marginal * keeps(id),
        bound === null ? '' : boundWords[bound],
      ]),
      ['All', now, totalMinor, now > 0 ? totalMinor / now - 1 : null, null, ''],
    ],
  };
}

const boundWords: Readonly<Record<NonNullable<AllocatedLine['bound']>, string>> = {
  kept: 'kept',
  floor: 'floor',
  ceiling: 'ceiling',
  step: 'step',
  seen: 'never tried',
  share: 'no curve',
};

/** What the columns mean, and a word of care where the shift is expected to lose. */
export function shiftNotes(plan: KeptBudget): Part[] {
  const { allocation, evidence } = plan;
  const { objective, profitGain, salesGain } = allocation;
  const gain = profitGain ?? salesGain;
  const parts: Part[] = [];
  if (gain && gain.expected < 0) {
    parts.push({ kind: 'text', text: 'Within these limits the shift is expected to lose, not to gain.' });
  }
  parts.push({
    kind: 'note',
    text:
      `${evidenceWords[evidence]} ${nowWords('Now a week', plan)} ` +
      (objective === 'margin'
        ? '"Next 1 earns" is what one more of weekly spend would bring at the proposed budget, after goods: the best split makes it equal where no limit holds. Profit can grow more than sales, where money moves to better margins.'
        : '"Next 1 sells" is what one more of weekly spend would sell at the proposed budget.'),
  });
  return parts;
}

const evidenceWords: Readonly<Record<KeptBudget['evidence'], string>> = {
  attributed: 'Attributed: figures rest on the sales of orders that name a campaign.',
  modelled: 'Modelled: figures rest on how all sales of the shop went with spend.',
};

/** The budget, and what the shift promises a week, with its 80% interval. */
export function promiseFacts(
  { allocation: { totalMinor, salesGain, profitGain } }: KeptBudget,
  receipt: string,
): Fact[] {
  const gains = [
    ['Expected extra profit a week, after goods', profitGain],
    ['Expected extra sales a week', salesGain],
  ] as const;
  const total: Fact = { label: 'Weekly budget', value: totalMinor, unit: 'money', receipt };
  return [
    total,
    ...gains.flatMap(([label, gain]) =>
      gain === null
        ? []
        : [{ label, value: gain.expected, unit: 'money' as const, low: gain.low80, high: gain.high80 }],
    ),
  ];
}
