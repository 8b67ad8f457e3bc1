import { webApi } from '@slack/bolt';
import { DeliveryError } from '../doors.ts';
import { inWords } from './wire.ts';

/** Trying again changes nothing: a person must act. Nothing was posted. */
const PERMANENT = new Set([
  ...['channel_not_found', 'not_in_channel', 'is_archived', 'user_not_in_channel', 'user_not_found', 'user_disabled'],
  ...['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'missing_scope'],
  ...['restricted_action', 'no_permission', 'ekm_access_denied', 'access_denied', 'team_access_not_granted'],
  ...[
    'invalid_blocks',
    'invalid_blocks_format',
    'msg_blocks_too_long',
    'msg_too_long',
    'no_text',
    'invalid_metadata_format',
  ],
  ...['message_not_found', 'cant_update_message', 'edit_window_closed', 'invalid_arguments', 'unknown_method'],
]);

/** The token or the app must be mended before anything works. */
const HOPELESS = new Set([
  ...['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'not_allowed_token_type'],
  ...['missing_scope', 'no_permission', 'user_removed_from_team', 'team_disabled', 'org_login_required'],
]);

/** Slack's own words for "some of it may have happened" (docs.slack.dev, errors of chat.postMessage). */
const MAY_HAVE_HAPPENED = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout']);

/** No connection was made, so nothing can have arrived. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** What a failed call to Slack means for the outbox: nothing was posted, perhaps it was, or a person must act. */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new DeliveryError('later', 'Slack asks for a pause', error.retryAfter * 1000, error);
  }
  const code = platformError(error);
  if (code !== null) {
    if (PERMANENT.has(code)) return new DeliveryError('never', code, 0, error);
    return new DeliveryError(MAY_HAVE_HAPPENED.has(code) ? 'unknown' : 'later', code, 0, error);
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    const ours = error.statusCode >= 400 && error.statusCode < 500 && error.statusCode !== 408;
    return new DeliveryError(ours ? 'never' : 'unknown', `Slack answered HTTP ${error.statusCode}`, 0, error);
  }
  if (error instanceof webApi.WebAPIRequestError && NEVER_SENT.has(networkCode(error.original))) {
    return new DeliveryError('later', `Slack cannot be reached: ${inWords(error.original)}`, 0, error);
  }
  return new DeliveryError('unknown', inWords(error), 0, error);
}

/** Slack's own code, such as "not_in_channel", or null if it was not Slack that said no. */
export function platformError(error: unknown): string | null {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : null;
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
