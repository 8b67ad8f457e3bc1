import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkCopy, copyDatabase } from '../../data/backup.ts';
import { connect, openDatabase } from '../../data/database.ts';
import { openState } from '../../data/state/open.ts';
import { openDelivery } from '../../src/delivery.ts';
import type { OpenDoor } from '../../src/doors.ts';
import { openBackups } from '../../src/ops/backups.ts';
import { NotRestored, restore } from '../../src/ops/restore.ts';
import { openShop } from '../../src/shop.ts';
import { named } from '../../words/say.ts';
import { begun, databaseFile } from '../support/beginning.ts';
import { DAY_MS, HOUR_MS, NOON } from '../support/clock.ts';
import { executing, shiftThatIs } from '../support/executing.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const words = { title: 'Digest', tone: 'plain', parts: [] } as const;

/** An empty database with one message in its outbox, and its backups. */
function setting({ copy }: { readonly copy?: (to: string) => Promise<void> } = {}) {
  const file = databaseFile(begun('empty'));
  const folder = `${file}.backups`;
  const db = openDatabase(file);
  const state = openState(db);
  onTestFinished(() => void db.close());
  state.outbox.enqueue({ key: 'slack:C1:digest:2026-04-20', door: 'slack', channel: 'C1', content: words }, NOON);
  const time = { at: NOON };
  const told: string[] = [];
  const backups = openBackups({
    file,
    folder,
    keepDays: 3,
    zone: () => 'Asia/Jakarta',
    now: () => time.at,
    copy: copy ?? (async (to) => copyDatabase(db, to)),
    report: (text) => told.push(text),
    log: () => {},
  });
  return { file, folder, db, state, time, told, backups };
}

describe('nightly backups', () => {
  it('are made once a night, of all that is committed, for their owner alone', async () => {
    const { folder, backups, time } = setting();

    await backups.tick();
    time.at += HOUR_MS;
    await backups.tick();

    const [name, ...more] = readdirSync(folder);
    expect(name).toMatch(/^shop\.\d{4}-\d\d-\d\d\.db$/);
    expect(more).toEqual([]);
    expect(statSync(join(folder, name!)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const copy = new Database(join(folder, name!), { readonly: true });
    onTestFinished(() => void copy.close());
    expect(copy.prepare('SELECT count(*) AS n FROM outbox').get()).toEqual({ n: 1 });
  });

  it('are kept for so many days', async () => {
    const { folder, backups, time } = setting();
    for (let day = 0; day < 6; day++) {
      await backups.tick();
      time.at += DAY_MS;
    }
    writeFileSync(join(folder, 'shop.notes.db'), 'not ours to remove');

    expect(readdirSync(folder).filter((name) => /\d/.test(name))).toHaveLength(4);
    await backups.tick();
    expect(existsSync(join(folder, 'shop.notes.db'))).toBe(true);
  });

  it('leave no file behind that cannot be restored, and a person is told', async () => {
    const { folder, told, backups } = setting({
      async copy(to) {
        writeFileSync(to, 'half of a database');
        throw new Error('database or disk is full');
      },
    });

    await backups.tick();

    expect(readdirSync(folder)).toEqual([]);
    expect(told).toEqual(['database or disk is full']);
    expect(backups.last()).toBeNull();
  });

  it('that are cut off by a stop alarm nobody', async () => {
    const { folder, told, backups } = setting({
      async copy(to) {
        writeFileSync(to, 'half of a database');
        backups.close();
        throw new Error('Terminating worker thread');
      },
    });

    await backups.tick();

    expect(told).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('go on beside writers', () => {
    const { file, folder, db } = setting();
    mkdirSync(folder);
    const other = connect(file);
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    other.exec("INSERT INTO memory (topic, key, value, at) VALUES ('t', 'not committed', '', 0)");

    copyDatabase(db, join(folder, 'copy.db'));
    other.exec('ROLLBACK');

    expect(checkCopy(join(folder, 'copy.db')).length).toBeGreaterThan(5);
  });

  it('are not kept when what was copied fails the check', () => {
    const folder = temporaryFolder();
    const stranger = new Database(':memory:');
    onTestFinished(() => void stranger.close());

    expect(() => copyDatabase(stranger, join(folder, 'copy.db'))).toThrow('not a database of Sextant');

    expect(readdirSync(folder)).toEqual([]);
  });

  it('are checked by reading all of them', () => {
    const { folder, db } = setting();
    mkdirSync(folder);
    const copy = join(folder, 'copy.db');
    copyDatabase(db, copy);
    truncateSync(copy, statSync(copy).size - 4096);
    expect(() => checkCopy(copy)).toThrow();

    const other = join(folder, 'other.db');
    new Database(other).exec('CREATE TABLE t (a)').close();
    expect(() => checkCopy(other)).toThrow('not a database of Sextant');
  });
});

describe('a restore', () => {
  async function backedUp() {
    const made = setting();
    await made.backups.tick();
    const backup = join(made.folder, readdirSync(made.folder)[0]!);
    return { ...made, backup };
  }

  it('takes no place that is taken, and none that is in use', async () => {
    const { file, backup, db } = await backedUp();
    const put = (replace: boolean) => () => restore(backup, { to: file, replace, now: NOON });

    expect(put(false)).toThrow('exists. Add --replace');
    expect(put(true)).toThrow('is in use: stop Sextant first');
    expect(db.open).toBe(true);
    expect(readdirSync(join(file, '..')).filter((name) => /replaced|restoring/.test(name))).toEqual([]);
  });

  it('puts the backup there and moves aside what stood there', async () => {
    const { file, backup, db, state } = await backedUp();
    state.memory.set('t', 'after the backup', 'lost', NOON);
    db.close();

    const aside = restore(backup, { to: file, replace: true, now: NOON });

    const restored = openState(openDatabase(file));
    expect(restored.memory.get('t', 'after the backup')).toBeNull();
    expect(restored.outbox.counts().waiting).toBe(1);
    expect(openState(openDatabase(aside!)).memory.get('t', 'after the backup')).toBe('lost');
  });

  it('refuses a file that is not sound, and touches nothing', async () => {
    const { file, backup, db } = await backedUp();
    db.close();
    truncateSync(backup, 8192);
    const before = statSync(file);

    expect(() => restore(backup, { to: file, replace: true, now: NOON })).toThrow(NotRestored);
    expect(() => restore(`${backup}.none`, { to: file, replace: true, now: NOON })).toThrow('There is no backup');
    expect(statSync(file).mtimeMs).toBe(before.mtimeMs);
  });

  it('posts nothing again that was posted after the backup', async () => {
    const { file, backup, db } = await backedUp();
    db.close();
    const posted = new Map<string, string>([
      ['slack:C1:digest:2026-04-20', '1'],
      ['slack:C1:lookback:2026-04-24', '2'],
    ]);
    const door: OpenDoor = {
      name: 'slack',
      state: () => named('open'),
      isConnected: () => true,
      close: async () => {},
      outlet: {
        paceMs: 0,
        pages: (message) => [message],
        post: async (_, __, key) => {
          if (posted.has(key)) throw new Error(`${key} was posted twice`);
          posted.set(key, String(posted.size + 1));
          return { ref: posted.get(key)!, isWhole: true };
        },
        update: async () => ({ isWhole: true }),
        find: async (_, key) => posted.get(key) ?? null,
        nameOf: async (channel) => channel,
      },
    };

    restore(backup, { to: file, replace: true, now: NOON });
    const state = openState(openDatabase(file));
    // Made once more, since the backup knows nothing of it; and one that is new.
    for (const key of ['slack:C1:lookback:2026-04-24', 'slack:C1:digest:2026-04-27'])
      state.outbox.enqueue({ key, door: 'slack', channel: 'C1', content: words }, NOON);
    await openDelivery({ state, doors: () => [door], now: () => NOON, report: () => {} }).flush();

    expect(state.outbox.counts()).toMatchObject({ waiting: 0, sent: 3, dead: 0 });
    expect([...posted.keys()]).toContain('slack:C1:digest:2026-04-27');
  });
});

it('a restore carries out no budget shift again that was carried out after the backup', async () => {
  const file = databaseFile(await shiftThatIs('approved'));
  const backup = join(temporaryFolder(), 'copy.db');
  const db = openDatabase(file);
  copyDatabase(db, backup);
  db.close();
  const first = await executing({ begins: file });
  await first.settle();
  expect(first.receiver.taken).toEqual(['P-1.v1']);

  const to = join(temporaryFolder(), 'shop.db');
  restore(backup, { to, replace: false, now: NOON });
  const second = await executing({ begins: to, receiver: first.receiver, at: first.time.at });
  await second.settle();

  expect(first.receiver.taken).toEqual(['P-1.v1']);
  expect(second.state.executions.byKey('P-1.v1')?.state).toBe('confirmed');
});

it('a restored message that waits for weeks is still looked for', async () => {
  const { file, folder, db, backups } = setting();
  await backups.tick();
  db.close();
  restore(join(folder, readdirSync(folder)[0]!), { to: file, replace: true, now: NOON });
  const { outbox } = openState(openDatabase(file));
  expect(outbox.claim(['slack'], NOON + 30 * DAY_MS, 1)).toMatchObject({ tried: true });
});

describe('before a migration', () => {
  /** A database as an older Sextant left it: the newest migration is still to come. */
  function older() {
    const file = databaseFile(begun('empty'));
    const db = openDatabase(file);
    db.exec("DROP TABLE segment_name; DELETE FROM migration WHERE name = '0104-segment-names.sql'");
    db.exec("INSERT INTO memory (topic, key, value, at) VALUES ('t', 'k', 'kept', 0)");
    db.close();
    return file;
  }
  const open = (file: string, backups?: string) =>
    openShop({ file, shop: null, now: NOON, tell: () => {}, ...(backups !== undefined && { backups }) });

  it('a verified copy of the database as it was is kept', async () => {
    const file = older();
    const { db } = await open(file);
    onTestFinished(() => void db.close());

    const [name, ...more] = readdirSync(`${file}.backups`);
    expect(more).toEqual([]);
    expect(name).toMatch(/^shop\.\d{4}-\d\d-\d\d\.before-0104-segment-names-\d{6}\.db$/);
    const copy = join(`${file}.backups`, name!);
    expect(checkCopy(copy)).not.toContain('0104-segment-names.sql');
    restore(copy, { to: join(temporaryFolder(), 'back.db'), replace: false, now: NOON });
  });

  it('nothing is changed when no copy can be kept', async () => {
    const file = older();
    const inTheWay = join(temporaryFolder(), 'a file');
    copyFileSync(file, inTheWay);

    await expect(open(file, join(inTheWay, 'backups'))).rejects.toThrow('Nothing was changed');

    expect(checkCopy(file)).not.toContain('0104-segment-names.sql');
  });

  it('an up-to-date or a new database is left in peace', async () => {
    const file = databaseFile(begun('empty'));
    (await open(file)).db.close();
    (await open(file)).db.close();
    expect(existsSync(`${file}.backups`)).toBe(false);
  });
});
