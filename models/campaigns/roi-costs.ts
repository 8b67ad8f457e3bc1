import type { Campaign, CampaignDays, CampaignKind } from '../../data/types/campaigns.ts';
import type { Day } from '../../data/types/shop.ts';
import { epochDay } from '../days.ts';

/** What people said of campaigns beside the files. */
export type Told = {
  /** Names that are another's: `name` is called `is` now. */
  readonly same: readonly { readonly name: string; readonly is: string }[];
  /** `id` is for a campaign that no file knows, and below zero. */
  readonly kinds: readonly { readonly name: string; readonly kind: CampaignKind; readonly id: number }[];
  readonly costs: readonly ToldCost[];
};

/** Over the days `from` to `to`, both inclusive. */
export type ToldCost = {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  /** Null: `share` of what it sold. */
  readonly minor: number | null;
  readonly share: number | null;
  readonly isEstimated: boolean;
};

export type Known = { readonly campaigns: readonly Campaign[]; readonly days: CampaignDays };

const plain = (name: string) => name.trim().toLowerCase();

/** What a campaign is called now, through any chain of names. */
export function nameNow(name: string, same: Told['same']): string {
  const seen = new Set<string>();
  let now = name;
  for (;;) {
    const next = same.find((each) => plain(each.name) === plain(now));
    if (!next || seen.has(plain(now))) return now;
    seen.add(plain(now));
    now = next.is;
  }
}

/** Campaigns under the names they go by now: one entry a name, with the ids of files that are it. */
export function campaignsNow(
  campaigns: readonly Campaign[],
  { same, kinds }: Pick<Told, 'same' | 'kinds'>,
): readonly (Campaign & { readonly ids: readonly number[] })[] {
  const now = new Map<string, Campaign & { ids: number[] }>();
  const kindOf = (name: string) => kinds.find((each) => plain(nameNow(each.name, same)) === plain(name))?.kind;
  // The campaign that has kept its name gives the id: what was planned by it still holds.
  const ordered = campaigns.toSorted((a, b) => Number(isOld(a.name)) - Number(isOld(b.name)) || a.id - b.id);
  function isOld(name: string) {
    return plain(nameNow(name, same)) !== plain(name);
  }
  for (const { id, name, kind } of ordered) {
    const called = nameNow(name, same);
    const known = now.get(plain(called));
    if (known) known.ids.push(id);
    else now.set(plain(called), { id, name: called, kind: kindOf(called) ?? kind, ids: [id] });
  }
  for (const { id, name, kind } of kinds) {
    const called = nameNow(name, same);
    if (!now.has(plain(called))) now.set(plain(called), { id, name: called, kind, ids: [id] });
  }
  return [...now.values()].sort((a, b) => Number(a.id < 0) - Number(b.id < 0) || Math.abs(a.id) - Math.abs(b.id));
}

type Row = { spend: number; sales: number; orders: number; goods: number };

/**
 * Campaigns and their days with what people said laid over what files tell: old names under the new one, and a typed
 * cost in equal whole parts on its days, where it stands in place of what files tell of them. Estimates do not become
 * spend: a guess is not fitted a curve to.
 *
 * @param range the days that are looked at, `before` exclusive: a typed cost counts with the days of it inside
 */
export function asTold(known: Known, told: Told, range: { readonly from: Day; readonly before: Day }): Known {
  const campaigns = campaignsNow(known.campaigns, told);
  const idOf = new Map(campaigns.flatMap(({ id, ids }) => ids.map((old) => [old, id] as const)));
  const rows = new Map<number, Map<number, Row>>(campaigns.map(({ id }) => [id, new Map<number, Row>()]));
  const { days } = known;
  days.campaign.forEach((campaign, at) => {
    const own = rows.get(idOf.get(campaign)!)!;
    const one = own.get(days.day[at]!);
    own.set(days.day[at]!, {
      // Of two names for one campaign, the one without a cost on a day tells nothing of it.
      spend: together(one?.spend, days.spendMinor[at]!),
      sales: (one?.sales ?? 0) + days.salesMinor[at]!,
      orders: (one?.orders ?? 0) + days.orders[at]!,
      goods: (one?.goods ?? 0) + days.goodsMinor[at]!,
    });
  });
  const [first, end] = [epochDay(range.from), epochDay(range.before)];
  for (const { name, minor, isEstimated, from, to } of told.costs) {
    const campaign = campaigns.find((each) => plain(each.name) === plain(nameNow(name, told.same)));
    if (!campaign || minor === null || isEstimated) continue;
    const own = rows.get(campaign.id)!;
    const [begin, last] = [epochDay(from), epochDay(to)];
    const length = last - begin + 1;
    for (let day = Math.max(begin, first); day <= Math.min(last, end - 1); day++) {
      const at = day - begin;
      const part = Math.floor((minor * (at + 1)) / length) - Math.floor((minor * at) / length);
      own.set(day, { ...(own.get(day) ?? { sales: 0, orders: 0, goods: 0 }), spend: part });
    }
  }
  return { campaigns: campaigns.map(({ ids: _, ...campaign }) => campaign), days: columnsOf(rows) };
}

function together(one: number | undefined, other: number): number {
  if (one === undefined || Number.isNaN(one)) return other;
  return Number.isNaN(other) ? one : one + other;
}

function columnsOf(rows: ReadonlyMap<number, ReadonlyMap<number, Row>>): CampaignDays {
  const flat = [...rows].flatMap(([campaign, days]) =>
    [...days].sort(([a], [b]) => a - b).map(([day, row]) => ({ campaign, day, ...row })),
  );
  return {
    campaign: Int32Array.from(flat, ({ campaign }) => campaign),
    day: Int32Array.from(flat, ({ day }) => day),
    spendMinor: Float64Array.from(flat, ({ spend }) => spend),
    salesMinor: Float64Array.from(flat, ({ sales }) => sales),
    orders: Float64Array.from(flat, ({ orders }) => orders),
    goodsMinor: Float64Array.from(flat, ({ goods }) => goods),
  };
}
