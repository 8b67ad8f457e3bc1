import { describe, expect, it } from 'vitest';
import { localDay, nextWallTime, toInstant } from '../src/wall-clock.ts';

const at = (text: string) => Date.parse(text);

describe('toInstant', () => {
  it.each([
    ['Asia/Jakarta', '2026-04-20', 8, 0, '2026-04-20T01:00:00Z'],
    ['America/New_York', '2026-07-01', 8, 0, '2026-07-01T12:00:00Z'],
    // The clocks go from 2:00 to 3:00: 2:30 never happens, and is moved on by the same hour.
    ['Europe/Berlin', '2026-03-29', 2, 30, '2026-03-29T01:30:00Z'],
    // 2:30 happens twice: the first time counts.
    ['Europe/Berlin', '2026-10-25', 2, 30, '2026-10-25T00:30:00Z'],
    // Half an hour of daylight saving.
    ['Australia/Lord_Howe', '2026-10-04', 2, 15, '2026-10-03T15:45:00Z'],
    ['Pacific/Apia', '2026-01-01', 8, 0, '2025-12-31T19:00:00Z'],
  ])('%s, %s at %i:%i', (zone, day, hour, minute, expected) => {
    expect(new Date(toInstant(day, { hour, minute }, zone)).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('reads back as asked on every day of a year, gaps aside', () => {
    for (const zone of ['Asia/Jakarta', 'Europe/Berlin', 'Africa/Casablanca', 'Pacific/Chatham']) {
      for (let d = 0; d < 365; d++) {
        const day = new Date(Date.UTC(2026, 0, 1 + d)).toISOString().slice(0, 10);
        expect(localDay(toInstant(day, { hour: 8, minute: 0 }, zone), zone)).toBe(day);
      }
    }
  });
});

describe('nextWallTime', () => {
  it('is strictly later', () => {
    const monday = at('2026-04-20T01:00:00Z');
    const next = nextWallTime(monday, { hour: 8, minute: 0 }, 'Asia/Jakarta', { weekday: 1 });
    expect(new Date(next).toISOString()).toBe('2026-04-27T01:00:00.000Z');
    expect(nextWallTime(monday - 1, { hour: 8, minute: 0 }, 'Asia/Jakarta', { weekday: 1 })).toBe(monday);
  });

  it('loses no week to a gap', () => {
    const sunday = { hour: 2, minute: 30 };
    const first = nextWallTime(at('2026-03-23T00:00:00Z'), sunday, 'Europe/Berlin', { weekday: 7 });
    expect(localDay(first, 'Europe/Berlin')).toBe('2026-03-29');
    expect(localDay(nextWallTime(first, sunday, 'Europe/Berlin', { weekday: 7 }), 'Europe/Berlin')).toBe('2026-04-05');
  });
});
