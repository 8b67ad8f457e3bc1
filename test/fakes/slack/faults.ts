import type { IncomingMessage, ServerResponse } from 'node:http';

/** What can go wrong with one call; each is used once, in the order given. */
export type Fault =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      /** The call has its effect, and something between says this. */
      readonly after?: true;
    }
  /** Slack's own way of saying no: HTTP 200, `ok: false`. */
  | { readonly error: string }
  /** Answers late, in real milliseconds. */
  | { readonly delayMs: number }
  /** Destroys the connection before or after the effect: "did it post or not?" */
  | { readonly cut: 'before' | 'after' };

/** Faults waiting for their calls, per method; after them, whatever `chance` has for the call. */
export function faultQueue() {
  const waiting = new Map<string, Fault[]>();
  let chance: (method: string) => Fault | undefined = () => undefined;
  return {
    strike(by: typeof chance): void {
      chance = by;
    },
    add(method: string, ...faults: readonly Fault[]): void {
      waiting.set(method, [...(waiting.get(method) ?? []), ...faults]);
    },
    next: (method: string): Fault | undefined => waiting.get(method)?.shift() ?? chance(method),
  };
}

/** Answers a call, or lets it go wrong. `effect` is what the call does; it gives the answer's body and may set its status. */
export async function answerWith(
  fault: Fault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  effect: () => object,
): Promise<void> {
  if (fault && 'delayMs' in fault) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  if (fault && 'cut' in fault) {
    if (fault.cut === 'after') effect();
    request.socket.destroy();
    return;
  }
  if (fault && 'status' in fault) {
    if (fault.after) effect();
    response.writeHead(fault.status, { 'content-type': 'text/html', ...fault.headers });
    response.end(fault.body ?? '<html>no</html>');
    return;
  }
  const body = fault && 'error' in fault ? { ok: false, error: fault.error } : effect();
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}
