import { type Group, LEAST_MEMBERS } from '../../models/network/groups.ts';
import type { Ranking } from '../../models/network/network.ts';
import type { Sponsor } from '../../models/network/sponsors.ts';
import type { Column, Table, Value } from '../reply.ts';

export const rankingWords: Readonly<Record<Ranking, string>> = {
  spent: 'what those they brought spent',
  brought: 'how many they brought',
  below: 'how many came through them at any hand',
  rate: 'how many they bring a month at least',
  active: 'how many of theirs keep buying at least',
};

type SponsorColumn = Column & {
  readonly of: (sponsor: Sponsor) => Value;
  /** The people it tells of. */
  readonly among: (sponsor: Sponsor) => number;
};

const direct = (sponsor: Sponsor) => sponsor.direct;
const downline = (sponsor: Sponsor) => sponsor.downline;
const told = (sponsor: Sponsor) => sponsor.told;

const brings: readonly SponsorColumn[] = [
  { title: 'Brought', unit: 'count', of: direct, among: direct },
  { title: 'Brought by those', unit: 'count', of: ({ next }) => next, among: ({ next }) => next },
  { title: 'All below', unit: 'count', of: downline, among: downline },
  { title: 'Steps', unit: 'count', of: ({ depth }) => depth, among: downline },
  { title: 'Spend of brought', unit: 'money', of: ({ directMinor }) => directMinor, among: direct },
  { title: 'Spend of all below', unit: 'money', of: ({ belowMinor }) => belowMinor, among: downline },
];
const months: SponsorColumn = { title: 'Months here', unit: 'count', of: (sponsor) => sponsor.months, among: direct };
const bringsLeast: readonly SponsorColumn[] = [
  { title: 'Brings a month', unit: 'number', of: ({ perMonth }) => perMonth?.value ?? null, among: direct },
  { title: 'Brings at least', unit: 'number', of: ({ perMonth }) => perMonth?.low ?? null, among: direct },
];
const bringsMost: SponsorColumn = {
  title: 'Brings at most',
  unit: 'number',
  of: ({ perMonth }) => perMonth?.high ?? null,
  among: direct,
};
const keepsLeast: readonly SponsorColumn[] = [
  { title: 'Keep buying', unit: 'share', of: ({ active }) => active?.value ?? null, among: told },
  { title: 'Keep at least', unit: 'share', of: ({ active }) => active?.low ?? null, among: told },
];
const keepsMost: readonly SponsorColumn[] = [
  { title: 'Keep at most', unit: 'share', of: ({ active }) => active?.high ?? null, among: told },
  { title: 'Keep buying of', unit: 'count', of: told, among: told },
];
const reach: readonly SponsorColumn[] = [
  { title: 'Influence', unit: 'share', of: ({ influence }) => influence, among: downline },
  { title: 'Pairs linked', unit: 'count', of: ({ between }) => between, among: downline },
];

const sets = {
  brings,
  keeps: [months, ...bringsLeast, ...keepsLeast, reach[0]!],
  all: [...brings, months, ...bringsLeast, bringsMost, ...keepsLeast, ...keepsMost, ...reach],
} as const satisfies Readonly<Record<string, readonly SponsorColumn[]>>;

/**
 * Sponsors under their names. `open` is for those who may read names; for others what tells of fewer than 20 people,
 * who could be known by it, stays out.
 */
export function sponsorTable(
  sponsors: readonly Sponsor[],
  names: readonly string[],
  { title, columns, open }: { readonly title: string; readonly columns: keyof typeof sets; readonly open: boolean },
): Table {
  const set = sets[columns];
  return {
    kind: 'table',
    title,
    columns: [{ title: 'Sponsor', unit: 'text' }, ...set.map(({ title, unit }): Column => ({ title, unit }))],
    rows: sponsors.map((sponsor, at) => [
      names[at]!,
      ...set.map(({ of, among }) => (open || among(sponsor) >= LEAST_MEMBERS ? of(sponsor) : null)),
    ]),
  };
}

export function groupTable(groups: readonly Group[], names: readonly string[]): Table {
  return {
    kind: 'table',
    title: 'Groups that hang together, by the person at their top',
    columns: [
      { title: 'Group', unit: 'text' },
      { title: 'People', unit: 'count' },
      { title: 'New in 90 days', unit: 'count' },
      { title: 'In the 90 before', unit: 'count' },
      { title: 'Keep buying', unit: 'share' },
      { title: 'Spent', unit: 'money' },
      { title: 'It is', unit: 'text' },
    ],
    rows: groups.map(({ members, arrived, arrivedBefore, told, active, revenueMinor, trend }, at) => [
      names[at]!,
      members,
      arrived,
      arrivedBefore,
      told === 0 ? null : active / told,
      revenueMinor,
      trend,
    ]),
  };
}
