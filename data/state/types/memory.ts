import type { Instant } from '../../types/shop.ts';

export type Memory = {
  get(topic: string, key: string): string | null;
  set(topic: string, key: string, value: string, at: Instant): void;
  /** True the first time only: for requests that a platform repeats. */
  first(topic: string, key: string, at: Instant): boolean;
  forget(topic: string, before: Instant): void;
  /** All of a topic, oldest first. */
  list(topic: string): readonly { readonly key: string; readonly value: string }[];
  /** Whether it was there. */
  drop(topic: string, key: string): boolean;
};
