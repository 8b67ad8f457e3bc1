import { describe, expect, it } from 'vitest';
import { addDays, toEpochDay } from '../../../data/days.ts';
import { openState } from '../../../data/state/open.ts';
import { named } from '../../../words/say.ts';
import { emptyDatabase } from '../../support/database.ts';

const calendar = () => {
  const db = emptyDatabase();
  return { db, ...openState(db).calendar };
};
const entry = {
  name: 'Party',
  kind: 'season',
  from: '2026-05-01',
  to: '2026-05-02',
  country: null,
  source: named('me'),
} as const;

describe('the calendar', () => {
  it('has each Ramadan before its Lebaran, for shops in Indonesia only', () => {
    const { list } = calendar();
    const announced = list('ID');
    for (const { name, from, to } of announced) {
      const length = toEpochDay(to) - toEpochDay(from) + 1;
      if (name === 'Ramadan') expect([29, 30]).toContain(length);
      if (name !== 'Ramadan') continue;
      const lebaran = announced.find((each) => each.name === 'Lebaran' && each.from.startsWith(from.slice(0, 4)))!;
      expect(lebaran.from <= addDays(to, 1) && addDays(to, 1) <= lebaran.to).toBe(true);
    }
    expect(announced).toContainEqual(
      expect.objectContaining({ name: 'Lebaran', from: '2025-03-31', to: '2025-04-07' }),
    );
    expect(list('GB')).toEqual([]);
    expect(list(null)).toEqual([]);
  });

  it('takes an entry once, and again after it was removed; every change is a new version', () => {
    const { list, add, remove, version } = calendar();
    const versions = [version()];
    const added = add(entry, 1)!;
    versions.push(version());
    expect(add(entry, 2)).toBeNull();
    expect(version()).toBe(versions.at(-1));
    expect(list('GB')).toEqual([added]);
    expect(remove(added.id, 3)).toEqual(added);
    versions.push(version());
    expect(remove(added.id, 4)).toBeNull();
    expect(list('GB')).toEqual([]);
    expect(add(entry, 5)!.id).not.toBe(added.id);
    versions.push(version());
    expect(new Set(versions).size).toBe(4);
  });

  it('forgets nothing', () => {
    const { db, add, remove } = calendar();
    const { id } = add(entry, 1)!;
    remove(id, 2);
    expect(() => db.exec(`DELETE FROM calendar_event WHERE id = ${id}`)).toThrow(/not deleted/);
  });
});
