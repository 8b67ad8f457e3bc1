import type { Words } from '../words/say.ts';

/** A question asked of the data before or after a model ran, with its answer in words a marketer understands. */
export type Check = {
  /** Short and stable, for tests and tables: "history", "horizon", "stability". */
  readonly name: string;
  readonly passed: boolean;
  /** One sentence: a fact, and when it failed, what would mend it. */
  readonly says: Words;
};
