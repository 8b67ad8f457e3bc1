import { randomBytes } from 'node:crypto';
import type { ReportFault } from './dispatch.ts';
import { errorLine, type Log } from './ops/log.ts';

/**
 * Writes what went wrong to the log under a reference, which is all that the person is told: an error's text may
 * quote data. Neither the call's input nor who asked is written: both may hold names, and the reference leads back.
 */
export function openFaults(log: Log): ReportFault {
  return (error, { name, caller }) => {
    const reference = randomBytes(3).toString('hex');
    const { text, detail } = errorLine(error);
    log('error', text, { reference, command: name, door: caller.door, ...detail });
    return reference;
  };
}
