import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DirectedGraph } from 'graphology';
import pagerankModule from 'graphology-metrics/centrality/pagerank.js';
import { connect } from '../../data/database.ts';
import { inspectFile } from '../../data/facts/import/file.ts';
import { openFacts } from '../../data/facts/open.ts';
import { sampleShop } from '../../data/sample/shop.ts';
import { forestOf } from '../../models/network/forest.ts';
import { influence } from '../../models/network/measures.ts';
import { openPool } from '../../src/worker/pool.ts';
import { bigNetwork } from './big-network.ts';
import { duckFeatures } from './duck.ts';
import { kMeansWorks } from './k-means-works.ts';

/** What one piece of work cost: the processor's time of all threads, the clock's, and the most memory the process held. */
export type Cost = { readonly cpuMs: number; readonly wallMs: number; readonly peakMb: number };

/** Its types say that there is a `default` inside; the function itself is what Node finds. */
const pagerank = pagerankModule as unknown as typeof pagerankModule.default;

/** The day after the last of the big shop. */
const BEFORE = '2026-01-01';
/** How often another writer comes while a file goes in. */
const PROBE_MS = 20;

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [cpu, started] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  const wallMs = performance.now() - started;
  return { cpuMs: (user + system) / 1000, wallMs, peakMb: process.resourceUsage().maxRSS / 1024 };
}

/** Loads a file in a worker as the bot does, while this thread writes a row now and then. */
async function load(file: string, path: string) {
  const pool = openPool(file);
  const other = connect(file);
  other.exec('CREATE TABLE knock (at REAL)');
  const knock = other.prepare('INSERT INTO knock VALUES (?)');
  let isLoading = true;
  const waitsMs: number[] = [];
  let rows = 0;
  async function probe(): Promise<void> {
    while (isLoading) {
      const asked = performance.now();
      knock.run(asked);
      waitsMs.push(performance.now() - asked);
      await pause(PROBE_MS);
    }
  }
  const cost = await costOf(async () => {
    const probing = probe();
    ({ rows } = await pool.facts.imports.load({
      path,
      name: 'orders.csv',
      learnedAt: Date.now(),
      shop: { ...sampleShop, demo: false },
    }));
    isLoading = false;
    await probing;
  });
  await pool.close();
  other.close();
  waitsMs.sort((one, next) => one - next);
  const waitMs = { p99: waitsMs[Math.floor(0.99 * waitsMs.length)]!, longest: waitsMs.at(-1)! };
  return { ...cost, rows, waitMs };
}

async function features(file: string) {
  const { customers } = openFacts(connect(file));
  const view = await costOf(() => customers.view({ before: BEFORE }));
  let found = { customers: 0, revenueMinor: 0, products: 0, cheapest: 0 };
  const cost = await costOf(async () => {
    const { id, revenueMinor, products, priceShare1 } = await customers.features({ before: BEFORE });
    const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
    found = {
      customers: id.length,
      revenueMinor: sum(revenueMinor),
      products: sum(products),
      cheapest: Math.round(sum(priceShare1)),
    };
  });
  return { view, ...cost, found };
}

/** The tables that the features are made of, as CSV: what DuckDB starts from. */
async function writeTables(file: string, folder: string) {
  const db = connect(file);
  for (const table of ['sale_order', 'sale_line', 'customer']) {
    const names = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    const rows = db.prepare<[], string>(
      `SELECT concat_ws(',', ${names.map((name) => `ifnull(${name}, '')`).join(', ')}) FROM ${table}`,
    );
    const csv = openSync(join(folder, `${table}.csv`), 'w');
    let text = `${names.join(',')}\n`;
    for (const row of rows.pluck().iterate()) {
      text += `${row}\n`;
      if (text.length < 1 << 20) continue;
      writeSync(csv, text);
      text = '';
    }
    writeSync(csv, text);
    closeSync(csv);
  }
  return {};
}

async function workbook(path: string) {
  let cells = 0;
  const cost = await costOf(async () => {
    const { tables } = await inspectFile(path);
    for await (const batch of tables[0]!.rows()) for (const row of batch) cells += row.cells.length;
  });
  return { ...cost, cells };
}

async function workbookPeer(path: string) {
  const { readSheet } = await import('read-excel-file/node').catch(() => ({ readSheet: null }));
  if (readSheet === null) return null;
  let cells = 0;
  const cost = await costOf(async () => {
    for (const row of await readSheet(readFileSync(path))) cells += row.length;
  });
  return { ...cost, cells };
}

/** The large network from its referrals to the answer, as the bot's worker computes it; and one measure of it alone. */
async function networkWork() {
  const request = bigNetwork();
  const pool = openPool(':memory:');
  let groups = 0;
  const cost = await costOf(async () => {
    groups = (await pool.compute('network', request)).groups.count;
  });
  await pool.close();
  const forest = forestOf(request.referrals);
  const { wallMs } = await costOf(async () => influence(forest));
  return { ...cost, groups, influenceMs: wallMs };
}

async function networkPeer() {
  const { member, sponsor } = bigNetwork().referrals;
  const graph = new DirectedGraph();
  let rankMs = 0;
  const cost = await costOf(async () => {
    member.forEach((person, at) => void graph.mergeEdge(person, sponsor[at]!));
    const started = performance.now();
    pagerank(graph, { getEdgeWeight: null });
    rankMs = performance.now() - started;
  });
  return { ...cost, rankMs };
}

/** Each is run in a process of its own, by `once`, so that its memory is its own. */
const works = {
  ...kMeansWorks,
  load,
  features,
  writeTables,
  duckFeatures: (folder: string) => duckFeatures(folder, BEFORE, costOf),
  workbook,
  workbookPeer,
  network: networkWork,
  networkPeer,
};
export type Works = typeof works;

const [name, ...args] = process.argv.slice(2) as [keyof Works, ...string[]];
console.log(JSON.stringify(await (works[name] as (...args: readonly string[]) => Promise<unknown>)(...args)));
