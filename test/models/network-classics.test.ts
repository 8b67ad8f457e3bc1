import { DirectedGraph, UndirectedGraph } from 'graphology';
import betweennessModule from 'graphology-metrics/centrality/betweenness.js';
import closenessModule from 'graphology-metrics/centrality/closeness.js';
import eigenvectorModule from 'graphology-metrics/centrality/eigenvector.js';
import pagerankModule from 'graphology-metrics/centrality/pagerank.js';
import { density } from 'graphology-metrics/graph/density.js';
import modularityModule from 'graphology-metrics/graph/modularity.js';
import { describe, expect, it } from 'vitest';
import { communitiesOf, type Links } from '../../models/network/communities.ts';
import { forestOf } from '../../models/network/forest.ts';
import { betweenness, influence } from '../../models/network/measures.ts';
import { randomBelow, seeded } from '../../models/random.ts';
import { families, florence, karate } from './support/graphs.ts';

/**
 * The measures of graphology are the yardstick for our own: first they have to give what the literature gives on graphs
 * that everybody knows (figures of networkx, reference/models.md section 22), then ours have to give what they give.
 */
const yardstick = {
  betweenness: betweennessModule as unknown as typeof betweennessModule.default,
  closeness: closenessModule as unknown as typeof closenessModule.default,
  modularity: modularityModule as unknown as typeof modularityModule.default,
  eigenvector: eigenvectorModule as unknown as typeof eigenvectorModule.default,
  pagerank: pagerankModule as unknown as typeof pagerankModule.default,
};

function graphOf({ people, from, to }: Links, graph = new UndirectedGraph()) {
  for (let person = 0; person < people; person++) graph.addNode(person);
  from.forEach((one, at) => void graph.addEdge(one, to[at]!));
  return graph;
}

/** Closed triples by people, and all triples: of these transitivity and clustering are made. */
function triples({ people, from, to }: Links) {
  const friends = Array.from({ length: people }, () => new Set<number>());
  from.forEach((one, at) => {
    friends[one]!.add(to[at]!);
    friends[to[at]!]!.add(one);
  });
  return friends.map((mine) => {
    const linked = [...mine].reduce(
      (sum, one) => sum + [...mine].filter((other) => friends[one]!.has(other)).length,
      0,
    );
    return { closed: linked / 2, all: (mine.size * (mine.size - 1)) / 2 };
  });
}

describe("Zachary's karate club", () => {
  const graph = graphOf(karate);

  it('has the links of the literature', () => {
    expect([graph.order, graph.size]).toEqual([34, 78]);
    expect(density(graph)).toBeCloseTo(0.139037, 6);
    const each = triples(karate);
    const sum = (of: (triple: { closed: number; all: number }) => number) =>
      each.reduce((all, one) => all + of(one), 0);
    expect(sum(({ closed }) => closed) / sum(({ all }) => all)).toBeCloseTo(0.255682, 6);
    expect(sum(({ closed, all }) => (all === 0 ? 0 : closed / all)) / 34).toBeCloseTo(0.570638, 6);
  });

  it('has the centralities of the literature', () => {
    const rank = yardstick.pagerank(graph, { getEdgeWeight: null, tolerance: 1e-12, maxIterations: 1000 });
    expect([rank[33], rank[0]]).toEqual([expect.closeTo(0.100919, 5), expect.closeTo(0.096997, 5)]);
    const between = yardstick.betweenness(graph);
    expect([between[0], between[33]]).toEqual([expect.closeTo(0.437635, 6), expect.closeTo(0.304075, 6)]);
    expect(yardstick.eigenvector(graph, { tolerance: 1e-9, maxIterations: 1000 })[33]).toBeCloseTo(0.373363, 5);
    expect(yardstick.closeness(graph)[0]).toBeCloseTo(0.568966, 6);
  });

  it('falls into the four communities of highest modularity, whatever the seed', () => {
    for (const seed of [1, 2, 3]) {
      const { of, count, modularity } = communitiesOf(karate, seeded(seed));
      expect(modularity).toBeCloseTo(0.41979, 6);
      expect([count, new Set(of).size]).toEqual([4, 4]);
      expect(of[0]).toBe(0);
      expect(of[33]).not.toBe(of[0]);
    }
  });
});

it('finds the Medici between the families of Florence', () => {
  const between = yardstick.betweenness(graphOf(florence));
  expect(between[families.indexOf('Medici')]).toBeCloseTo(0.521978, 6);
  expect(between[families.indexOf('Guadagni')]).toBeCloseTo(0.254579, 6);
});

describe('our measures of forests', () => {
  const random = seeded(7);
  const member = Int32Array.from({ length: 300 }, (_, at) => at + 1).filter(() => random() < 0.9);
  const sponsor = member.map((person) => randomBelow(person, random));
  const forest = forestOf({ member, sponsor });
  const upwards = { people: forest.id.length, from: new Int32Array(member.length), to: new Int32Array(member.length) };
  let link = 0;
  forest.parent.forEach((above, at) => {
    if (above === -1) return;
    upwards.from[link] = at;
    upwards.to[link++] = above;
  });
  const graph = graphOf(upwards, new DirectedGraph() as unknown as UndirectedGraph);

  it('give the PageRank and the betweenness that graphology gives', () => {
    expect(link).toBe(member.length);
    const rank = yardstick.pagerank(graph, { getEdgeWeight: null, tolerance: 1e-14, maxIterations: 1000 });
    const between = yardstick.betweenness(graph, { normalized: false });
    influence(forest).forEach((value, at) => void expect(value).toBeCloseTo(rank[at]!, 10));
    betweenness(forest).forEach((value, at) => void expect(value).toBeCloseTo(between[at]!, 6));
  });

  it('find communities as far apart as they say, each leaf with the one it hangs on', () => {
    const { of, modularity } = communitiesOf(upwards, seeded(1));
    const grouped = graphOf(upwards);
    of.forEach((community, person) => void grouped.setNodeAttribute(person, 'community', community));
    expect(modularity).toBeCloseTo(yardstick.modularity(grouped, { getEdgeWeight: null }), 10);
    expect(modularity).toBeGreaterThan(0.8);
    forest.direct.forEach((direct, at) => {
      if (direct === 0 && forest.parent[at] !== -1) expect(of[at]).toBe(of[forest.parent[at]!]);
    });
    expect(communitiesOf(upwards, seeded(1))).toEqual({ of, modularity, count: new Set(of).size });
  });
});
