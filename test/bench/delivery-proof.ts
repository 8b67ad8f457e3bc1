import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killSenders, type Proof } from '../support/kill-senders.ts';
import { bundledInto } from '../support/one-file.ts';
import { seconds } from './print.ts';

/**
 * `npm run prove:delivery`: two senders with bolt's client and discord.js at one outbox, killed with SIGKILL 500 times in
 * all, over lines that fail every third time. What people see in the end is compared with what was written.
 *
 *     npm run prove:delivery -- [kills] [seed]
 */
const kills = Number(process.argv[2] ?? 500);
const seed = Number(process.argv[3] ?? 7);
const folder = mkdtempSync(join(tmpdir(), 'sextant-proof-'));
try {
  console.log(`${kills} kills, seed ${seed}, two senders at a time, 20 channels per platform`);
  const script = await bundledInto(folder, join(import.meta.dirname, '../support/deliver-until-killed.ts'));
  const proofs = await killSenders({
    file: join(folder, 'state.db'),
    script,
    seed,
    kills,
    senders: 2,
    channels: 20,
    calls: 24,
    killed: (done) => done % 50 === 0 && console.log(`  ${done} killed`),
  });
  console.log(
    `${proofs.kills} kills in ${seconds(proofs.tookMs)}, ${proofs.lookedFor} look-ups before a message was sent again`,
  );
  for (const [what, times] of Object.entries(proofs.faults).sort()) console.log(`  ${what}: ${times}`);
  const tell = (name: string, { messages, inThreads, edits, duplicated, missing, wrong }: Proof) =>
    console.log(
      `${name}: ${messages} messages, ${inThreads} in threads, ${edits} edits: ${duplicated.length} duplicated, ${missing.length} missing, ${wrong.length} wrong`,
      ...[duplicated, missing, wrong].filter((keys) => keys.length > 0),
    );
  tell('Slack', proofs.slack);
  tell('Discord', proofs.discord);
  const failed = [proofs.slack, proofs.discord].some(
    ({ duplicated, missing, wrong }) => duplicated.length + missing.length + wrong.length > 0,
  );
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
