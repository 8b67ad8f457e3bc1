import { describe, expect, it } from 'vitest';
import { emptyShop } from './fixture.ts';

const year = { from: '2025-01-01', before: '2026-01-01' };

describe('national holidays', () => {
  it.each([
    ['Asia/Jakarta', 'IDR', 'ID', '2025-08-17', 'Independence Day'],
    ['Europe/London', 'GBP', 'GB', '2025-12-26', 'Boxing Day'],
    ['America/Sao_Paulo', 'BRL', 'BR', '2025-04-21', "Tiradentes' Day"],
  ])('of %s are those of its country', async (zone, currency, country, day, name) => {
    const found = await emptyShop().facts.holidays({ zone, currency, ...year });
    expect(found!.country).toBe(country);
    expect(found!.days).toContainEqual({ day, name });
    expect(found!.days.map((each) => each.day)).toEqual(found!.days.map((each) => each.day).toSorted());
  });

  it('leave the end of Ramadan to what was announced', async () => {
    const { days } = (await emptyShop().facts.holidays({ zone: 'Asia/Jakarta', currency: 'IDR', ...year }))!;
    expect(days.filter(({ day }) => day >= '2025-03-30' && day <= '2025-04-07')).toEqual([]);
  });

  it('have the first day of Lebaran as computed, in Indonesia the day after, where there is one', async () => {
    const ask = async (zone: string, currency: string, year: number) =>
      (await emptyShop().facts.holidays({ zone, currency, from: `${year}-01-01`, before: `${year + 1}-01-01` }))!
        .lebaran;
    expect(await ask('Asia/Jakarta', 'IDR', 2026)).toEqual(['2026-03-21']);
    expect(await ask('Asia/Jakarta', 'IDR', 2027)).toEqual(['2027-03-10']);
    expect(await ask('Asia/Kuala_Lumpur', 'MYR', 2027)).toEqual(['2027-03-09']);
    expect(await ask('Europe/London', 'GBP', 2027)).toEqual([]);
  });

  it('go by the currency where the zone names no country, and are not known where neither does', async () => {
    const ask = (zone: string, currency: string) => emptyShop().facts.holidays({ zone, currency, ...year });
    expect((await ask('UTC', 'IDR'))!.country).toBe('ID');
    expect(await ask('UTC', 'EUR')).toBeNull();
  });

  it('hold to their bounds, over years', async () => {
    const ask = { zone: 'Europe/London', currency: 'GBP', from: '2024-12-26', before: '2025-01-02' };
    expect((await emptyShop().facts.holidays(ask))!.days.map(({ day }) => day)).toEqual(['2024-12-26', '2025-01-01']);
  });
});
