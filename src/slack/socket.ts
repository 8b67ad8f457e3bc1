import type { SocketModeReceiver } from '@slack/bolt';
import { type Said, say } from '../../words/say.ts';
import { refusedToken } from './errors.ts';
import { inWords, type Log } from './wire.ts';

/** Full jitter under a growing ceiling. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/**
 * Keeps Socket Mode connected. bolt's own loop is switched off for it: that one waits five seconds at every refresh
 * of the socket, and when Slack refuses the token it leaves a rejection unhandled, which ends the process.
 */
export function keepConnected(
  { client }: SocketModeReceiver,
  { pause, log }: { readonly pause: (ms: number) => Promise<void>; readonly log: Log },
) {
  let state: 'connecting' | 'connected' | 'closed' | { readonly refused: string } = 'connecting';

  async function connect(): Promise<void> {
    for (let attempt = 0; state === 'connecting'; attempt++) {
      try {
        await client.start();
        if (state === 'connecting') state = 'connected';
      } catch (error) {
        const code = refusedToken(error);
        if (code !== null) {
          state = { refused: code };
          throw new Error(`Slack refused the app token: ${code}`);
        }
        const wait = Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
        log('warn', `no connection to Slack (${inWords(error)}), next try in ${Math.round(wait)} ms`);
        await pause(wait);
      }
    }
  }

  client.on('disconnected', () => {
    if (state !== 'connected') return;
    state = 'connecting';
    log('info', 'the line to Slack ended, connecting anew');
    connect().catch((error: unknown) => log('error', inWords(error)));
  });

  return {
    /** Resolves once connected. Rejects only when Slack refuses the token. */
    connect,
    isConnected: () => state === 'connected',
    /** What a person should know of a line that is not there. */
    says: (): Said => (typeof state === 'object' ? say`disconnected: ${state.refused}` : say`connecting`),
    stop(): void {
      state = 'closed';
      // Its promise resolves when Slack answers the close frame; nobody needs to wait for that.
      client.disconnect().catch(() => undefined);
    },
  };
}
