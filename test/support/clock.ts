/** The demo shop of the tests ends on this Sunday, and it is the Tuesday after: noon in Jakarta. */
export const LAST_DAY = '2026-04-19';
export const NOON = Date.UTC(2026, 3, 21, 5);
/** The Monday before, when the digest goes out. */
export const MONDAY_EIGHT = Date.UTC(2026, 3, 20, 1);
/** The Friday after, when the look back goes out: four in the afternoon. */
export const FRIDAY_FOUR = Date.UTC(2026, 3, 24, 9);
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A pause that takes its time on the clock of the test, and none of ours. */
export const pauseOn = (time: { at: number }) => async (ms: number) => {
  time.at += ms;
};
