import { describe, expect, it } from 'vitest';
import type { KeptSegments } from '../../commands/runs/segments.ts';
import { againOf, SAME } from '../support/again.ts';
import { demoHouse, fact, rina, table, vina, words } from '../support/house.ts';

describe('/segment name', () => {
  it('gives a group the team’s own name, on record, and the next groups carry it on', async () => {
    const { say, state, facts } = demoHouse();
    const earlier = await say('/segment as-of:2026-02-02');
    const receipt = fact(earlier, 'Customers').receipt!;
    state.atomically(() => state.segmentNames.set(receipt, 0, 'VIP', 'web:rina', 0));

    const answer = await say('/segment');
    expect(table(answer).rows[0]![0]).toBe('VIP');
    expect(words(answer)).toMatch(/VIP: keeps its name, \d\d% the same people as in S-1/);
    // Whoever is counted by an import and is in no group is said to be.
    const { customers } = await facts.coverage();
    const left = customers - Number(fact(answer, 'Customers').value);
    expect(words(answer)).toContain(
      `${left} of ${customers.toLocaleString('en')} customers in your orders are in no group`,
    );

    const renamed = await say('/segment name from:VIP to:"Our best"', rina);
    expect(renamed.outcome).toBe('answered');
    expect(table(await say('/segment')).rows[0]![0]).toBe('Our best');
    expect(state.audit.about(fact(answer, 'Customers').receipt!)).toMatchObject([
      { act: 'group renamed', actor: 'web:rina', detail: { from: 'VIP', to: 'Our best' } },
    ]);
  });

  it('keeps a name with markup as the words it is; making it harmless is for the doors (test/render)', async () => {
    const { say } = demoHouse();
    const [first] = table(await say('/segment')).rows;
    const name = '<!channel> *Stars* <b>';
    await say(`/segment name from:"${first![0]}" to:"${name}"`, rina);
    const answer = await say('/segment');
    expect(table(answer).rows[0]![0]).toBe(name);
  });

  it('refuses a name that is taken, a group that is none, and who may not', async () => {
    const { say } = demoHouse();
    const names = table(await say('/segment')).rows.map(([name]) => String(name));
    const taken = await say(`/segment name from:"${names[0]}" to:"${names[1]!.toUpperCase()}"`, rina);
    expect(taken).toMatchObject({ outcome: 'refused' });
    expect(taken.title).toMatch(/^Another group is called/);
    const unknown = await say(`/segment name from:"${names[0]!.slice(0, -1)}" to:VIP`, rina);
    expect(words(unknown)).toContain(`Did you mean "${names[0]!}"?`);
    expect((await say(`/segment name from:"${names[0]}" to:VIP`, vina)).outcome).toBe('refused');
    const old = await say(`/segment name from:"${names[0]}" to:VIP run:S-999`, rina);
    expect(old.title).toBe('S-999 is not the newest any more');
  });
});

describe('/segment who', () => {
  it('puts a customer into the nearest group, and says how near the next one is to whoever asks how sure that is', async () => {
    const { say, house } = demoHouse();
    const { rows } = table(await say('/segment'));
    for (const [name, , , , typical, orders, days] of rows) {
      const spent = Math.round(Number(typical) * Number(orders));
      const answer = await say(`/segment who r:${Math.round(Number(days))} f:${Math.round(Number(orders))} m:${spent}`);
      expect(answer.title).toBe(name);
      expect(
        answer.parts.flatMap((part) => (part.kind === 'facts' ? part.facts.map(({ label }) => label) : [])),
      ).toEqual(['Group']);
      const { name: again, input } = answer.actions![0]!.ask;
      const whole = (await house.ask({ name: again, input }, rina)) as typeof answer;
      expect(fact(whole, 'Distance to that').value).toBeGreaterThan(
        Number(fact(whole, 'Distance to its centre').value),
      );
    }
  });

  it('does not write off somebody whose only order is days old, and says where the rule sees another group', async () => {
    const { say } = demoHouse();
    const fresh = await say('/segment who r:3 f:1 m:150000');
    expect(words(fresh)).toContain('New: the only order was 3 days ago.');
    expect(words(fresh)).not.toContain('Do next:');
    const border = await say('/segment who r:30 f:5 m:1.5M');
    expect(border.tone).toBe('careful');
    expect(words(border)).toMatch(/On the border to .+, for whom: .+ take the gentler one/);
  });

  it('says what else the groups go by, and that the middle customer stands in for it', async () => {
    const { say } = demoHouse();
    const ask = '/segment who r:30 f:5 m:1.5M';
    expect(words(await say(ask))).not.toContain('was not told');
    await say('/segment use features:behaviour');
    expect(words(await say(ask))).toMatch(/These groups also go by .*promo use.*: as that was not told, the middle/);
  });

  it('leads on from the groups and from who moved to what comes next', async () => {
    const { say } = demoHouse();
    const moves = await say('/segment moves');
    const list = moves.actions!.find(({ label }) => label === 'List the largest move')!;
    expect(words(moves)).toMatch(new RegExp(`${list.ask.input.from} → ${list.ask.input['fell-to']}`, 'i'));
    for (const line of ['/segment', '/segment moves']) {
      const { actions = [] } = await say(line);
      expect(actions.map(({ ask }) => ask.name)).toContain('segment next');
    }
  });

  it('refuses what no customer is', async () => {
    const { say } = demoHouse();
    expect((await say('/segment who r:-1 f:5 m:100')).outcome).toBe('refused');
    expect((await say('/segment who r:3 f:0 m:100')).outcome).toBe('refused');
    expect((await say('/segment who r:3 f:1')).outcome).toBe('refused');
  });
});

describe('/segment moves', () => {
  it('counts everyone once: who stayed, who moved, who stopped, who is new', async () => {
    const { say } = demoHouse();
    const answer = await say('/segment moves');
    const all = Number(fact(answer, 'All customers, each once').value);
    const again = Number(fact(answer, 'Of these, bought again since').value);
    const [before] = answer.parts.flatMap((part) => (part.kind === 'facts' ? part.facts.slice(0, 1) : []));
    expect(Number(before!.value) + Number(fact(answer, 'New since').value)).toBe(all);
    expect(fact(await say('/segment'), 'Customers').value).toBe(all);
    const { rows } = table(answer, 'Of each group, where its customers are now');
    expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(Number(before!.value));
    let stopped = 0;
    for (const row of rows) {
      const shares = row.slice(2, 3 + rows.length).map(Number);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      stopped += Math.round(Number(row[1]) * shares.at(-1)!);
    }
    expect(stopped).toBe(Number(before!.value) - again);
    expect((await say('/why M-1')).outcome).toBe('answered');
  });

  it('refuses a day too near or before there were customers', async () => {
    const { say } = demoHouse();
    expect((await say('/segment moves since:2026-04-10')).title).toMatch(/too near/);
    expect((await say('/segment moves since:2020-01-01')).title).toMatch(/hardly any customers/);
  });
});

describe('/segment split', () => {
  it('shows groups inside a group that add up to it, or refuses with the figures', async () => {
    const house = demoHouse();
    const { say } = house;
    const { rows } = table(await say('/segment'));
    for (const [name, customers] of rows) {
      const answer = await say(`/segment split "${name}"`, rina);
      if (answer.outcome === 'refused') {
        expect(words(answer)).toMatch(/shuffled data reaches|come back/);
        continue;
      }
      const inside = table(answer).rows;
      expect(inside.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(customers);
      expect(inside.every(([path]) => String(path).startsWith(`${name} › `))).toBe(true);
    }
    expect(await againOf(house, 'split')).toEqual([SAME]);
  });
});

describe('/segment quality and k:', () => {
  it('shows every number of groups beside chance, and takes another when asked', async () => {
    const { say, state } = demoHouse();
    const quality = await say('/segment quality');
    const { rows } = table(quality);
    expect(rows.map(([k]) => k)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    const chosen = rows.find(([k]) => quality.title === `Why ${k} groups`)!;
    expect(Number(chosen[2])).toBeGreaterThan(Number(chosen[3]));
    expect(Number(chosen[4])).toBeGreaterThan(Number(chosen[5]));
    expect(Number(chosen[6])).toBeLessThan(Number(chosen[7]));
    for (let at = 1; at < rows.length; at++) expect(Number(rows[at]![1])).toBeLessThan(Number(rows[at - 1]![1]));

    const trial = await say('/segment k:5');
    expect(table(trial).rows).toHaveLength(5);
    // A look at another number is no new truth: the groups and their names stay.
    expect(state.runs.latest('segments')!.id).toBe('S-1');
    expect(table(await say('/segment')).rows.length).toBe(Number(chosen[0]));
  });
});

describe('/segment features', () => {
  it('tries another set without touching the names, and keeps to it once told', async () => {
    const { say, state } = demoHouse();
    const usual = await say('/segment');
    const trial = await say('/segment features:behaviour');
    expect(words(trial)).toMatch(/Told apart by .*promo use/);
    expect(fact(await say('/segment'), 'Customers').receipt).toBe(fact(usual, 'Customers').receipt);

    expect((await say('/segment use features:behaviour', vina)).outcome).toBe('refused');
    const used = await say('/segment use features:behaviour', rina);
    expect(used.tone).toBe('good');
    const now = await say('/segment');
    expect(table(now).rows.length).toBe(table(trial).rows.length);
    expect(state.audit.about(fact(trial, 'Customers').receipt!)).toMatchObject([{ act: 'segment features chosen' }]);

    const moves = await say('/segment moves');
    expect(moves.outcome).toBe('answered');
    expect(fact(moves, 'All customers, each once').value).toBe(fact(now, 'Customers').value);
    expect((await say('/segment use behaviour', rina)).title).toMatch(/^Groups are found by that already/);
  });

  it('says what is missing for groups of a table of customers', async () => {
    const { say } = demoHouse();
    expect((await say('/segment features:profile')).title).toBe('I have no table of customers to find groups in');
  });
});

describe('/segment profile', () => {
  it('tells what sets groups apart, and of one group what to do and what to send', async () => {
    const { say } = demoHouse();
    const groups = table(await say('/segment'));
    const answer = await say('/segment profile');
    const { columns, rows } = table(answer);
    expect(rows.map(([name, customers]) => [name, customers])).toEqual(groups.rows.map(([name, n]) => [name, n]));
    const at = (title: string) => columns.findIndex((column) => column.title === title);
    expect(at('Past sales')).toBeGreaterThan(0);
    for (const row of rows) expect(row[at('Promo use')]).toBeGreaterThan(0);
    const again = rows.map((row) => Number(row[at('Ordered again in 28 days')]));
    expect(again[0]).toBeGreaterThan(again.at(-1)!);

    const one = await say(`/segment profile name:"${rows[0]![0]}"`);
    expect(one.title).toMatch(new RegExp(`^${rows[0]![0]}: `));
    expect(words(one)).toMatch(/What to send: .+/);
    expect(words(one)).toMatch(/Where: \w+ \d+% \(all: \d+%\)/);
    expect(fact(one, 'Past sales').value).toBe(rows[0]![at('Past sales')]);
    expect((await say('/segment profile name:nobody')).outcome).toBe('refused');
  });
});

describe('a group whose people changed', () => {
  it('gets a name of its own, and whether to keep the old one is asked', async () => {
    const { say, state } = demoHouse({ fresh: true });
    const before = state.runs.byId(fact(await say('/segment as-of:2026-02-02'), 'Customers').receipt!)!;
    const { clusters, ...rest } = before.result as KeptSegments;
    // The first group as it might have been found before: as two, told apart by how recently they bought.
    const [first, ...others] = clusters!.centroids;
    const shifted = (by: number) => first!.map((value, at) => (at === 0 ? value + by : value));
    const [segment, ...segments] = clusters!.segments;
    const split = {
      ...clusters!,
      k: clusters!.k + 1,
      centroids: [shifted(0.4), shifted(-0.4), ...others],
      segments: [{ ...segment!, name: 'VIP' }, { ...segment!, name: 'Gold' }, ...segments],
    };
    state.atomically(() => state.runs.keep({ ...before, key: 'as two', result: { ...rest, clusters: split } }, 0));

    const answer = await say('/segment');
    const asked = /Keep names\? "([^"]+)" is nobody's name now; (\d\d)% of the people/.exec(words(answer));
    expect(Number(asked![2])).toBeLessThan(50);
    const keep = answer.actions!.find(({ label }) => label === `Keep "${asked![1]}"`)!;
    expect(keep.confirm).toContain(`is called "${asked![1]}" from now on`);
    const { from } = keep.ask.input;
    const { outcome } = await say(
      `/segment name from:"${from}" to:"${keep.ask.input.to}" run:${keep.ask.input.run}`,
      rina,
    );
    expect(outcome).toBe('answered');
    const names = table(await say('/segment')).rows.map(([name]) => String(name).toLowerCase());
    expect(names).toContain(asked![1]!.toLowerCase());
    expect(names).not.toContain(String(from).toLowerCase());
  });
});

it('/segment moves csv:yes gives every way with its range, small ones without figures', async () => {
  const { say } = demoHouse();
  const { parts } = await say('/segment moves csv:yes');
  const file = parts.find((part) => part.kind === 'file')!;
  const [head, ...rows] = file.kind === 'file' ? file.content.trim().split(/\r?\n/) : [];
  expect(head!.replace(/^\uFEFF/, '')).toMatch(/^Was,Now,Customers,Share,Low 95%,High 95%,Past sales/);
  const cells = rows.map((row) => row.split(','));
  expect(cells).toHaveLength(12);
  for (const [, , customers, share, low, high] of cells) {
    if (customers === '') continue;
    expect(Number(customers)).toBeGreaterThanOrEqual(20);
    expect(Number(low)).toBeLessThan(Number(share));
    expect(Number(high)).toBeGreaterThan(Number(share));
  }
});

describe('/segment ties:first', () => {
  it('parts equal order counts as tutorials do, and says so', async () => {
    const { say } = demoHouse();
    const alike = await say('/segment by:rfm');
    const first = await say('/segment ties:first');
    expect(first.title).toBe('RFM segments');
    expect(words(alike)).toContain('customers with equal values get equal scores');
    expect(words(first)).toContain('Fifths as in pandas qcut; equal order counts are split by the order of rows.');
    const people = (answer: Awaited<ReturnType<typeof say>>) =>
      table(answer).rows.reduce((sum, [, customers]) => sum + Number(customers), 0);
    expect(people(first)).toBe(people(alike));
    expect(table(first).rows).not.toEqual(table(alike).rows);
  });
});
