import { createHmac } from 'node:crypto';

/**
 * The headers of a message under Standard Webhooks: HMAC-SHA256 of "id.timestamp.body" with the decoded secret.
 *
 * @param secret "whsec_" and base64, as the receiver has it
 * @param id     the same for every attempt at the same message
 *
 * Source: https://www.standardwebhooks.com, specification 1.0.
 */
export function signed(
  body: string,
  { secret, id, at }: { readonly secret: string; readonly id: string; readonly at: number },
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
