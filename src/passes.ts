import { createHash, randomBytes } from 'node:crypto';
import type { Passes } from '../commands/command.ts';
import type { State } from '../data/state/types/state.ts';
import type { Instant } from '../data/types/shop.ts';

const MINUTE_MS = 60_000;
const LINK_LIVES_MS = 10 * MINUTE_MS;
const TOKEN_LIVES_MS = 365 * 24 * 60 * MINUTE_MS;

/** What is kept of a secret: enough to know it again, not enough to use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A secret that cannot be guessed. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Where the workspace of a shop was opened last: another process may have chosen the port. */
export function addressOf({ memory }: State, otherwise: string): string {
  return memory.get('workspace', 'address') ?? otherwise;
}

/** Makes sign-in links and API tokens, and keeps their hashes. */
export function openPasses({
  state,
  now,
  address,
}: {
  readonly state: State;
  readonly now: () => Instant;
  /** Of the workspace: "http://127.0.0.1:3000". */
  readonly address: string;
}): Passes {
  return {
    signInLink({ door, user }) {
      const secret = newSecret();
      state.passes.grant({ hash: hashOf(secret), kind: 'link', door, user, expiresAt: now() + LINK_LIVES_MS });
      return `${address}/signin?token=${secret}`;
    },
    apiToken(name) {
      const secret = newSecret();
      state.passes.grant({
        hash: hashOf(secret),
        kind: 'token',
        door: 'api',
        user: name,
        expiresAt: now() + TOKEN_LIVES_MS,
      });
      return secret;
    },
  };
}
