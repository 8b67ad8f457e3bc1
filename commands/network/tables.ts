import { type Group, LEAST_MEMBERS } from '../../models/network/groups.ts';
import type { Ranking } from '../../models/network/network.ts';
import type { Sponsor } from '../../models/network/sponsors.ts';
import { type Said, say, type Words } from '../../words/say.ts';
import type { Column, Table, Value } from '../reply.ts';
import { trendWords } from './words.ts';

export const rankingTitles: Readonly<Record<Ranking, Said>> = {
  spent: say`Sponsors by what those they brought spent`,
  brought: say`Sponsors by how many they brought`,
  below: say`Sponsors by how many came through them at any hand`,
  rate: say`Sponsors by how many they bring a month at least`,
  active: say`Sponsors by how many of theirs keep buying at least`,
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
  { title: say`Brought`, unit: 'count', of: direct, among: direct },
  { title: say`Brought by those`, unit: 'count', of: ({ next }) => next, among: ({ next }) => next },
  { title: say`All below`, unit: 'count', of: downline, among: downline },
  { title: say`Steps`, unit: 'count', of: ({ depth }) => depth, among: downline },
  { title: say`Spend of brought`, unit: 'money', of: ({ directMinor }) => directMinor, among: direct },
  { title: say`Spend of all below`, unit: 'money', of: ({ belowMinor }) => belowMinor, among: downline },
];
const months: SponsorColumn = {
  title: say`Months here`,
  unit: 'count',
  of: (sponsor) => sponsor.months,
  among: direct,
};
const bringsLeast: readonly SponsorColumn[] = [
  { title: say`Brings a month`, unit: 'number', of: ({ perMonth }) => perMonth?.value ?? null, among: direct },
  { title: say`Brings at least`, unit: 'number', of: ({ perMonth }) => perMonth?.low ?? null, among: direct },
];
const bringsMost: SponsorColumn = {
  title: say`Brings at most`,
  unit: 'number',
  of: ({ perMonth }) => perMonth?.high ?? null,
  among: direct,
};
const keepsLeast: readonly SponsorColumn[] = [
  { title: say`Keep buying`, unit: 'share', of: ({ active }) => active?.value ?? null, among: told },
  { title: say`Keep at least`, unit: 'share', of: ({ active }) => active?.low ?? null, among: told },
];
const keepsMost: readonly SponsorColumn[] = [
  { title: say`Keep at most`, unit: 'share', of: ({ active }) => active?.high ?? null, among: told },
  { title: say`Keep buying of`, unit: 'count', of: told, among: told },
];
const reach: readonly SponsorColumn[] = [
  { title: say`Influence`, unit: 'share', of: ({ influence }) => influence, among: downline },
  { title: say`Pairs linked`, unit: 'count', of: ({ between }) => between, among: downline },
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
  names: readonly Words[],
  { title, columns, open }: { readonly title: Words; readonly columns: keyof typeof sets; readonly open: boolean },
): Table {
  const set = sets[columns];
  return {
    kind: 'table',
    title,
    columns: [{ title: say`Sponsor`, unit: 'text' }, ...set.map(({ title, unit }): Column => ({ title, unit }))],
    rows: sponsors.map((sponsor, at) => [
      names[at]!,
      ...set.map(({ of, among }) => (open || among(sponsor) >= LEAST_MEMBERS ? of(sponsor) : null)),
    ]),
  };
}

export function groupTable(groups: readonly Group[], names: readonly Words[]): Table {
  return {
    kind: 'table',
    title: say`Groups that hang together, by the person at their top`,
    columns: [
      { title: say`Group`, unit: 'text' },
      { title: say`People`, unit: 'count' },
      { title: say`New in 90 days`, unit: 'count' },
      { title: say`In the 90 before`, unit: 'count' },
      { title: say`Keep buying`, unit: 'share' },
      { title: say`Spent`, unit: 'money' },
      { title: say`It is`, unit: 'text' },
    ],
    rows: groups.map(({ members, arrived, arrivedBefore, told, active, revenueMinor, trend }, at) => [
      names[at]!,
      members,
      arrived,
      arrivedBefore,
      told === 0 ? null : active / told,
      revenueMinor,
      trendWords[trend],
    ]),
  };
}
