import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../data/facts/errors.ts';
import { seededChance } from '../../../data/sample/random.ts';
import { type Damage, damages } from '../../gen/damage.ts';
import { bytesOf } from '../../gen/file.ts';
import { orderFiles } from '../../gen/files/index.ts';
import type { OrderFile } from '../../gen/files/order-file.ts';
import { all, makeLedger } from '../../gen/ledger.ts';
import { foundIn, loadAnswering } from '../../gen/reading.ts';
import { truthOf } from '../../gen/truth.ts';
import { emptyShop } from './fixture.ts';

/** Each damage happens to so many types of files, in turn. */
const FILES_EACH = 4;

async function suffer(damage: Damage, file: OrderFile, seed: number): Promise<void> {
  const chance = seededChance(seed);
  const ledger = makeLedger(chance, { currency: file.currency, orders: 16 });
  const whole = file.write(ledger, all(ledger));
  if (damage.fits && !damage.fits(whole)) return;
  const draft = damage.draft?.(whole, chance) ?? whole;
  const bytes = await bytesOf(draft);
  const bench = emptyShop();
  const load = loadAnswering(
    (request) => bench.load(damage.bytes?.(bytes, chance) ?? bytes, { shop: ledger.shop, ...request }),
    draft,
  );
  const outcome = damage.outcome;
  try {
    const { report } = await load;
    expect(outcome.is).not.toBe('refused');
    expect(report.stored + report.known + report.rejected).toBe(report.rows);
    if (outcome.is === 'sound') return;
    expect(report.rejected).toBe(outcome.is === 'rejected' ? outcome.rows : 0);
    expect(await foundIn(bench)).toEqual(truthOf(ledger, [all(ledger)], file.tells));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (outcome.is !== 'sound') expect(outcome.is, `${error.name}: ${error.message}`).toBe('refused');
    if (outcome.is === 'refused') expect(outcome.by.map(({ name }) => name)).toContain(error.constructor.name);
    expect(error.message).toMatch(/\S.*\.$/s);
    expect(error.remedy).toMatch(/\S.*\.$/s);
    expect(await bench.facts.coverage()).toMatchObject({ orders: 0, lines: 0 });
  }
}

describe.each(damages.map((damage, at) => ({ ...damage, at })))('$name', (damage) => {
  const files = Array.from({ length: FILES_EACH }, (_, at) => orderFiles[(damage.at * 5 + at) % orderFiles.length]!);
  it.each(files.map((file) => ({ ...file })))('in $name', (file) => suffer(damage, file, damage.at + 1));
});
