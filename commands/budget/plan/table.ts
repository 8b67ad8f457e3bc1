import { money, named, type Said, say, sentences, share } from '../../../words/say.ts';
import type { Context } from '../../command.ts';
import type { Fact, Part, Row, Table, Value } from '../../reply.ts';
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
  { state }: Pick<Context, 'state'>,
): Table {
  const { lines, totalMinor, objective } = allocation;
  const policy = state.policy.read();
  const now = lines.reduce((sum, { currentMinor }) => sum + currentMinor, 0);
  const unit = roundPart(totalMinor);
  const keeps = (id: number) => (objective === 'margin' ? (margins[id] ?? Number.NaN) : 1);
  return {
    kind: 'table',
    columns: [
      { title: say`Campaign`, unit: 'text' },
      { title: say`Now`, unit: 'money' },
      { title: say`Proposed`, unit: 'money' },
      { title: say`Change`, unit: 'change' },
      { title: nextTitle(allocation), unit: 'money' },
      { title: say`Note`, unit: 'text' },
    ],
    rows: [
      ...lines.map((line): Row => {
        const { id, name, currentMinor, proposedMinor, change, marginal, bound } = line;
        const notes = [
          isOverStep(line, policy) ? say`⚠ over the ${share(policy.step)} step` : null,
          ...(reverses
            ? [change === 0 ? null : say`as before ${reverses}`]
            : [
                isSetByHand(id, bounds) ? say`set by hand` : bound && boundWords[bound],
                marginal === null ? say`not known (no response curve)` : evidenceWords[evidence].short,
              ]),
        ];
        return [
          named(name),
          currentMinor,
          proposedMinor,
          change,
          marginal === null ? null : marginal * keeps(id) * unit,
          beside(notes.filter((note) => note !== null)),
        ];
      }),
      [say`All`, now, totalMinor, now > 0 ? totalMinor / now - 1 : null, null, null],
    ],
  };
}

/** Remarks of one line, side by side. */
function beside(notes: readonly Said[]): Value {
  const [first, ...rest] = notes;
  return first === undefined ? '' : rest.reduce((before, each) => say`${before} · ${each}`, first);
}

type Bound = NonNullable<KeptBudget['allocation']['lines'][number]['bound']>;

const boundWords: Readonly<Record<Bound, Said>> = {
  floor: say`at its floor`,
  ceiling: say`at its ceiling`,
  step: say`largest step of the plan`,
  seen: say`as far as was ever tried`,
  kept: say`kept`,
  share: say`keeps its share`,
};

/** Whether a person said exactly what this line gets. */
export function isSetByHand(id: number, { floorsMinor, ceilingsMinor }: KeptBudget['bounds']): boolean {
  return floorsMinor[id] !== undefined && floorsMinor[id] === ceilingsMinor[id];
}

/** About a hundredth of the total, as a round number: 1M of 100M. */
function roundPart(totalMinor: number): number {
  return 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, totalMinor / 50))));
}

/** "IDR 100,000 more brings back": what about a hundredth more of the total would bring at the proposed budget. */
function nextTitle({ totalMinor, objective }: KeptBudget['allocation']): Said {
  const next = money(roundPart(totalMinor));
  return objective === 'margin' ? say`${next} more brings back` : say`${next} more sells`;
}

/** What the columns mean, and a word of care. */
export function shiftNotes(plan: KeptBudget): Part[] {
  const { allocation, evidence } = plan;
  const title = nextTitle(allocation);
  const text = sentences(
    evidenceWords[evidence].long,
    nowWords(plan),
    allocation.objective === 'margin'
      ? say`"${title}": what that much more would bring on top of the proposed budget, after goods; the spend itself is still to be taken off. The best split makes it equal where no limit holds. Profit can grow more than sales, where money moves to better margins.`
      : say`"${title}": what that much more would sell on top of the proposed budget.`,
  );
  return [...lossWarning(allocation), { kind: 'note', text }];
}

/** A word of care where the shift is expected to lose. */
export function lossWarning({ profitGain, salesGain }: KeptBudget['allocation']): Part[] {
  const gain = profitGain ?? salesGain;
  if (gain === null || gain.expected >= 0) return [];
  return [{ kind: 'text', text: say`Within these limits the shift is expected to lose, not to gain.` }];
}

const evidenceWords: Readonly<Record<KeptBudget['evidence'], { readonly short: Said; readonly long: Said }>> = {
  attributed: {
    short: say`attributed`,
    long: say`Attributed: figures rest on the sales of orders that name a campaign.`,
  },
  modelled: {
    short: say`modelled`,
    long: say`Modelled: figures rest on how all sales of the shop went with spend.`,
  },
};

/** The budget, and what the shift promises a week, with its 80% interval. */
export function promiseFacts(
  { allocation: { totalMinor, salesGain, profitGain } }: KeptBudget,
  receipt: string,
): Fact[] {
  const gains = [
    [say`Expected extra profit a week, after goods`, profitGain],
    [say`Expected extra sales a week`, salesGain],
  ] as const;
  const total: Fact = { label: say`Weekly budget`, value: totalMinor, unit: 'money', receipt };
  return [
    total,
    ...gains.flatMap(([label, gain]) =>
      gain === null
        ? []
        : [{ label, value: gain.expected, unit: 'money' as const, low: gain.low80, high: gain.high80 }],
    ),
  ];
}
