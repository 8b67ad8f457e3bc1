import { platformError, saysNo } from './errors.ts';
import type { Wire } from './wire.ts';

/** A channel can be shared at any time; a card posted a quarter of an hour after that is still caught. */
const REMEMBERED_MS = 15 * 60_000;

/** Whether people of other companies read a channel (Slack Connect). */
export type Outsiders = (channel: string) => Promise<boolean>;

/**
 * Asks Slack, and remembers the answer for a while. Direct messages are never asked about. Where Slack does not let us
 * look, because the app was installed without the scope or is not in the channel, the channel counts as ours, and the
 * log says so once. Rejects when Slack cannot be asked about a channel that is not known yet.
 */
export function readOutsiders({ client, now, log }: Pick<Wire, 'client' | 'now' | 'log'>): Outsiders {
  const known = new Map<string, { readonly shared: boolean; readonly until: number }>();
  return async (channel) => {
    if (!/^[CG]/.test(channel)) return false;
    const before = known.get(channel);
    if (before && before.until > now()) return before.shared;
    let shared = before?.shared ?? false;
    try {
      const { channel: info } = await client.conversations.info({ channel });
      shared = info?.is_ext_shared === true || info?.is_pending_ext_shared === true;
    } catch (error) {
      if (!saysNo(error)) {
        if (before) return before.shared;
        throw error;
      }
      if (!before) log('warn', `who reads ${channel} is not known: ${platformError(error)}`);
    }
    known.set(channel, { shared, until: now() + REMEMBERED_MS });
    return shared;
  };
}
