import { z } from 'zod';
import { majorOf } from '../../../words/currency.ts';
import { money, named, say } from '../../../words/say.ts';
import type { Context } from '../../command.ts';
import { amount, choice, text } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Field } from '../../reply.ts';
import { type Bounds, budgetRun, type KeptBudget } from '../../runs/budget.ts';
import { readCut, requireFresh } from '../../runs/cut.ts';
import type { RunOf } from '../../runs/keep.ts';
import { type Amount, minorIn } from '../../typed-amount.ts';
import { exampleAmounts, readAmounts } from '../plan/bounds.ts';
import { which } from './find.ts';

/** A split as a person asks for it: each line of the form is an argument `line-7`, named after its campaign's number. */
export const splitInput = z
  .object({
    ...which,
    split: text(say`weekly amounts: "Voucher=78M, Flash sale=22M"`).optional(),
    total: choice(
      ['locked', 'free'],
      say`locked: the other lines take up what you change; free: the total changes`,
    ).optional(),
  })
  .catchall(amount(say`a weekly amount`));

type Split = {
  readonly split?: string | undefined;
  readonly total?: 'locked' | 'free' | undefined;
  readonly lines: Readonly<Record<string, Amount>>;
};

type Lines = KeptBudget['allocation']['lines'];

const NUDGE = 0.1;

/** What was asked for, apart from which proposal it is about. */
export function splitOf({ proposal, version, split, total, ...lines }: z.output<typeof splitInput>): Split {
  return { split, total, lines: lines as Split['lines'] };
}

export function isEmpty({ split, lines }: Split): boolean {
  return split === undefined && Object.keys(lines).length === 0;
}

/** A number for every line, and what becomes of the total. */
export function splitFields(plan: KeptBudget, shop: Context['shop'], asked: Split = { lines: {} }): Field[] {
  const { lines, totalMinor } = plan.allocation;
  return [
    ...lines.map(
      ({ id, name, currentMinor, proposedMinor }): Field => ({
        name: lineName(id),
        label: named(name),
        hint: say`Now ${money(currentMinor)} a week, proposed ${money(proposedMinor)}`,
        kind: 'number',
        required: true,
        nudge: NUDGE,
        initial: asked.lines[lineName(id)]?.typed ?? majorOf(proposedMinor, shop),
      }),
    ),
    {
      name: 'total',
      label: say`Total`,
      kind: 'choice',
      required: true,
      initial: asked.total ?? 'locked',
      choices: [
        { value: 'locked', label: say`Stays ${money(totalMinor)}` },
        { value: 'free', label: say`Follows the lines` },
      ],
    },
  ];
}

function lineName(id: number): string {
  return `line-${id}`;
}

/**
 * The plan with the lines as asked for. With the total locked, the lines that were left alone take up the difference,
 * as well as they can within the limits of the plan; when all add up to the total already, it is taken as it is.
 *
 * @throws {Refusal} when it does not add up, or a line is not known
 */
export async function splitRun(plan: KeptBudget, asked: Split, context: Context): Promise<RunOf<KeptBudget>> {
  const cut = await readCut(context);
  requireFresh(cut, context, '/campaign roi', 'adjust a budget');
  const { lines, totalMinor } = plan.allocation;
  const wanted = wantedOf(lines, asked, context.shop);
  const changed = lines.filter(({ id, proposedMinor }) => wanted.get(id) !== proposedMinor);
  const sum = [...wanted.values()].reduce((all, each) => all + each, 0);
  if (asked.total === 'free') return budgetRun(context, cut, pinned(plan.bounds, wanted, sum));
  if (sum === totalMinor) return budgetRun(context, cut, pinned(plan.bounds, wanted, totalMinor));
  if (changed.length === lines.length) {
    throw new Refusal(
      say`The lines add up to ${money(sum, { exact: true })}, not to ${money(totalMinor, { exact: true })}`,
      say`Leave one line as it was and it takes up the rest, or let the total follow the lines.`,
    );
  }
  const only = new Map(changed.map(({ id }) => [id, wanted.get(id)!]));
  return budgetRun(context, cut, pinned(plan.bounds, only, totalMinor));
}

/** Minor units by campaign id; lines that were not named stay as proposed. */
function wantedOf(lines: Lines, { split, lines: typed }: Split, shop: Context['shop']): Map<number, number> {
  const known = new Map(lines.map(({ id, proposedMinor }) => [id, proposedMinor]));
  const told = Object.entries(readAmounts(split, lines, shop)).map(([id, minor]) => [Number(id), minor] as const);
  const filled = Object.entries(typed).map(([name, value]) => {
    const line = lines.find(({ id }) => lineName(id) === name);
    if (line) return [line.id, minorIn(shop, value)] as const;
    throw new Refusal(say`"${name}" is no line of this plan`, say`For example: split:"${exampleAmounts(lines)}"`);
  });
  return new Map([...known, ...told, ...filled]);
}

/** These lines get exactly this; a limit that was stated for another line stays. */
function pinned(bounds: Bounds, lines: ReadonlyMap<number, number>, totalMinor: number): Bounds {
  const exactly = Object.fromEntries(lines);
  return {
    ...bounds,
    explore: false,
    totalMinor,
    floorsMinor: { ...bounds.floorsMinor, ...exactly },
    ceilingsMinor: { ...bounds.ceilingsMinor, ...exactly },
    keep: bounds.keep.filter((id) => !lines.has(id)),
  };
}

/** Whether every line gets the same. */
export function isSameSplit({ allocation }: KeptBudget, before: KeptBudget): boolean {
  return allocation.lines.every(
    ({ id, proposedMinor }) => before.allocation.lines.find((line) => line.id === id)?.proposedMinor === proposedMinor,
  );
}
