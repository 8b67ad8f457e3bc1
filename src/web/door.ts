import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { say } from '../../words/say.ts';
import type { House, OpenDoor } from '../doors.ts';
import { openApp } from './app.ts';
import { openBoard } from './board.ts';
import { openBundle } from './bundle.ts';
import type { WebChannel, WebOptions } from './ports.ts';

const DEFAULT_HOST = '127.0.0.1';
/** After this, whatever is still being answered is cut off. */
const CLOSING_MS = 10_000;
const IDLE_SWEEP_MS = 50;

export const defaultChannels: readonly WebChannel[] = [
  { id: 'marketing', name: 'marketing', about: say`The weekly digest, and what the team shares` },
  { id: 'approvals', name: 'approvals', about: say`Budget shifts that wait for a decision` },
];

/** Somebody else listens there already. */
export class PortTaken extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`port ${port} is taken by another program`);
    this.name = 'PortTaken';
    this.port = port;
  }
}

/**
 * Opens the local workspace.
 *
 * @throws {PortTaken} when another program listens on that port
 */
export async function openWeb(options: WebOptions, house: House): Promise<OpenDoor & { readonly url: string }> {
  const host = options.host ?? DEFAULT_HOST;
  const board = openBoard(options, options.channels ?? defaultChannels);
  const closing = new AbortController();
  let hosts: readonly string[] = [];
  const app = openApp({
    options,
    house,
    board,
    bundle: await openBundle(options.report),
    hosts: () => hosts,
    closing: closing.signal,
  });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  const port = await listen(server, { host, port: options.port });
  const publicHosts = options.publicAddress === undefined ? [] : [new URL(options.publicAddress).host];
  const names = [...new Set(['127.0.0.1', 'localhost', '[::1]', host.toLowerCase()])];
  hosts = [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : []), ...publicHosts];
  const url = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;

  return {
    name: 'web',
    url,
    outlet: board.outlet,
    state: () => (closing.signal.aborted ? say`closed` : say`open at ${url}`),
    isConnected: () => !closing.signal.aborted,
    async close() {
      closing.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      // A connection that was busy when closing began becomes idle later.
      const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
      const patience = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
      await closed;
      clearInterval(sweep);
      clearTimeout(patience);
    },
  };
}

async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error);
    });
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}
