import type { Instant } from '../../types/shop.ts';
import type { PersonId } from './people.ts';

export type AuditEntry = {
  readonly at: Instant;
  readonly actor: PersonId;
  readonly actorName: string;
  readonly act: string;
  readonly subject: string;
  readonly version: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type Audit = {
  append(entry: AuditEntry): void;
  /** Oldest first. */
  about(subject: string): readonly AuditEntry[];
  /** What was done of these kinds, newest first. */
  recent(acts: readonly string[], limit: number): readonly AuditEntry[];
};
