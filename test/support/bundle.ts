import { dirname } from 'node:path';
import { inject } from 'vitest';
import { bundledInto } from './one-file.ts';

/** A script as one file, beside the demo shop of the tests. */
export function bundled(script: string): Promise<string> {
  return bundledInto(dirname(inject('demoFile')), script);
}
