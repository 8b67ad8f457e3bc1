import type { Shop } from '../../../data/types.ts';
import { formatValue } from '../../../words/quantity.ts';
import type { Context } from '../../command.ts';
import type { Fact, Part, Table } from '../../reply.ts';
import type { KeptBudget } from '../../runs/budget.ts';
import { isOverStep } from '../approval/authority.ts';
import { nowWords } from './words.ts';

/**
 * Now and proposed, line by line; what more spend would bring there; and what to look at twice. `reverses`: the shift
 * that is taken back, if it is one.
 */
export function shiftTable(
  { allocation, margins, bounds, evidence }: KeptBudget,
  reverses: string | null,
  { state, shop }: Pick<Context, 'state' | 'shop'>,
): Table {
  const { lines, totalMinor, objective } = allocation;
  const policy = state.policy.read();
  const now = lines.reduce((sum, { currentMinor }) => sum + currentMinor, 0);
  const unit = roundPart(totalMinor);
  const keeps = (id: number) => (objective === 'margin' ? (margins[id] ?? Number.NaN) : 1);
  return {
    kind: 'table',
    columns: [
      { title: 'Campaign', unit: 'text' },
      { title: 'Now', unit: 'money' },
      { title: 'Proposed', unit: 'money' },
      { title: 'Change', unit: 'change' },
      { title: nextTitle(allocation, shop), unit: 'money' },
      { title: 'Note', unit: 'text' },
    ],
    rows: [
      ...lines.map((line) => {
        const { id, name, currentMinor, proposedMinor, change, marginal, bound } = line;
        const notes = [
          isOverStep(line, policy) ? `⚠ over the ${formatValue(policy.step, 'share', shop)} step` : null,
          ...(reverses
            ? [change === 0 ? null : `as before ${reverses}`]
            : [
                isSetByHand(id, bounds) ? 'set by hand' : bound && boundWords[bound],
                marginal === null ? 'no curve' : evidence,
              ]),
        ];
        return [
          name,
          currentMinor,
          proposedMinor,
          change,
          marginal === null ? null : marginal * keeps(id) * unit,
          notes.filter((note) => note !== null).join(' · '),
        ];
      }),
      ['All', now, totalMinor, now > 0 ? totalMinor / now - 1 : null, null, null],
    ],
  };
}

type Bound = NonNullable<KeptBudget['allocation']['lines'][number]['bound']>;

const boundWords: Readonly<Record<Bound, string>> = {
  floor: 'at its floor',
  ceiling: 'at its ceiling',
  step: 'largest step of the plan',
  seen: 'as far as was ever tried',
  kept: 'kept',
  share: 'keeps its share',
};

/** Whether a person said exactly what this line gets. */
export function isSetByHand(id: number, { floorsMinor, ceilingsMinor }: KeptBudget['bounds']): boolean {
  return floorsMinor[id] !== undefined && floorsMinor[id] === ceilingsMinor[id];
}

/** About a hundredth of the total, as a round number: 1M of 100M. */
function roundPart(totalMinor: number): number {
  return 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, totalMinor / 50))));
}

/** "Next IDR 100,000 earns": what about a hundredth more of the total would bring at the proposed budget. */
function nextTitle({ totalMinor, objective }: KeptBudget['allocation'], shop: Shop | null): string {
  return `Next ${formatValue(roundPart(totalMinor), 'money', shop)} ${objective === 'margin' ? 'earns' : 'sells'}`;
}

/** What the columns mean, and a word of care. */
export function shiftNotes(plan: KeptBudget, shop: Shop | null): Part[] {
  const { allocation, evidence } = plan;
  const text =
    `${evidenceWords[evidence]} ${nowWords(plan)} "${nextTitle(allocation, shop)}": ` +
    (allocation.objective === 'margin'
      ? 'what that much more would bring on top of the proposed budget, after goods; the best split makes it equal where no limit holds. Profit can grow more than sales, where money moves to better margins.'
      : 'what that much more would sell on top of the proposed budget.');
  return [...lossWarning(allocation), { kind: 'note', text }];
}

/** A word of care where the shift is expected to lose. */
export function lossWarning({ profitGain, salesGain }: KeptBudget['allocation']): Part[] {
  const gain = profitGain ?? salesGain;
  if (gain === null || gain.expected >= 0) return [];
  return [{ kind: 'text', text: 'Within these limits the shift is expected to lose, not to gain.' }];
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
