import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { copyDatabase } from '../../data/backup.ts';
import type { BeforeMigrating } from '../../data/database.ts';
import type { Day, Instant } from '../../data/types/shop.ts';
import { addDays } from '../../models/days.ts';
import { localDay } from '../wall-clock.ts';
import type { Log } from './log.ts';

/** A night's backup is made from then on: an hour after the refresh at 2:30, which should be in it. */
const NIGHT_BEGINS_MS = 3.5 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** Where backups of a database lie unless the configuration says otherwise. */
export function backupFolder(file: string, configured: string | undefined): string {
  return configured ?? `${file}.backups`;
}

export type Backups = {
  /** Makes the backup of this night if there is none, and removes those that are too old. */
  tick(): Promise<void>;
  /** When the newest was made, in this or an earlier life. */
  last(): Instant | null;
  /** The process stops: a backup that is cut off from now on did not fail, the next start makes it. */
  close(): void;
};

/**
 * One verified copy of the database a night. A copy bears its name only once it was read back, so whatever bears one
 * can be restored; a night on which the process was down is made up for at the next start.
 */
export function openBackups({
  file,
  folder,
  keepDays,
  zone,
  now,
  copy,
  report,
  made = () => {},
  log,
}: {
  /** The database. */
  readonly file: string;
  readonly folder: string;
  readonly keepDays: number;
  readonly zone: () => string;
  readonly now: () => Instant;
  /** Writes a verified copy, away from the loop that answers chat. */
  readonly copy: (to: string) => Promise<void>;
  /** Told why none could be made, each time. */
  readonly report: (why: string) => void;
  /** Told that one was made. */
  readonly made?: () => void;
  readonly log: Log;
}): Backups {
  const named = backupNames(file);
  let running: Promise<void> | null = null;
  let closing = false;

  const make = async (): Promise<void> => {
    const night = localDay(now() - NIGHT_BEGINS_MS, zone());
    const target = join(folder, named.ofNight(night));
    if (isThere(target)) return;
    const began = now();
    const part = `${target}.${process.pid}.part`;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      sweepParts(folder, now());
      await copy(part);
      settle(part, target, folder);
    } catch (error) {
      rmSync(part, { force: true });
      if (closing) return;
      const why = (error as Error).message;
      log('error', `no backup: ${why}`);
      report(why);
      return;
    }
    made();
    log('info', 'backup made and verified', {
      backup: basename(target),
      bytes: statSync(target).size,
      ms: now() - began,
    });
    for (const old of tooOld(readdirSync(folder), named, addDays(night, -keepDays))) rmSync(join(folder, old));
  };

  return {
    tick() {
      running ??= make().finally(() => {
        running = null;
      });
      return running;
    },
    close() {
      closing = true;
    },
    last() {
      const nights = isThere(folder) ? readdirSync(folder).filter((name) => named.dayOf(name) !== null) : [];
      const times = nights.map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
      return times.length > 0 ? Math.max(...times) : null;
    },
  };
}

/**
 * Keeps a verified copy before a new Sextant changes the tables, so that the old one can be gone back to.
 *
 * @throws {Error} when it cannot: then nothing is changed, and Sextant does not start
 */
export function copyBeforeMigrating(file: string, folder: string, now: Instant): BeforeMigrating {
  return (db, first) => {
    const target = join(folder, backupNames(file).before(first, now));
    const part = `${target}.${process.pid}.part`;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      copyDatabase(db, part);
      settle(part, target, folder);
    } catch (error) {
      throw new Error(
        `The database must be brought up to date, and no copy of it could be kept in ${folder} first: ` +
          `${(error as Error).message}. Nothing was changed. Make room there or set BACKUP_FOLDER, and start again.`,
        { cause: error },
      );
    }
  };
}

/** "shop.2026-04-20.db", and "shop.2026-04-20.before-0107-executions-031500.db". */
function backupNames(file: string) {
  const base = basename(file).replace(/\.(db|sqlite3?)$/, '');
  return {
    ofNight: (night: Day) => `${base}.${night}.db`,
    before(migration: string, at: Instant) {
      const [day, time] = new Date(at).toISOString().split('T') as [string, string];
      return `${base}.${day}.before-${migration.replace(/\.sql$/, '')}-${time.slice(0, 8).replaceAll(':', '')}.db`;
    },
    /** The day of a finished copy of this database; null for any other file. */
    dayOf(name: string): Day | null {
      if (!name.startsWith(`${base}.`)) return null;
      return /^(\d{4}-\d\d-\d\d)(?:\.before-[\w-]+)?\.db$/.exec(name.slice(base.length + 1))?.[1] ?? null;
    },
  };
}

function tooOld(names: readonly string[], { dayOf }: ReturnType<typeof backupNames>, before: Day): readonly string[] {
  return names.filter((name) => {
    const day = dayOf(name);
    return day !== null && day < before;
  });
}

/** Gives a finished copy its name, so that a cut of the power leaves all of it or none. */
function settle(part: string, target: string, folder: string): void {
  renameSync(part, target);
  const directory = openSync(folder, 'r');
  fsyncSync(directory);
  closeSync(directory);
}

/** What a process left that died while it copied. */
function sweepParts(folder: string, now: Instant): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.part'))) {
    const path = join(folder, name);
    if (now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > DAY_MS) rmSync(path, { force: true });
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
