import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/terminal/render.ts';
import type { Answer } from '../../src/told.ts';
import { begun, databaseFile } from '../support/beginning.ts';
import { bundled } from '../support/bundle.ts';
import { demoHouse } from '../support/house.ts';
import { olistFiles } from '../support/olist.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

let main: string;
beforeAll(async () => {
  main = await bundled(join(root, 'src/terminal/main.ts'));
});

/** Runs the terminal door as a process of its own. */
async function ask(
  args: string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; out: string; err: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, [main, ...args], {
      cwd: root,
      env: { PATH: process.env.PATH, INIT_CWD: temporaryFolder(), ...env },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

describe('the terminal door', () => {
  it('answers, refuses and takes files, each with its exit status', async () => {
    const db = databaseFile(begun('demo'));

    // The demo of the tests ended in April 2026; as-of keeps the answer independent of today.
    const forecast = await ask(['/forecast', 'days:7', 'method:naive', 'as-of:2026-04-20', '--db', db, '--json']);
    expect(forecast.code).toBe(0);
    const answer = JSON.parse(forecast.out) as Answer;
    expect(answer).toMatchObject({ outcome: 'answered', shop: { currency: 'IDR', demo: true } });
    for (const part of answer.parts) {
      if (part.kind === 'facts') for (const fact of part.facts) expect(fact.unit).toBeTypeOf('string');
      if (part.kind === 'table') for (const column of part.columns) expect(column.unit).toBeTypeOf('string');
    }

    const wrong = await ask(['/forcast', '--db', db]);
    expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining('Did you mean /forecast?') });
    const viewer = await ask(['/budget plan', '--db', db, '--as', 'vina']);
    expect(viewer).toMatchObject({ code: 1, out: expect.stringContaining('needs the analyst role') });
    expect((await ask(['/help', '--nonsense'])).code).toBe(1);

    const broken = join(temporaryFolder(), 'broken.db');
    writeFileSync(broken, 'this is no database, however long it may be'.repeat(100));
    expect((await ask(['/status', '--db', broken])).code).toBe(2);
  });

  it('speaks as the system does, until a person chooses', async () => {
    const db = databaseFile(begun('demo'));
    const indonesian = { LANG: 'id_ID.UTF-8' };
    expect((await ask(['/language', '--db', db], indonesian)).out).toContain('DEMO · Bahasa');
    expect((await ask(['/language', '--db', db], { ...indonesian, LC_ALL: 'en_GB.UTF-8' })).out).toContain('Languages');
    await ask(['/language', 'set:en', '--db', db], indonesian);
    expect((await ask(['/language', '--db', db], indonesian)).out).toContain('Languages');
    const nowhere = await ask(['/status', '--db', 'nowhere.db'], indonesian);
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('Tidak ada basis data') });
  });

  it('imports a file by its path', async () => {
    const db = databaseFile(begun('empty'));
    const file = join(temporaryFolder(), 'orders.csv');
    writeFileSync(
      file,
      'order_id,order_date,customer_id,sku,quantity,unit_price,currency\n1,2026-04-01 10:00:00,C1,A,2,10.50,USD\n',
    );

    expect(await ask([`/import file:${file}`, '--db', db])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Stored: 1'),
    });
    expect(await ask(['/import file:missing.csv', '--db', db])).toMatchObject({ code: 1 });
  });

  it('imports several files that are one, with commas between their paths', async () => {
    const folder = temporaryFolder();
    const paths = Object.entries(olistFiles).map(([name, content]) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    });
    const answer = await ask([`/import file:"${paths.join(', ')}"`, '--db', databaseFile(begun('empty'))]);
    expect(answer).toMatchObject({ code: 0, out: expect.stringContaining('olist_orders_dataset.csv and 2 more') });
  });
});

describe('renderTerminal', () => {
  it('writes an answer as text that a person can copy from', async () => {
    const { say } = demoHouse();
    const text = renderTerminal(await say('/campaign roi'));
    expect(text).toMatch(/^DEMO · Campaigns, last 12 weeks\n/);
    expect(text).toMatch(/^Attributed sales: IDR \d+M {2}R-1$/m);
    expect(text).toMatch(/^ {2}Why\?: \/why id:R-1$/m);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('lets no foreign text move the cursor', () => {
    const evil = '\u001b[2Jgone\u0007\u009b31m';
    const text = renderTerminal({
      title: evil,
      tone: 'plain',
      parts: [
        { kind: 'text', text: evil },
        { kind: 'table', columns: [{ title: 'A', unit: 'text' }], rows: [[evil]] },
        { kind: 'facts', facts: [{ label: evil, value: evil, unit: 'text' }] },
      ],
      outcome: 'answered',
      audience: 'caller',
      shop: null,
      language: 'en',
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});
