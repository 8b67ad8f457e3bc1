import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { DeliveryError } from '../doors.ts';

// topics/opcodes-and-status-codes: "JSON Error Codes"
const UNKNOWN_WEBHOOK = 10015;
const UNKNOWN_INTERACTION = 10062;
const ALREADY_ACKNOWLEDGED = 40060;
const INVALID_WEBHOOK_TOKEN = 50027;
const UNKNOWN_CHANNEL = 10003;
const UNKNOWN_MESSAGE = 10008;
const THREAD_ALREADY_CREATED = 160004;
const NO_THREAD: readonly number[] = [
  UNKNOWN_MESSAGE,
  // Missing access, missing permissions, not in this kind of channel, the most threads a guild may have.
  ...[50001, 50013, 50024, 160006],
];

/** An earlier try had got through, its answer was lost. */
export function isAlreadyAcknowledged(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED;
}

/** The fifteen minutes in which an interaction can be answered are over. */
export function isExpired(error: unknown): boolean {
  const expired: readonly (number | string)[] = [UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, INVALID_WEBHOOK_TOKEN];
  return error instanceof DiscordAPIError && expired.includes(error.code);
}

function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

export const isUnknownChannel = (error: unknown): boolean => hasCode(error, UNKNOWN_CHANNEL);
export const isMessageGone = (error: unknown): boolean => hasCode(error, UNKNOWN_MESSAGE);
export const isThreadThere = (error: unknown): boolean => hasCode(error, THREAD_ALREADY_CREATED);
/** No thread can be started on the message. */
export const isNoThread = (error: unknown): boolean => hasCode(error, ...NO_THREAD);

/** Whether Discord itself answered, as opposed to a line that was cut. */
export function isAnswered(error: unknown): boolean {
  return error instanceof DiscordAPIError;
}

/**
 * A failure in the outbox's words. Discord's own no is final; a 5xx, a timeout or a cut line tells nothing
 * about whether the message was taken.
 */
export function deliveryError(error: unknown, unclear: 'unknown' | 'later' = 'unknown'): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const words = error instanceof Error ? error.message : String(error);
  if (error instanceof RateLimitError) return new DeliveryError('later', words, error.retryAfter, error);
  if (error instanceof DiscordAPIError) {
    return error.status === 429 || error.status >= 500
      ? new DeliveryError(error.status === 429 ? 'later' : unclear, words, 0, error)
      : new DeliveryError('never', `Discord says: ${words} (${error.code})`, 0, error);
  }
  const status = error instanceof HTTPError ? `Discord answered ${error.status}` : words;
  return new DeliveryError(unclear, status, 0, error);
}
