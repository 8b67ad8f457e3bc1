import { expect, it } from 'vitest';
import { clock, terminal } from '../support/house.ts';
import { yearOfMondays } from '../support/year.ts';
it('x', async () => {
  const t0 = performance.now();
  const marks: string[] = [];
  await yearOfMondays(async (week, house) => {
    if (![60, 70, 71].includes(week)) return;
    marks.push(`${week} ${performance.now() - t0}`);
    for (const line of ['/refresh', '/digest persona:analyst details:yes', '/digest post:yes']) {
      const t = performance.now();
      const a = await house.say(line, clock);
      marks.push(`${line} ${performance.now() - t} ${a.title}`);
      if (week === 71) console.log(JSON.stringify(a, null, 1).slice(0, 200));
    }
  });
  marks.push(`end ${performance.now() - t0}`);
  console.log(marks.join('\n'));
}, 200000);
