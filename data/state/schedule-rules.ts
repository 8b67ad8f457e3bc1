import type { Connection } from '../database.ts';
import { nextId } from './counter.ts';
import type { ScheduleRule, ScheduleRules } from './types/schedules.ts';

type Row = Omit<ScheduleRule, 'paused' | 'post'> & {
  readonly paused: number;
  readonly line: string | null;
  readonly door: string | null;
  readonly channel: string | null;
};

const columns = `name, minute, weekday, month_day AS monthDay, paused, line, door, channel, made_by AS madeBy,
  made_by_name AS madeByName, made_at AS madeAt`;

export function openScheduleRules(db: Connection): ScheduleRules {
  const list = db.prepare<[], Row>(`SELECT ${columns} FROM schedule_rule ORDER BY made_at, name`);
  const find = db.prepare<[string], Row>(`SELECT ${columns} FROM schedule_rule WHERE name = ?`);
  const put = db.prepare<[Row]>(
    `INSERT INTO schedule_rule (name, minute, weekday, month_day, paused, line, door, channel, made_by, made_by_name, made_at)
     VALUES (@name, @minute, @weekday, @monthDay, @paused, @line, @door, @channel, @madeBy, @madeByName, @madeAt)
     ON CONFLICT DO UPDATE SET minute = excluded.minute, weekday = excluded.weekday, month_day = excluded.month_day,
       paused = excluded.paused`,
  );
  const remove = db.prepare<[string]>('DELETE FROM schedule_rule WHERE name = ?');
  // It is due anew by its new time; what it had missed until now is not made up for.
  const forget = db.prepare<[string]>('DELETE FROM schedule WHERE name = ?');
  // What it still had to do, and what went wrong with it, is nobody's concern any more.
  const forgetJobs = db.prepare<[string]>('DELETE FROM job WHERE schedule = ?');
  const write = (rule: ScheduleRule) => {
    const { post, paused, ...rest } = rule;
    put.run({ ...rest, paused: Number(paused), ...(post ?? { line: null, door: null, channel: null }) });
    forget.run(rule.name);
  };
  return {
    list: () => list.all().map(ruleOf),
    find: (name) => {
      const row = find.get(name);
      return row ? ruleOf(row) : null;
    },
    add(rule) {
      const name = nextId(db, 'Q');
      write({ ...rule, name });
      return name;
    },
    put: write,
    remove(name) {
      remove.run(name);
      forget.run(name);
      forgetJobs.run(name);
    },
  };
}

function ruleOf({ paused, line, door, channel, ...rest }: Row): ScheduleRule {
  const post = line !== null && door !== null && channel !== null ? { line, door, channel } : null;
  return { ...rest, paused: paused === 1, post };
}
