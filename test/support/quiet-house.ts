import type { House } from '../../src/doors.ts';

const nobody = () => Promise.reject(new Error('nobody asks here'));

/** A house for doors that only post. */
export const quietHouse: House = { commands: [], ask: nobody, askLine: nobody, keep: nobody, suggest: nobody };
