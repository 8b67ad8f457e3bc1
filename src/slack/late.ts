import type { types } from '@slack/bolt';
import { section } from './blocks.ts';
import { lookAt } from './pictures.ts';
import { type Road, type Say, take } from './roads.ts';
import { inWords, type Wire } from './wire.ts';

/** An answer address lives for 30 minutes. What comes later is not shown: the words say what it would have shown. */
const LATE_MS = 25 * 60_000;
const FIRST_LOOK_MS = 2_000;
const LONGEST_LOOK_MS = 60_000;

/** Pictures of an answer that Slack has not looked at yet, and how to show them once it has. */
export type Late = {
  readonly files: readonly string[];
  /** The first that is open. */
  readonly roads: readonly Road[];
  /** What is said then. */
  readonly say: Say;
  readonly until: number;
};

/** Keeps what is still to be shown where a restart does not reach. */
export type LateMemory = {
  keep(late: Late): string;
  list(): readonly { readonly key: string; readonly late: Late }[];
  /** Whether it was there to drop: of several processes that follow it, for one. */
  drop(key: string): boolean;
};

/** A memory that ends with the process. */
export function memoryOfLate(): LateMemory {
  const kept = new Map<string, Late>();
  let keys = 0;
  return {
    keep(late) {
      const key = String(keys++);
      kept.set(key, late);
      return key;
    },
    list: () => [...kept].map(([key, late]) => ({ key, late })),
    drop: (key) => kept.delete(key),
  };
}

/** Shows the pictures as soon as Slack has looked at them; in this process, or the next one. Never rejects. */
export async function showLate(wire: Wire, late: Omit<Late, 'until'>): Promise<void> {
  const whole = { ...late, until: wire.now() + LATE_MS };
  await follow(wire, wire.late.keep(whole), whole);
}

/** Goes on with what a process before this one has left. */
export function resumeLate(wire: Wire): void {
  for (const { key, late } of wire.late.list()) void follow(wire, key, late);
}

async function follow(wire: Wire, key: string, { files, roads, say, until }: Late): Promise<void> {
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(LONGEST_LOOK_MS, wait * 1.5)) {
    const looked = await Promise.all(files.map((file) => lookAt(wire, file)));
    const isOver = wire.now() >= until;
    if (!looked.includes('awaited') || isOver) {
      if (!wire.late.drop(key)) return;
      const ready = files.filter((_, i) => looked[i] === 'ready');
      if (ready.length > 0) await show(wire, roads, { ...say, blocks: onlyReady(say.blocks, files, ready) });
      else wire.log('warn', 'a late chart did not come, and stays in words');
      return;
    }
    if (wire.closing()) return;
    await wire.pause(wait);
  }
}

async function show(wire: Wire, roads: readonly Road[], say: Say): Promise<void> {
  for (const road of roads) {
    try {
      await take(wire, road, say);
      return;
    } catch (error) {
      wire.log('warn', `a late chart was not shown: ${inWords(error)}`);
    }
  }
}

/** Those that never came stay in words. */
function onlyReady(blocks: types.KnownBlock[], files: readonly string[], ready: readonly string[]): types.KnownBlock[] {
  return blocks.map((block) => {
    if (block.type !== 'image' || !('slack_file' in block)) return block;
    const { id } = block.slack_file as { readonly id?: string };
    const isMissing = id !== undefined && files.includes(id) && !ready.includes(id);
    return isMissing ? section(`${block.title?.text ?? ''}\n${block.alt_text}`) : block;
  });
}
