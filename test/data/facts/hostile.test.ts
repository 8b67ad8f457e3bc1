import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../data/facts/errors.ts';
import { seededChance } from '../../../data/sample/random.ts';
import { bytesOf, type Form } from '../../gen/file.ts';
import { orderFiles } from '../../gen/files/index.ts';
import { all, makeLedger } from '../../gen/ledger.ts';
import { type Bench, emptyShop, jakarta, london, ordersFile } from './fixture.ts';

/** Stored with sums that add up, or refused in words: nothing else may come of a file. */
async function storedOrRefused({ load, facts }: Bench, content: Uint8Array): Promise<'stored' | 'refused'> {
  try {
    const { rows, stored, known, rejected } = await load(content, { shop: jakarta });
    expect(stored + known + rejected).toBe(rows);
    return 'stored';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.message).toMatch(/\S.*\.$/s);
    expect(error.remedy).toMatch(/\.$/);
    expect(await facts.coverage()).toMatchObject({ lines: 0 });
    return 'refused';
  }
}

describe('a file that was tampered with', () => {
  it.each<Partial<Form>>([
    { encoding: 'utf-8' },
    { encoding: 'utf-16le' },
    { encoding: 'windows-1252' },
    { container: 'gzip' },
    { container: 'workbook of text' },
  ])('is stored or refused: %o', async (form) => {
    const chance = seededChance(7);
    const ledger = makeLedger(chance, { orders: 8 });
    const draft = orderFiles[0]!.write(ledger, all(ledger));
    const content = await bytesOf({ ...draft, form: { ...draft.form, container: 'text', ...form } });
    const outcomes = new Set<string>();
    for (let round = 0; round < 20; round++) {
      const bytes = Buffer.from(content);
      if (round % 4 === 0)
        outcomes.add(await storedOrRefused(emptyShop(), bytes.subarray(0, chance.next() * bytes.length)));
      else {
        for (let hits = 0; hits < 1 + (round % 6); hits++) {
          bytes[Math.floor(chance.next() * bytes.length)] = Math.floor(chance.next() * 256);
        }
        outcomes.add(await storedOrRefused(emptyShop(), bytes));
      }
    }
    expect(outcomes).toContain('refused');
  });

  it('is stored or refused, whatever stands in its cells', async () => {
    const nasty = [
      '=cmd|calc!A1',
      '<!channel>',
      '@everyone',
      '"; DROP TABLE import; --',
      'x'.repeat(40_000),
      '\u202Eevil',
      '1e999',
      '-0',
      '9'.repeat(400),
      '0x10',
      '1,2,3,4',
      '12/31/1899',
      '٣',
      '__proto__',
      'constructor',
      '\u0007',
      'NaN',
      '{{',
    ];
    for (const cell of nasty) {
      for (let place = 0; place < 6; place++) {
        const cells = ['7', '2026-04-20', 'ana', 'A1', '2', '10'];
        cells[place] = `"${cell.replaceAll('"', '""')}"`;
        const content = Buffer.from(ordersFile('6,2026-04-20,ben,A1,1,1', cells.join(',')));
        await storedOrRefused(emptyShop(), content);
      }
      await storedOrRefused(emptyShop(), Buffer.from(`${cell},b\n1,2\n`));
    }
  });

  it('is noise', async () => {
    const chance = seededChance(99);
    for (let round = 0; round < 30; round++) {
      const noise = Buffer.from(Array.from({ length: 3000 }, () => Math.floor(chance.next() * 256)));
      expect(await storedOrRefused(emptyShop(), round % 2 ? noise : gzipSync(noise))).toBe('refused');
    }
  });

  it('is a header of names that every object has', async () => {
    const refused = emptyShop().load('__proto__,constructor,toString\n1,2,3\n', { shop: london });
    await expect(refused).rejects.toThrow(/No kind of file fits/);
  });
});
