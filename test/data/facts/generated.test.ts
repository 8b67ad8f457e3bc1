import { describe, expect, it } from 'vitest';
import { NeedsRepair } from '../../../data/facts/errors.ts';
import { type Chance, seededChance } from '../../../data/sample/random.ts';
import type { ImportReport } from '../../../data/types/imports.ts';
import { harmless } from '../../gen/damage.ts';
import { bytesOf, type Cell, type Draft } from '../../gen/file.ts';
import { orderFiles, otherFiles } from '../../gen/files/index.ts';
import { type ListFile, listFiles, spendFiles } from '../../gen/files/lists.ts';
import type { OrderFile } from '../../gen/files/order-file.ts';
import { reportFiles } from '../../gen/files/reports.ts';
import { all, DAY_MS, type Ledger, makeLedger, type Window } from '../../gen/ledger.ts';
import { foundIn, loadAnswering, unlessKnown } from '../../gen/reading.ts';
import { addTruths, truthOf } from '../../gen/truth.ts';
import { type Bench, emptyShop, learnedAt } from './fixture.ts';

/** A file somebody sends, and how it was written. */
type Sent = { readonly draft: Draft; readonly bytes: Uint8Array };

/** Exports of one period that overlap; the later ones know more. */
function windowsOf({ firstDay }: Ledger): readonly Window[] {
  const at = (from: number, to: number, on: number): Window => ({
    from: firstDay + from,
    to: firstDay + to,
    on: (firstDay + on + 1) * DAY_MS,
  });
  return [at(0, 9, 9), at(5, 17, 17), at(0, 27, 27), at(14, 20, 34), at(8, 14, 31)];
}

/** Writes a file as people send it: in some form of its own, with some of the harmless damages. */
async function send(draft: Draft, chance: Chance): Promise<Sent> {
  let sent = draft;
  for (let times = Math.floor(chance.next() * 4); times > 0; times--) {
    const damage = chance.pick(harmless);
    if (!damage.fits || damage.fits(sent)) sent = damage.draft?.(sent, chance) ?? sent;
  }
  return { draft: sent, bytes: await bytesOf(sent) };
}

async function loadAll(bench: Bench, { shop }: Ledger, files: readonly Sent[]): Promise<readonly ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const { draft, bytes } of files) {
    const loaded = await unlessKnown(
      loadAnswering((request) => bench.load(bytes, { shop, name: draft.name, ...request }), draft),
    );
    if (loaded) reports.push(loaded.report);
  }
  return reports;
}

function shuffle<Item>(of: readonly Item[], chance: Chance): readonly Item[] {
  return of
    .map((each) => ({ each, luck: chance.next() }))
    .sort((a, b) => a.luck - b.luck)
    .map(({ each }) => each);
}

/** One type of file for each platform, so that no order is told twice under two numbers. */
function platformsOf(chance: Chance, currency: OrderFile['currency']): readonly OrderFile[] {
  const files = shuffle(
    orderFiles.filter((file) => file.currency === currency),
    chance,
  );
  return files.filter(({ layout }, at) => files.findIndex((each) => each.layout === layout) === at).slice(0, 3);
}

describe.each(orderFiles.map((file) => ({ ...file })))('$name', (file) => {
  it('is read as what it is, and tells the truth', async () => {
    const ledger = makeLedger(seededChance(1), { currency: file.currency });
    const bench = emptyShop();

    const [report] = await loadAll(bench, ledger, [
      { draft: file.write(ledger, all(ledger)), bytes: await bytesOf(file.write(ledger, all(ledger))) },
    ]);

    expect(report).toMatchObject({ layout: file.layout, rejected: 0 });
    expect(await foundIn(bench)).toEqual(truthOf(ledger, [all(ledger)], file.tells));
  });
});

describe.each(otherFiles.map((file) => ({ ...file })))('$name', (file) => {
  it('is read as what it is, and tells the truth', async () => {
    const ledger = makeLedger(seededChance(1), { currency: file.currency });
    const bench = emptyShop();
    const draft = file.write(ledger);

    const [report] = await loadAll(bench, ledger, [{ draft, bytes: await bytesOf(draft) }]);

    expect(report).toMatchObject({ layout: file.layout, rejected: 0 });
    if (report!.checks) expect(report!.checks.passed).toBe(report!.checks.of);
    expect(file.found(bench.db)).toEqual(file.truth(ledger));
  });
});

/** A shop on several platforms, and all that its people send in a month. */
async function shopOf(seed: number) {
  const currency = seed === 2 ? 'GBP' : seed === 4 ? 'PHP' : 'IDR';
  const chance = seededChance(seed);
  const ledger = makeLedger(chance, { currency, orders: 24 });
  const windows = windowsOf(ledger);
  const platforms = platformsOf(chance, currency);
  const files: Sent[] = [];
  for (const platform of platforms) {
    for (const window of windows) files.push(await send(platform.write(ledger, window), chance));
  }
  const lists: ListFile[] = currency === 'IDR' ? [...listFiles, ...reportFiles, chance.pick(spendFiles)] : [];
  for (const list of lists) {
    const times = spendFiles.includes(list) ? windows : [undefined];
    for (const window of times) files.push(await send(list.write(ledger, window), chance));
  }
  const truth = addTruths(platforms.map(({ tells }) => truthOf(ledger, windows, tells)));
  return { chance, ledger, files, lists, truth };
}

describe.each([1, 2, 3, 4])('the files of shop %i', (seed) => {
  it('give the truth in any order, damaged and sent twice as they are, and every row is counted', async () => {
    const { chance, ledger, files, lists, truth } = await shopOf(seed);
    for (const sent of [files, shuffle([...files, ...shuffle(files, chance).slice(0, 3)], chance)]) {
      const bench = emptyShop();
      for (const report of await loadAll(bench, ledger, sent)) {
        expect(await bench.facts.imports.rejects(report.id, 3), report.name).toEqual([]);
        expect(report.stored + report.known).toBe(report.rows);
        expect(report.corrected).toBeLessThanOrEqual(report.stored);
      }
      expect(await foundIn(bench)).toEqual(truth);
      for (const { name, found, truth } of lists) expect(found(bench.db), name).toEqual(truth(ledger));
    }
  });
});

describe.each([1, 2, 3])('the files of shop %i, once stored', (seed) => {
  it('can be taken back one by one, each as if it had never been', async () => {
    const { chance, ledger, files, lists } = await shopOf(seed);
    const bench = emptyShop();
    const sent = shuffle(files, chance);
    const reports = await loadAll(bench, ledger, sent);
    const gone = new Set(shuffle([...reports.keys()], chance).slice(0, 4));

    for (const at of gone) await bench.facts.imports.undo(reports[at]!.id, learnedAt + DAY_MS);

    const fresh = emptyShop();
    await loadAll(
      fresh,
      ledger,
      sent.filter((_, at) => !gone.has(at)),
    );
    expect(await foundIn(bench)).toEqual(await foundIn(fresh));
    for (const { name, found } of lists) expect(found(bench.db), name).toEqual(found(fresh.db));
  });
});

it.each([1, 2, 3])('what one type of file tells of shop %i, every other tells too', async (seed) => {
  const ledger = makeLedger(seededChance(seed), { orders: 40, unpaid: false, vouchers: false });
  const told = new Map<string, ReadonlyMap<number, number>>();
  for (const file of orderFiles.filter(({ currency, tells }) => currency === 'IDR' && tells.returned)) {
    const bench = emptyShop();
    const draft = file.write(ledger, all(ledger));
    await loadAll(bench, ledger, [{ draft, bytes: await bytesOf(draft) }]);
    told.set(file.name, (await foundIn(bench)).revenueByDay);
  }
  expect(told.size).toBeGreaterThanOrEqual(11);
  const [first, ...others] = [...told];
  for (const [name, revenue] of others) expect(revenue, `${name} against ${first![0]}`).toEqual(first![1]);
});

/** What these platforms are known to write; of all others a file of the first days of a month tells nothing. */
const slashes = [
  { says: /Indonesian 2026|Indonesian, older|TikTok/, order: 'day/month' },
  { says: /^UCI/, order: 'month/day' },
] as const;

describe.each(orderFiles.filter(({ layout }) => layout !== 'Amazon orders').map((file) => ({ ...file })))(
  'a file of the first days of a month: $name',
  (file) => {
    it.each(['day/month', 'month/day'] as const)(
      'is asked about where it says %s, or its platform is believed',
      async (dates) => {
        const ledger = makeLedger(seededChance(5), { currency: file.currency, days: 5 });
        // To the end of the eleventh of January: later moments would tell days from months.
        const window = { ...all(ledger), on: (ledger.firstDay + 7) * DAY_MS - 1 };
        const whole = file.write(ledger, window);
        const draft = { ...whole, writing: { ...whole.writing, dates, offset: '' } };
        const bytes = await bytesOf({ ...draft, form: { ...draft.form, container: 'text' } });
        const known = slashes.find(({ says }) => says.test(file.name))?.order;

        const bench = emptyShop();
        const { report, asked } = await loadAnswering(
          (answers) => bench.load(bytes, { shop: ledger.shop, learnedAt: Date.parse('2027-01-01'), ...answers }),
          draft,
        );

        expect(asked.length > 0).toBe(known === undefined);
        expect(report.notes.join(' ')).toContain(`read as ${known ?? dates}`);
        if (known === undefined || known === dates) {
          expect(await foundIn(bench)).toEqual(truthOf(ledger, [window], file.tells));
        }
      },
    );
  },
);

it.each([1, 2, 3])(
  'a report of shop %i that a program read as fractions is not believed, and mended when asked',
  async (seed) => {
    const [traffic] = reportFiles;
    const ledger = makeLedger(seededChance(seed));
    const draft = traffic!.write(ledger);
    // 1.627 became one and a half, 980 stayed what it is.
    const floats = (cell: Cell): Cell =>
      typeof cell === 'object' && 'count' in cell
        ? pandasText(cell.count >= 1000 ? cell.count / 1000 : cell.count)
        : cell;
    const sheets = draft.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(floats)) }));
    const bytes = await bytesOf({ ...draft, sheets });
    const bench = emptyShop();
    const load = (decisions = {}) => bench.load(bytes, { shop: ledger.shop, name: draft.name, decisions });

    await expect(load()).rejects.toThrow(NeedsRepair);
    expect(traffic!.found(bench.db)).toEqual([]);

    const report = await load({ repair: 'x1000' });
    expect(report.checks).toMatchObject({ repair: expect.stringMatching(/\S/) });
    expect(traffic!.found(bench.db)).toEqual(traffic!.truth(ledger));
  },
);

function pandasText(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
