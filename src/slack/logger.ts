import type { Logger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import { inWords, type Log } from './wire.ts';

/** bolt's log as ours: in one line, without tokens; its debug lines carry whole bodies and are dropped. */
export function boltLogger(log: Log): Logger {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...said: unknown[]): void =>
      log(level, said.map(inWords).join(' '));
  return {
    debug: () => undefined,
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

/** For the clients of the Web API: a call that failed is told of by whoever made it, and by nobody else. */
export function callLogger(log: Log): Logger {
  return { ...boltLogger(log), info: () => undefined, warn: () => undefined };
}

const TOLD_BY_US = /^(WebSocket error|Failed to retrieve a new WSS URL)/;

/** For Socket Mode: of a line that broke, or does not come, keepConnected tells. */
export function socketLogger(log: Log): Logger {
  const logger = boltLogger(log);
  return {
    ...logger,
    error: (...said) => {
      if (!TOLD_BY_US.test(String(said[0]))) logger.error(...said);
    },
  };
}
