import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../data/database.ts';
import { openState } from '../../../data/state/open.ts';
import { emptyDatabase } from '../../support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'sextant-schedules-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('schedules', () => {
  it('gives a job to one of two processes', () => {
    const one = openState(openDatabase(join(folder, 'shop.db')));
    const other = openState(openDatabase(join(folder, 'shop.db')));
    one.schedules.start('digest', 1000);
    other.schedules.start('digest', 5000);
    const step = { name: 'digest', dueAt: 1000, plannedAt: 1000, nextDueAt: 2000, period: '2026-04-20', skip: false };

    expect([one.schedules.advance(step, 1001), other.schedules.advance(step, 1001)]).toEqual([true, false]);
    expect(one.schedules.claim(1002, 60)).toMatchObject({ schedule: 'digest', period: '2026-04-20', plannedAt: 1000 });
    expect(other.schedules.claim(1003, 60)).toBeNull();
  });

  it('takes over the job of a process that gives no sign, unless it is renewed', () => {
    const { schedules } = openState(emptyDatabase());
    schedules.add('refresh', 'I-1', 0);
    const first = schedules.claim(0, 60)!;

    schedules.renew(first.id, 30, 60);
    expect(schedules.claim(61, 60)).toBeNull();
    expect(schedules.claim(91, 60)).toMatchObject({ id: first.id, attempts: 1 });
  });

  it('gives back at once what a process left that is gone, and does not count the attempt', () => {
    const { schedules } = openState(emptyDatabase());
    schedules.add('refresh', 'I-1', 0);
    schedules.claim(0, 3_600_000);

    schedules.release();

    expect(schedules.claim(1, 60)).toMatchObject({ attempts: 0 });
  });

  it('waits before a job that failed is tried again, and gives it up when told', () => {
    const { schedules } = openState(emptyDatabase());
    schedules.add('refresh', 'I-1', 0);
    const { id } = schedules.claim(0, 60)!;

    schedules.failed(id, 10, 'broke', 100);
    expect(schedules.claim(99, 60)).toBeNull();
    expect(schedules.claim(100, 60)).toMatchObject({ id, attempts: 1 });
    schedules.failed(id, 110, 'broke again', null);
    expect(schedules.claim(10_000, 60)).toBeNull();
    expect(schedules.lastFinished()).toEqual([{ schedule: 'refresh', finishedAt: 110, error: 'broke again' }]);
  });

  it('does not do a period twice', () => {
    const { schedules } = openState(emptyDatabase());
    expect(schedules.add('digest', '2026-04-20', 0)).toBe(true);
    const job = schedules.claim(0, 60)!;
    schedules.done(job.id, 1);
    expect(schedules.add('digest', '2026-04-20', 2)).toBe(false);
    expect(schedules.claim(3, 60)).toBeNull();
  });
});
