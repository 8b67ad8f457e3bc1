import type { Instant } from '../../types/shop.ts';

export type WorkspaceMessage = {
  readonly ref: string;
  readonly channel: string;
  /** The reference of the message in whose thread it stands. */
  readonly thread: string | null;
  readonly content: unknown;
  readonly postedAt: Instant;
  readonly changedAt: Instant | null;
};

export type Workspace = {
  /** `thread`: the reference of the message under which it stands. */
  post(channel: string, key: string, content: object, at: Instant, thread: string | null): string;
  /** False when there is no such message. */
  update(ref: string, content: object, at: Instant): boolean;
  find(channel: string, key: string): string | null;
  /** The last messages, oldest first. */
  list(channel: string, limit: number): readonly WorkspaceMessage[];
};

export type PassKind = 'link' | 'session' | 'token';

export type Passes = {
  /** Keeps the hash of a secret. */
  grant(pass: {
    readonly hash: string;
    readonly kind: PassKind;
    readonly door: string;
    readonly user: string;
    readonly expiresAt: Instant;
  }): void;
  holder(hash: string, kind: PassKind, at: Instant): { readonly door: string; readonly user: string } | null;
  /** A link works once. */
  redeem(hash: string, at: Instant): { readonly door: string; readonly user: string } | null;
  revoke(hash: string): void;
  /** Ends all links, sessions and tokens of a person. */
  revokeAll(door: string, user: string): void;
};
