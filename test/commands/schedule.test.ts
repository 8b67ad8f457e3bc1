import { describe, expect, it } from 'vitest';
import { ana, demoHouse, rina, table, terminal, vina, words } from '../support/house.ts';

const names = (answer: Parameters<typeof table>[0]) => table(answer).rows.map(([name]) => name);

describe('/schedule', () => {
  it('shows what is done when, and lets an admin move and pause it', async () => {
    const { say, state } = demoHouse();
    expect(names(await say('/schedule list'))).toEqual(['refresh', 'digest', 'budget suggest', 'lookback']);

    expect((await say('/schedule move digest every:tue at:9.15', rina)).title).toBe('digest is not yours to change');
    expect((await say('/schedule move digest every:tue at:9.15', ana)).title).toBe(
      'digest runs Tuesdays 09:15 from now on',
    );
    expect((await say('/schedule pause digest', ana)).tone).toBe('good');
    expect((await say('/schedule pause digest', ana)).outcome).toBe('refused');
    const row = table(await say('/schedule list')).rows.find(([name]) => name === 'digest')!;
    expect(row.slice(2, 4)).toEqual(['Tuesdays 09:15', 'paused']);
    expect(state.audit.about('digest').map(({ act, actor }) => [act, actor])).toEqual([
      ['schedule changed', 'web:ana'],
      ['schedule changed', 'web:ana'],
    ]);
    expect((await say('/schedule remove digest', ana)).title).toBe("digest is Sextant's own");
  });

  it('takes a question for this channel, from an analyst, and gives it back', async () => {
    const { say, state } = demoHouse();
    const added = await say('/schedule add line:"/forecast weeks:8" every:1 at:8:30', rina);
    expect(added.title).toBe('Q-1: /forecast weeks:8, day 1 of the month, 08:30');
    expect(state.scheduleRules.find('Q-1')).toMatchObject({
      minute: 510,
      monthDay: 1,
      post: { line: '/forecast weeks:8', door: 'web', channel: 'marketing' },
      madeBy: 'web:rina',
    });
    expect((await say('/schedule pause q-1', rina)).tone).toBe('good');
    expect((await say('/schedule resume Q-1', vina)).outcome).toBe('refused');
    expect((await say('/schedule remove Q-1', ana)).tone).toBe('good');
    expect(names(await say('/schedule list'))).not.toContain('Q-1');
  });

  it('leaves no job behind of what is removed, and no alert of one that failed', async () => {
    const { say, state, time } = demoHouse();
    await say('/schedule add line:"/forecast weeks:8"', rina);
    await say('/schedule run Q-1', rina);
    const job = state.schedules.claim(time.at, 1)!;
    state.schedules.failed(job.id, time.at, 'No such channel', null);
    expect(state.schedules.lastFinished()).toHaveLength(1);
    time.at += 1;
    await say('/schedule run Q-1', rina);

    await say('/schedule remove Q-1', rina);

    expect(state.schedules.claim(time.at, 1)).toBeNull();
    expect(state.schedules.lastFinished()).toEqual([]);
  });

  it('refuses what is no question for all, no time, no day, no channel, and who may not', async () => {
    const { say } = demoHouse();
    const refused = async (line: string, caller = rina) => {
      const answer = await say(line, caller);
      expect(answer.outcome).toBe('refused');
      return words(answer);
    };
    expect(await refused('/schedule add line:"/budget propose"')).toContain('/budget propose is not for a channel');
    expect(await refused('/schedule add line:"/data export what:orders"')).toContain('is not for a channel');
    expect(await refused('/schedule add line:"/nonsense"')).toContain('I do not know "/nonsense"');
    expect(await refused('/schedule add line:"/forecast weeks:abc"')).toContain('weeks must be a whole number');
    expect(await refused('/schedule add line:"/forecast wekks:8"')).toContain('Did you mean weeks:?');
    expect(await refused('/schedule add line:"/language set:id"')).toContain('/language is not for a channel');
    expect(await refused('/schedule add line:/status at:25:00')).toContain('"25:00" is no time of day');
    expect(await refused('/schedule add line:/status every:31')).toContain('"31" is no day I know');
    expect(await refused('/schedule add line:/status', terminal)).toContain('There is no channel here');
    expect(await refused('/schedule add line:/status', vina)).toContain('analyst');
    expect(await refused('/schedule pause digets', ana)).toContain('Did you mean digest?');
  });
});
