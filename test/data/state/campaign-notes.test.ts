import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { begun } from '../../support/beginning.ts';
import { houseOn } from '../../support/house.ts';

const rina = { id: 'web:rina', name: 'Rina' } as const;
const radio = { about: 'owner', campaign: 'Radio', by: rina } as const;

describe('notes on campaigns', () => {
  const notes = () => houseOn(begun('empty'));

  it('hold as they were said last, by campaign and place', () => {
    const { campaignNotes } = notes().state;
    campaignNotes.say({ about: 'budget', campaign: 'Radio', place: '2026-05', value: 100, by: rina }, 1);
    campaignNotes.say({ about: 'budget', campaign: 'Radio', place: '2026-06', value: 200, by: rina }, 2);
    campaignNotes.say({ about: 'budget', campaign: 'Radio', place: '2026-05', value: 300, by: rina }, 3);

    expect(campaignNotes.standing('budget').map(({ place, value, first, seq }) => [place, value, first, seq])).toEqual([
      ['2026-05', 300, 1, 3],
      ['2026-06', 200, 2, 2],
    ]);
    expect(campaignNotes.standing('owner')).toEqual([]);
    expect(campaignNotes.version()).toBe(3);
  });

  it('are taken back one by one, the last first, and what was said before holds again', () => {
    const { campaignNotes } = notes().state;
    const one = campaignNotes.say({ ...radio, value: { owner: 'Dina', due: null } }, 1);
    const two = campaignNotes.say({ ...radio, value: { owner: 'Raka', due: null } }, 2);

    expect(campaignNotes.takeBack(one, rina, 3)).toBeNull();
    expect(campaignNotes.takeBack(two, rina, 3)).toMatchObject({ value: { owner: 'Raka' } });
    const [again] = campaignNotes.standing('owner');
    expect(again!.value.owner).toBe('Dina');
    expect(campaignNotes.takeBack(two, rina, 4)).toBeNull();
  });

  it('are never changed or deleted', () => {
    const { db, state } = notes();
    state.campaignNotes.say({ ...radio, value: { owner: 'Dina', due: null } }, 1);
    expect(() => db.exec("UPDATE campaign_note SET campaign = 'TV'")).toThrow('append-only');
    expect(() => db.exec('DELETE FROM campaign_note')).toThrow('append-only');
  });
});

it('alerts and votes from before there were alerts on spend are kept, and one a side of each may be open', () => {
  const folder = join(import.meta.dirname, '../../../data/state/migrations');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const db = new Database(':memory:');
  const run = (name: string) => db.exec(readFileSync(join(folder, name), 'utf8'));
  const later = files.findIndex((name) => name.startsWith('0109'));
  for (const name of files.slice(0, later)) run(name);
  db.exec("INSERT INTO alert (id, rule, side, opened_at, finding) VALUES ('A-1', 'week', 'above', 1, '{}')");
  db.exec("INSERT INTO alert_vote (alert, person, useful, at) VALUES ('A-1', 'web:rina', 1, 2)");

  run(files[later]!);

  expect(db.prepare('SELECT id, person FROM alert JOIN alert_vote ON alert = id').all()).toEqual([
    { id: 'A-1', person: 'web:rina' },
  ]);
  const open = (id: string, rule: string) =>
    db.exec(`INSERT INTO alert (id, rule, side, opened_at, finding) VALUES ('${id}', '${rule}', 'above', 3, '{}')`);
  open('A-2', 'pace');
  expect(() => open('A-3', 'days')).toThrow('UNIQUE');
  expect(() => open('A-4', 'pace')).toThrow('UNIQUE');
  expect(() => db.exec('DELETE FROM alert')).toThrow('alerts are kept');
  db.close();
});
