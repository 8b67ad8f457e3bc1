import { expect, it } from 'vitest';
import { kinds } from '../../commands/data/reading.ts';
import { kindsOfFile } from '../../data/facts/layouts/index.ts';

it('every kind of file that can be read by name can be asked for, and no other', () => {
  expect([...kinds].sort()).toEqual([...new Set(kindsOfFile)].sort());
});
