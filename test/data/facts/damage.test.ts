import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../data/facts/errors.ts';
import { seededChance } from '../../../data/sample/random.ts';
import { type Damage, damages } from '../../gen/damage.ts';
import { bytesOf, type Draft } from '../../gen/file.ts';
import { listsAndSpend, orderFiles } from '../../gen/files/index.ts';
import { reportFiles } from '../../gen/files/reports.ts';
import { all, type Ledger, makeLedger } from '../../gen/ledger.ts';
import { foundIn, loadAnswering } from '../../gen/reading.ts';
import { truthOf } from '../../gen/truth.ts';
import { type Bench, emptyShop } from './fixture.ts';

/** A type of file, and how to see whether the tables hold what it tells. */
type Victim = {
  readonly name: string;
  readonly currency: 'IDR' | 'PHP' | 'GBP';
  write(ledger: Ledger): Draft;
  expectTruth(bench: Bench, ledger: Ledger, damage: Damage): Promise<void>;
};

/** Each damage happens to two of the first and to one of each of the others, in turn. */
const victims: readonly { readonly of: readonly Victim[]; readonly each: number }[] = [
  {
    each: 2,
    of: orderFiles.map(({ name, currency, write, tells }) => ({
      name,
      currency,
      write: (ledger) => write(ledger, all(ledger)),
      expectTruth: async (bench, ledger, { hidesCustomers = false }) => {
        const told = { ...tells, customer: tells.customer && !hidesCustomers };
        expect(await foundIn(bench)).toEqual(truthOf(ledger, [all(ledger)], told));
      },
    })),
  },
  ...[listsAndSpend, reportFiles].map((files) => ({
    each: 1,
    of: files.map(({ name, currency, write, truth, found }) => ({
      name,
      currency,
      write,
      expectTruth: async ({ db }: Bench, ledger: Ledger) => expect(found(db)).toEqual(truth(ledger)),
    })),
  })),
];

async function suffer(damage: Damage, victim: Victim, seed: number): Promise<void> {
  const { outcome } = damage;
  const chance = seededChance(seed);
  const ledger = makeLedger(chance, { currency: victim.currency, orders: 16 });
  const whole = victim.write(ledger);
  const draft = damage.draft?.(whole, chance) ?? whole;
  const written = await bytesOf(draft);
  const bytes = damage.bytes?.(written, chance) ?? written;
  const bench = emptyShop();
  try {
    const { report } = await loadAnswering((answers) => bench.load(bytes, { shop: ledger.shop, ...answers }), draft);
    expect(outcome.is).not.toBe('refused');
    expect(report.stored + report.known + report.rejected).toBe(report.rows);
    if (outcome.is === 'sound') return;
    expect(report.rejected).toBe(outcome.is === 'rejected' ? outcome.rows : 0);
    await victim.expectTruth(bench, ledger, damage);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (outcome.is !== 'sound') expect(outcome.is, `${error.name}: ${error.message}`).toBe('refused');
    if (outcome.is === 'refused')
      expect(
        outcome.by.some((Of) => error instanceof Of),
        error.name,
      ).toBe(true);
    expect(error.message).toMatch(/\S.*\.$/s);
    expect(error.remedy).toMatch(/\S.*\.$/s);
    expect(await bench.facts.coverage()).toMatchObject({ orders: 0, lines: 0, importIds: [] });
  }
}

const samples = new Map<Victim, Draft>();

/** A small file of the type, to see what can happen to it. */
function sampleOf(victim: Victim): Draft {
  const known = samples.get(victim);
  if (known) return known;
  const sample = victim.write(makeLedger(seededChance(1), { currency: victim.currency, orders: 16 }));
  samples.set(victim, sample);
  return sample;
}

/** Those that the damage can happen to, beginning with other ones for each damage. */
function victimsOf(damage: Damage, at: number): readonly Victim[] {
  return victims.flatMap(({ of, each }) => {
    const able = of.filter((victim) => damage.fits?.(sampleOf(victim)) ?? true);
    const places = Array.from({ length: Math.min(each, able.length) }, (_, turn) => (at * 5 + turn * 7) % able.length);
    return [...new Set(places)].map((place) => able[place]!);
  });
}

describe.each(damages.map((damage, at) => ({ ...damage, at })))('a file with $name', (damage) => {
  it.each(victimsOf(damage, damage.at).map((victim) => ({ ...victim })))('ends as it must: $name', (victim) =>
    suffer(damage, victim, damage.at + 1),
  );
});
