import { describe, expect, it } from 'vitest';
import { readNumber, readTime } from '../../../data/facts/import/cells.ts';
import { partsOf } from '../../../data/facts/import/numbers.ts';
import { say } from '../../../words/say.ts';

describe('readNumber', () => {
  it.each([
    ['6', 6],
    ['-12', -12],
    ['+3', 3],
    ['2.55', 2.55],
    ['.5', 0.5],
    ['5.', 5],
    ['0', 0],
  ])('reads %s', (text, value) => expect(readNumber(text)).toBe(value));

  it.each([
    '',
    '1,234',
    '1.234,50',
    '1e5',
    '12 5',
    'Rp 5',
    '0x10',
    'NaN',
    'Infinity',
    '--1',
    '.',
    '٣',
    '99999999999999999',
  ])('does not guess at "%s"', (text) => expect(readNumber(text)).toHaveProperty('reason'));
});

describe('partsOf', () => {
  it('keeps what is smaller than a penny', () => {
    expect(partsOf(readNumber('0.001'), 100)).toBe(1000);
    expect(partsOf(readNumber('2.55'), 100)).toBe(2_550_000);
    expect(partsOf(readNumber('12500'), 1)).toBe(125_000_000);
  });

  it('refuses what it could not keep exactly', () => {
    expect(partsOf(readNumber('99999999999'), 100)).toEqual({ reason: say`is too large a number` });
  });
});

describe('readTime', () => {
  const local = (text: string) => ({ kind: 'local', local: Date.parse(`${text}Z`) });
  const instant = (text: string) => ({ kind: 'instant', instant: Date.parse(text) });

  it.each([
    ['2026-04-20', local('2026-04-20T00:00:00')],
    ['2026-04-20 09:30', local('2026-04-20T09:30:00')],
    ['2026-04-20T09:30:15', local('2026-04-20T09:30:15')],
    ['2026-04-20 09:30:15.123', local('2026-04-20T09:30:15')],
    ['2026-04-20T09:30:00Z', instant('2026-04-20T09:30:00Z')],
    ['2026-04-20T09:30+07:00', instant('2026-04-20T02:30:00Z')],
    ['2026-04-20T09:30:00-0330', instant('2026-04-20T13:00:00Z')],
  ])('reads %s', (text, time) => expect(readTime(text)).toEqual(time));

  it.each([
    '',
    '20/04/2026',
    '04-05-2026',
    '2026-4-2',
    '20260420',
    '45000',
    '2026-02-29',
    '2026-13-01',
    '2026-04-20 24:00',
    '2026-04-20 09:61',
    '1899-12-30',
    'yesterday',
  ])('does not guess at "%s"', (text) => expect(readTime(text)).toHaveProperty('reason'));
});
