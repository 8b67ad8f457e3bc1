import type { Instant } from '../../data/types/shop.ts';
import type { Readiness } from '../web/ports.ts';

/** Longer than the slowest call to a platform, with its look-up. */
const SENDER_SILENT_MS = 2 * 60_000;

export type Organs = {
  /** Reads something small; throws when it cannot. */
  readonly database: () => void;
  readonly worker: () => Promise<'answers' | 'busy' | 'silent'>;
  /** When the sender of the outbox last got something done, be it to find nothing due. */
  readonly senderSeen: () => Instant;
  readonly doors: () => readonly { readonly door: string; readonly connected: boolean }[];
  readonly stopping: () => boolean;
  readonly now: () => Instant;
};

const healthy: ReadonlySet<string> = new Set(['open', 'answers', 'busy', 'sending', 'connected']);

/** Asks everything that is needed to take a command and to deliver what it promises. Tells nothing of the shop. */
export async function readiness(organs: Organs): Promise<Readiness> {
  const doors = organs.doors().map(({ door, connected }) => [door, connected ? 'connected' : 'not connected']);
  const checks: Record<string, string> = {
    database: opens(organs.database) ? 'open' : 'closed',
    worker: await organs.worker(),
    outbox: organs.now() - organs.senderSeen() < SENDER_SILENT_MS ? 'sending' : 'silent',
    ...Object.fromEntries(doors),
    ...(organs.stopping() && { process: 'stopping' }),
  };
  return { ready: Object.values(checks).every((state) => healthy.has(state)), checks };
}

function opens(read: () => void): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
