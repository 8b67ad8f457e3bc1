import type { Campaign } from '../../../data/types/campaigns.ts';
import type { Shop } from '../../../data/types/shop.ts';
import { goals } from '../../../models/campaigns/types.ts';
import { count, type Named, named, say, sentences } from '../../../words/say.ts';
import { campaignCalled } from '../../campaigns/find.ts';
import type { Context } from '../../command.ts';
import { fromMessage } from '../../input-problem.ts';
import { amount, choice, text, wholeNumber } from '../../inputs.ts';
import { Refusal } from '../../refusal.ts';
import type { Bounds } from '../../runs/budget.ts';
import { knownCampaigns } from '../../runs/campaigns.ts';
import { type Amount, minorIn } from '../../typed-amount.ts';

const DEFAULT_MAX_STEP = 20;
const DEFAULT_BEYOND = 10;

/** The arguments that `/budget plan` and `/budget propose` share. */
export const boundsInput = {
  total: amount(say`weekly budget to split, such as 100M; as much as now if left out`).optional(),
  floors: text(say`least per campaign: "Voucher=10M, Flash sale=5M"`).optional(),
  ceilings: text(say`most per campaign: "Voucher=90M"`).optional(),
  keep: text(say`campaigns to leave as they are: "Search ads"`).optional(),
  'max-step': wholeNumber({
    from: 1,
    to: 100,
    says: say`largest change of a line, in percent of its spend; ${count(DEFAULT_MAX_STEP)} if left out`,
  }).optional(),
  beyond: wholeNumber({
    from: 0,
    to: 1000,
    says: say`how far a line may go beyond what was ever spent on it in a week, in percent; ${count(DEFAULT_BEYOND)} if left out`,
  }).optional(),
  goal: choice(
    goals,
    say`what to make largest: profit after goods, or sales; profit where the cost of goods is known if left out`,
  ).optional(),
  explore: choice(['yes', 'no'], say`the small step that would teach most, instead of the best split`).optional(),
};

export type TypedBounds = {
  readonly total?: Amount | undefined;
  readonly floors?: string | undefined;
  readonly ceilings?: string | undefined;
  readonly keep?: string | undefined;
  readonly 'max-step'?: number | undefined;
  readonly beyond?: number | undefined;
  readonly goal?: Bounds['goal'] | undefined;
  readonly explore?: 'yes' | 'no' | undefined;
};

/** Whether no limit was typed. */
export function isAsEver(typed: TypedBounds): boolean {
  return Object.keys(boundsInput).every((name) => typed[name as keyof TypedBounds] === undefined);
}

/** The bounds as typed, with campaign names found and amounts in minor units. @throws {Refusal} on an unknown name */
export async function readBounds(typed: TypedBounds, context: Context): Promise<Bounds> {
  const { shop } = context;
  const campaigns = await knownCampaigns(context);
  return {
    totalMinor: typed.total === undefined ? null : minorIn(shop, typed.total),
    floorsMinor: readAmounts(typed.floors, campaigns, shop),
    ceilingsMinor: readAmounts(typed.ceilings, campaigns, shop),
    keep: items(typed.keep).map((name) => campaignCalled(name, campaigns).id),
    maxStep: (typed['max-step'] ?? DEFAULT_MAX_STEP) / 100,
    reach: (typed.beyond ?? DEFAULT_BEYOND) / 100,
    goal: typed.goal ?? null,
    explore: typed.explore === 'yes',
  };
}

/** "Voucher=10M, Flash sale=5M" in minor units by campaign id. @throws {Refusal} on what it cannot read */
export function readAmounts(
  list: string | undefined,
  campaigns: readonly Pick<Campaign, 'id' | 'name'>[],
  shop: Shop | null,
): Record<number, number> {
  return Object.fromEntries(
    items(list).map((item) => {
      const [, name, value] = /^(.+?)\s*=\s*(\S+)$/.exec(item) ?? [];
      const read = amount('').safeParse(value);
      if (name === undefined || !read.success) {
        const problem = name === undefined || !read.error ? null : fromMessage(read.error.issues[0]!.message);
        throw new Refusal(
          say`I did not understand "${item}"`,
          sentences(
            problem && say`The amount ${problem}.`,
            say`Write a campaign and an amount: "${exampleAmounts(campaigns)}"`,
          ),
        );
      }
      return [campaignCalled(name, campaigns).id, minorIn(shop, read.data)];
    }),
  );
}

/** "Voucher=10M, Flash sale=5M", with campaigns that this shop has. */
export function exampleAmounts(campaigns: readonly Pick<Campaign, 'name'>[]): Named {
  const [one = 'Voucher', other] = campaigns.map(({ name }) => name);
  return named(other === undefined ? `${one}=10M` : `${one}=10M, ${other}=5M`);
}

function items(list: string | undefined): string[] {
  return (list ?? '')
    .split(/[,;]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
