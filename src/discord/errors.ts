import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { say, type Words } from '../../words/say.ts';
import { DeliveryError } from '../doors.ts';

// topics/opcodes-and-status-codes: "JSON Error Codes"
const UNKNOWN_WEBHOOK = 10015;
const UNKNOWN_INTERACTION = 10062;
const ALREADY_ACKNOWLEDGED = 40060;
const INVALID_WEBHOOK_TOKEN = 50027;
const UNKNOWN_CHANNEL = 10003;
const CLOSED_TO_US = 50007;
/** Of a person: none by that id, none in that server, or none that is in a server with us. */
const GONE: readonly number[] = [10013, 10007, 50278];
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
/** The person takes no direct messages from us. */
export const takesNoMessages = (error: unknown): boolean => hasCode(error, CLOSED_TO_US);
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
export function deliveryError(cause: unknown, unclear: 'unknown' | 'later' = 'unknown'): DeliveryError {
  if (cause instanceof DeliveryError) return cause;
  const words = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof RateLimitError)
    return new DeliveryError('later', 'Discord asks for a pause', { retryAfterMs: cause.retryAfter, cause });
  if (cause instanceof DiscordAPIError && cause.status === 429) return new DeliveryError('later', words, { cause });
  // Discord's own no has a number; a page of whatever stands between us has none.
  if (cause instanceof DiscordAPIError && cause.status < 500 && typeof cause.code === 'number')
    return new DeliveryError('never', `${words} (${cause.code})`, {
      remedy: remedies[cause.code] ?? null,
      gone: GONE.includes(cause.code),
      cause,
    });
  const answered = cause instanceof HTTPError || cause instanceof DiscordAPIError;
  return new DeliveryError(unclear, answered ? `Discord answered ${cause.status}` : words, { cause });
}

const rights = say`Let me see the channel, and give me the rights Send Messages, Embed Links and Attach Files in it.`;
const remedies: Readonly<Record<number, Words>> = {
  50001: rights,
  50013: rights,
  [CLOSED_TO_US]: say`That person takes no messages from me: they must allow direct messages from members of the server.`,
  [UNKNOWN_CHANNEL]: say`The channel is gone: run /channel set in another.`,
};
