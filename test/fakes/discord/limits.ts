/** What a request is told of its limit, and its refusal when there is nothing left. */
type Taken = {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal: { readonly status: 429; readonly body: object } | null;
};

/**
 * Discord's limit on messages in a channel, as its answers tell it: so many in so many seconds, by the wall clock. Off
 * until it is set.
 */
export class MessageLimits {
  limit: { readonly most: number; readonly everyMs: number } | null = null;
  /** How many were refused. */
  refused = 0;
  readonly #windows = new Map<string, { readonly until: number; taken: number }>();

  take(asked: string): Taken {
    const [, channel] = /^POST \/channels\/(\d+)\/messages$/.exec(asked) ?? [];
    if (this.limit === null || channel === undefined) return { headers: {}, refusal: null };
    const now = Date.now();
    let window = this.#windows.get(channel);
    if (!window || window.until <= now) window = { until: now + this.limit.everyMs, taken: 0 };
    this.#windows.set(channel, window);
    window.taken++;
    const seconds = (window.until - now) / 1000;
    const headers = {
      'x-ratelimit-bucket': 'messages',
      'x-ratelimit-limit': String(this.limit.most),
      'x-ratelimit-remaining': String(Math.max(0, this.limit.most - window.taken)),
      'x-ratelimit-reset': String(window.until / 1000),
      'x-ratelimit-reset-after': String(seconds),
    };
    if (window.taken <= this.limit.most) return { headers, refusal: null };
    this.refused++;
    const body = { message: 'You are being rate limited.', retry_after: seconds, global: false };
    return {
      headers: { ...headers, 'retry-after': String(seconds), 'x-ratelimit-scope': 'user' },
      refusal: { status: 429, body },
    };
  }
}
