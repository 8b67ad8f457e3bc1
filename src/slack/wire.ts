import type { webApi } from '@slack/bolt';
import type { Language } from '../../words/tell.ts';
import type { ButtonMemory } from '../button-memory.ts';
import type { GoOn } from '../doors.ts';
import type { ChartPart, Rendered } from '../told.ts';
import type { LateMemory } from './late.ts';
import type { PictureMemory } from './pictures.ts';

export type Log = (level: 'debug' | 'info' | 'warn' | 'error', message: string) => void;

/** What the parts of the Slack door share: the line to Slack, and the world's clock. */
export type Wire = {
  /** Never retries by itself: a call that was cut may have had its effect. */
  readonly client: webApi.WebClient;
  readonly token: string;
  /** Where Slack keeps files: the one place besides the Web API that the token is shown to. */
  readonly filesOrigin: string;
  readonly renderChart: (chart: ChartPart, reply: Rendered) => Promise<Buffer>;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
  /** How long a click or a form waits for its answer before the person is told that it takes longer. */
  readonly patienceMs: number;
  /** What one person reads, where there is no answer yet that says it. */
  readonly languageOf: (user: string) => Language;
  readonly memory: ButtonMemory;
  readonly pictures: PictureMemory;
  readonly late: LateMemory;
  /** Left out where there is no outbox. */
  readonly goOn?: GoOn;
  /** True once the door takes no more work: what is late is given up. */
  readonly closing: () => boolean;
  readonly log: Log;
};

/** An error in one line, without anything that opens a door: tokens, and addresses that can be posted to. */
export function inWords(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return withoutSecrets(`${error instanceof Error ? error.message : String(error)}${cause}`);
}

function withoutSecrets(text: string): string {
  return text
    .replace(/\bx(?:ox[a-z]|app)-[\w.-]+/g, 'x…')
    .replace(/\b((?:https?|wss?):\/\/[^\s/)]+)\/[^\s)]*/g, '$1/…');
}
