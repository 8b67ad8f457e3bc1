import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { inject } from 'vitest';

/** The answer to a question that always has the same one: worked out once for all tests, and a copy for each who asks. */
export async function once<Answer>(name: string, question: unknown, answer: () => Promise<Answer>): Promise<Answer> {
  const key = createHash('sha256').update(name).update(serialize(question)).digest('hex');
  const kept = join(dirname(inject('demoFile')), key);
  if (!existsSync(kept)) {
    const mine = `${kept}-${process.pid}`;
    writeFileSync(mine, serialize(await answer()));
    renameSync(mine, kept);
  }
  return deserialize(readFileSync(kept)) as Answer;
}
