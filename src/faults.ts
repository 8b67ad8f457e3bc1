import { randomBytes } from 'node:crypto';
import type { ReportFault } from './dispatch.ts';

/**
 * Writes what went wrong to the log under a reference, which is all that the person is told: an error's text may
 * quote data, and the call's input may hold names.
 */
export function openFaults(log: (line: string) => void): ReportFault {
  return (error, { name, caller }) => {
    const reference = randomBytes(3).toString('hex');
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log(`fault ${reference} in /${name} asked by ${caller.door}:${caller.user}: ${detail}`);
    return reference;
  };
}
