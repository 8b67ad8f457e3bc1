import { describe, expect, it } from 'vitest';
import { toDay } from '../../../data/days.ts';
import { findPeriod, readPeriod } from '../../../data/facts/import/period.ts';

const days = (period: ReturnType<typeof readPeriod>) => period && [toDay(period.from), toDay(period.to)];

describe('the days of a row', () => {
  it.each([
    ['01-09-2025-30-09-2025', '2025-09-01', '2025-09-30'],
    ['01-02-2025 - 28-02-2025', '2025-02-01', '2025-02-28'],
    ['2025/09/01-2025/09/30', '2025-09-01', '2025-09-30'],
    ['01/07/2026 - 31/07/2026', '2026-07-01', '2026-07-31'],
    ['20250401_20250430', '2025-04-01', '2025-04-30'],
    ['01032024-31032024', '2024-03-01', '2024-03-31'],
    ['05-04-2025', '2025-04-05', '2025-04-05'],
    ['2025-04-05', '2025-04-05', '2025-04-05'],
    ['2025-04-05 00:00:00', '2025-04-05', '2025-04-05'],
  ])('%s', (text, from, to) => {
    expect(days(readPeriod(text))).toEqual([from, to]);
  });

  it.each(['', '-', 'April', '31-02-2025', '30-09-2025-01-09-2025', '01-01-2020-31-12-2025', '123456789'])(
    'are not in "%s"',
    (text) => expect(readPeriod(text)).toBeNull(),
  );
});

// Names of files as they stand in the repository of the real shop.
describe('the days in the name of a file', () => {
  it.each([
    ['chat_20250601_20250630.xlsx', '2025-06-01', '2025-06-30'],
    ['In_Shop_Flash_Sale_Metrics_01032024-31032024.xlsx', '2024-03-01', '2024-03-31'],
    ['Chat_Broadcast_overview_20250101-20250131.xlsx', '2025-01-01', '2025-01-31'],
    ['offplatformtraffic.20250201_20250228.xlsx', '2025-02-01', '2025-02-28'],
    ['productoverview20250901-20250930.xlsx', '2025-09-01', '2025-09-30'],
    ['Income.sudah dilepas.id.20250501_20250531 (2).xlsx', '2025-05-01', '2025-05-31'],
    ['traffic_overview_20250401_20250430 (1).xlsx', '2025-04-01', '2025-04-30'],
    ['In_Shop_Flash_Sale_Metrics_01102025-25102025.xlsx', '2025-10-01', '2025-10-25'],
  ])('%s', (name, from, to) => {
    expect(days(findPeriod(name)!.period)).toEqual([from, to]);
  });

  it('are not taken from a single date or a long number', () => {
    expect(findPeriod('orders 20250401.csv')).toBeNull();
    expect(findPeriod('1120250401-202504301.csv')).toBeNull();
  });
});
