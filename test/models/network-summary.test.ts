import { describe, expect, it } from 'vitest';
import { referralBranch } from '../../models/network/branch.ts';
import { network, ranked } from '../../models/network/network.ts';
import { randomBelow, seeded } from '../../models/random.ts';

type Buyer = { readonly id: number; readonly came: number; readonly last: number; readonly spent: number };

function viewOf(buyers: readonly Buyer[]) {
  const column = (value: (buyer: Buyer) => number) => Float64Array.from(buyers, value);
  return {
    id: Int32Array.from(buyers, ({ id }) => id),
    orders: column(({ came, last }) => (came === last ? 1 : 2)),
    revenueMinor: column(({ spent }) => spent),
    recencyDays: column(({ last }) => last),
    spanDays: column(({ came, last }) => came - last),
  };
}

function referralsOf(pairs: readonly (readonly [member: number, sponsor: number])[]) {
  return { member: Int32Array.from(pairs, ([one]) => one), sponsor: Int32Array.from(pairs, ([, other]) => other) };
}

/** 1 brought 2, 3 and 4; 2 brought 5 and 6; nobody knows 9, who brought 7 yesterday; 8 came and stayed alone. */
const few = {
  referrals: referralsOf([
    [2, 1],
    [3, 1],
    [4, 1],
    [5, 2],
    [6, 2],
    [7, 9],
  ]),
  view: viewOf([
    { id: 1, came: 700, last: 10, spent: 1 },
    { id: 2, came: 600, last: 10, spent: 10 },
    { id: 3, came: 500, last: 400, spent: 100 },
    { id: 4, came: 400, last: 400, spent: 1000 },
    { id: 5, came: 30, last: 30, spent: 10_000 },
    { id: 7, came: 1, last: 1, spent: 100_000 },
    { id: 8, came: 365, last: 300, spent: 1_000_000 },
  ]),
  seed: 1,
};

describe('a network of few', () => {
  const found = network(few);
  const sponsor = (id: number) => found.top.find((each) => each.id === id)!;

  it('counts everybody once in its totals', () => {
    expect(found).toMatchObject({ people: 8, members: 6, sponsors: 3, trees: 2, deepest: 2, strangers: 1 });
    expect(found.membersMinor).toBe(111_110);
    expect(found.shopMinor).toBe(1_111_111);
    expect(found.top.reduce((sum, { directMinor }) => sum + directMinor, 0)).toBe(found.membersMinor);
  });

  it('asks only of who came long ago, or never bought, whether they stayed', () => {
    // 2 stayed; 3, 4 and 6 did not; 5 and 7 are too new.
    expect([found.told, found.active]).toEqual([4, 1]);
    expect(sponsor(9)).toMatchObject({ told: 0, active: null });
  });

  it('tells what each sponsor brought, at first hand and below', () => {
    expect(sponsor(1)).toMatchObject({
      direct: 3,
      next: 2,
      downline: 5,
      depth: 2,
      directMinor: 1110,
      belowMinor: 11_110,
    });
    expect(sponsor(2)).toMatchObject({ direct: 2, next: 0, downline: 2, directMinor: 10_000, between: 2 });
  });

  it('gives a sponsor the time since they came, or since somebody they brought did', () => {
    expect(sponsor(1).months).toBe(23);
    expect(sponsor(9).months).toBe(1);
  });

  it('draws the trees from their tops', () => {
    expect(found.picture.people.map(({ id, parent }) => [id, parent])).toEqual([
      [1, null],
      [2, 0],
      [9, null],
      [7, 2],
      [5, 1],
      [4, 0],
      [3, 0],
      [6, 1],
    ]);
    expect(found.picture.of).toBe(8);
  });

  it('goes on where files are wrong, and says so', () => {
    const wrong = referralsOf([
      [1, 1],
      [2, 3],
      [3, 2],
      [4, 3],
    ]);
    expect(network({ ...few, referrals: wrong })).toMatchObject({
      leftOut: { selves: 1, circles: 1, twice: 0 },
      members: 2,
    });
    expect(network({ ...few, referrals: referralsOf([[1, 1]]) })).toMatchObject({ members: 0, trees: 0, virality: 0 });
  });
});

describe('the branch of one person', () => {
  it('is told step by step, each counted once', () => {
    const found = referralBranch({ ...few, person: 1 })!;
    expect(found.above).toEqual([]);
    expect(found.steps).toEqual([
      { people: 3, revenueMinor: 1110, told: 3, active: 1 },
      { people: 2, revenueMinor: 10_000, told: 1, active: 0 },
    ]);
    expect(found.sponsor).toEqual(network(few).top.find(({ id }) => id === 1));
  });

  it('knows the way up, and says when there is nothing', () => {
    const found = referralBranch({ ...few, person: 5 })!;
    expect(found.above).toEqual([2, 1]);
    expect(found.steps).toEqual([]);
    expect(found.picture.people).toHaveLength(1);
    expect(referralBranch({ ...few, person: 8 })).toBeNull();
  });
});

/** Sponsors 1, 101, 201 … each of whom brought 59, with days that the test chooses. */
function groups(habits: readonly ((member: number) => Pick<Buyer, 'came' | 'last'>)[]) {
  const pairs: [number, number][] = [];
  const buyers: Buyer[] = [];
  habits.forEach((habit, group) => {
    const head = 1 + 100 * group;
    buyers.push({ id: head, came: 900, last: 5, spent: 1 });
    for (let member = 1; member < 60; member++) {
      pairs.push([head + member, head]);
      buyers.push({ id: head + member, spent: 1, ...habit(member) });
    }
  });
  return { referrals: referralsOf(pairs), view: viewOf(buyers), seed: 1 };
}

it('finds the groups that hang together, and which grow, fade or are silent', () => {
  const found = network(
    groups([
      (member) => (member < 40 ? { came: 20, last: 20 } : { came: 120, last: 20 }),
      (member) => (member < 5 ? { came: 20, last: 20 } : { came: 120, last: 20 }),
      (member) => (member < 30 ? { came: 20, last: 20 } : { came: 120, last: 20 }),
      () => ({ came: 400, last: 300 }),
    ]),
  ).groups;
  expect(found.large.map(({ members }) => members)).toEqual([60, 60, 60, 60]);
  expect(found.large.map(({ head, trend }) => [head, trend])).toEqual([
    [1, 'growing'],
    [101, 'fading'],
    [201, 'steady'],
    [301, 'silent'],
  ]);
  expect(found.large[0]).toMatchObject({ arrived: 39, arrivedBefore: 20, told: 21, active: 21, revenueMinor: 60 });
  expect([found.count, found.half]).toEqual([4, 2]);
});

it('does not put the sponsor of one who stayed first, nor the newest', () => {
  const random = seeded(2);
  const pairs: [number, number][] = [];
  const buyers: Buyer[] = [];
  for (let id = 1; id <= 60; id++) buyers.push({ id, came: id === 60 ? 3 : 900, last: 3, spent: 1 });
  const bring = (sponsor: number, stays: boolean, came = 300) => {
    const id = 61 + pairs.length;
    pairs.push([id, sponsor]);
    buyers.push({ id, came, last: stays ? 10 : came, spent: 1 });
  };
  for (let i = 0; i < 80; i++) bring(1, i < 64);
  for (let sponsor = 2; sponsor < 40; sponsor++) {
    const people = 1 + randomBelow(9, random);
    for (let i = 0; i < people; i++) bring(sponsor, random() < 0.3);
  }
  bring(40, true);
  bring(60, true, 2);
  const { top } = network({ referrals: referralsOf(pairs), view: viewOf(buyers), seed: 1 });
  expect(ranked(top, 'active')[0]!.id).toBe(1);
  expect(ranked(top, 'rate')[0]!.id).toBe(1);
  const one = top.find(({ id }) => id === 40)!.active!;
  expect(one.value).toBeLessThan(0.9);
  expect(one.low).toBeLessThan(one.value);
  const newest = top.find(({ id }) => id === 60)!;
  expect(newest.perMonth!.value).toBeLessThan(newest.direct / newest.months!);
});

it('says the same whatever order the rows are in', () => {
  const { referrals, view, seed } = groups([() => ({ came: 30, last: 20 }), () => ({ came: 200, last: 20 })]);
  const turned = { member: referrals.member.toReversed(), sponsor: referrals.sponsor.toReversed() };
  expect(network({ referrals: turned, view, seed })).toEqual(network({ referrals, view, seed }));
});
