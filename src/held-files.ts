import { constants, existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Files, MOST_HELD, mayActAs } from '../commands/command.ts';
import { Refusal } from '../commands/refusal.ts';
import type { State } from '../data/state/types/state.ts';
import type { Instant } from '../data/types/shop.ts';
import { say } from '../words/say.ts';

/** Long enough to ask a colleague, short enough that orders do not lie about. */
const KEPT_MS = 24 * 3_600_000;

export type HeldFolder = Files & {
  /** Removes what nobody may use any more, and whatever else lies there. */
  sweep(): Promise<void>;
};

/** Keeps uploaded files in a folder of their own, under their ids: no name that a person gave reaches the disk. */
export function openHeldFiles({
  state,
  folder,
  now,
}: {
  readonly state: State;
  /** Beside the database; made when there is none. */
  readonly folder: string;
  readonly now: () => Instant;
}): HeldFolder {
  const pathOf = (id: string) => join(folder, id);
  const forget = async (id: string) => {
    state.files.forget(id);
    await rm(pathOf(id), { force: true });
  };
  return {
    async keep({ name, path }, { door, user }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { size: bytes } = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        throw new Refusal(
          say`There is no file ${name}`,
          say`Write where it lies, from where you ask: /data add file:downloads/orders.csv.`,
        );
      });
      const at = now();
      const held = state.files.hold({
        name,
        bytes,
        owner: `${door}:${user}`,
        heldAt: at,
        expiresAt: at + KEPT_MS,
      });
      await copyFile(path, pathOf(held.id), constants.COPYFILE_FICLONE);
      await chmod(pathOf(held.id), 0o600);
      const theirs = state.files.list(at).filter(({ owner }) => owner === held.owner);
      for (const { id } of theirs.slice(0, -MOST_HELD)) await forget(id);
      return { id: held.id, name, bytes, path: pathOf(held.id) };
    },
    find(id, { door, user, role }) {
      const held = state.files.find(id, now());
      if (!held) return null;
      const may = held.owner === `${door}:${user}` || (role !== null && mayActAs(role, 'analyst'));
      return may ? { id, name: held.name, bytes: held.bytes, path: pathOf(id) } : null;
    },
    forget,
    async textOf(write, most) {
      const scratch = await mkdtemp(join(tmpdir(), 'sextant-written-'));
      try {
        const path = join(scratch, 'file');
        await write(path);
        if (!existsSync(path)) return null;
        const { size } = await stat(path);
        return { text: size > most ? null : await readFile(path, 'utf8') };
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    },
    async sweep() {
      state.files.expire(now());
      const kept = new Set(state.files.list(now()).map(({ id }) => id));
      const lying = await readdir(folder).catch(() => []);
      const strays = lying.filter((name) => !kept.has(name));
      await Promise.all(strays.map((name) => rm(pathOf(name), { recursive: true, force: true })));
    },
  };
}

/** Where the held files of a database lie. */
export function heldFolder(database: string): string {
  return `${database}.files`;
}
