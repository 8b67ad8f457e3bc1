import { createServer } from 'node:http';
import { METRICS_TYPE } from './metrics.ts';

/**
 * Answers `/metrics` on a port of its own, which no proxy passes on: how often who asks what is not for everybody.
 *
 * @returns what closes it
 */
export async function openMetricsDoor({
  host,
  port,
  text,
}: {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly text: () => string;
}): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Only GET /metrics is here.\n');
      return;
    }
    response.writeHead(200, { 'content-type': METRICS_TYPE, 'cache-control': 'no-store' }).end(text());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
