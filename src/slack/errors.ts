import { webApi } from '@slack/bolt';
import { say, type Words } from '../../words/say.ts';
import { DeliveryError } from '../doors.ts';
import { inWords } from './wire.ts';

/** The token or the app must be mended before anything works. */
const HOPELESS = new Set([
  ...['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'not_allowed_token_type'],
  ...['missing_scope', 'no_permission', 'user_removed_from_team', 'team_disabled', 'org_login_required'],
]);

/** Slack's own words for "some of it may have happened" (docs.slack.dev, errors of chat.postMessage). */
const MAY_HAVE_HAPPENED = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout']);

/** Nothing was posted, and by itself that passes. Of any other no, a person must take care. */
const PASSES = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded', 'external_channel_migrating']);

/** The person has no account in the workspace any more. */
const GONE = new Set(['user_disabled', 'user_not_found', 'users_not_found']);

/** No connection was made, so nothing can have arrived. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** What a failed call to Slack means for the outbox: nothing was posted, perhaps it was, or a person must act. */
export function deliveryError(cause: unknown, botName = 'sextant'): DeliveryError {
  if (cause instanceof DeliveryError) return cause;
  if (cause instanceof webApi.WebAPIRateLimitedError) {
    return new DeliveryError('later', 'Slack asks for a pause', { retryAfterMs: cause.retryAfter * 1000, cause });
  }
  const code = platformError(cause);
  if (code !== null) {
    if (MAY_HAVE_HAPPENED.has(code)) return new DeliveryError('unknown', code, { cause });
    if (PASSES.has(code)) return new DeliveryError('later', code, { cause });
    return new DeliveryError('never', code, { remedy: remedyFor(code, botName), gone: GONE.has(code), cause });
  }
  if (cause instanceof webApi.WebAPIHTTPError) {
    const ours = cause.statusCode >= 400 && cause.statusCode < 500 && cause.statusCode !== 408;
    return new DeliveryError(ours ? 'never' : 'unknown', `Slack answered HTTP ${cause.statusCode}`, { cause });
  }
  if (cause instanceof webApi.WebAPIRequestError && NEVER_SENT.has(networkCode(cause.original))) {
    return new DeliveryError('later', `Slack cannot be reached: ${inWords(cause.original)}`, { cause });
  }
  if (cause instanceof webApi.WebAPIPlatformError)
    return new DeliveryError('unknown', 'something that is not Slack answered', { cause });
  return new DeliveryError('unknown', inWords(cause), { cause });
}

function remedyFor(code: string, botName: string): Words | null {
  if (code === 'not_in_channel' || code === 'channel_not_found')
    return say`Invite me: type /invite @${botName} in that channel.`;
  if (code === 'is_archived') return say`Unarchive the channel, or run /channel set in another.`;
  if (code === 'missing_scope' || code === 'no_permission')
    return say`Install the app anew from its manifest (npm run manifest): it lacks a right.`;
  if (HOPELESS.has(code)) return say`Give me a valid SLACK_BOT_TOKEN, and start me anew.`;
  if (GONE.has(code)) return say`That person no longer has an account there.`;
  return null;
}

/** Slack's own code, such as "not_in_channel", or null if it was not Slack that said no. */
export function platformError(error: unknown): string | null {
  if (!(error instanceof webApi.WebAPIPlatformError)) return null;
  // The library takes a page of whatever stands between us and Slack for a code.
  return /^\w{1,80}$/.test(error.data.error) ? error.data.error : null;
}

/** Whether Slack itself said no, for good: asking again would bring the same. */
export function saysNo(error: unknown): boolean {
  const code = platformError(error);
  return code !== null && !MAY_HAVE_HAPPENED.has(code) && !PASSES.has(code);
}

/** The code with which Slack refused the token, or null if trying again may help. */
export function refusedToken(error: unknown): string | null {
  const code = platformError(error);
  return code !== null && HOPELESS.has(code) ? code : null;
}

function networkCode(error: Error): string {
  const cause: unknown = error.cause;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
