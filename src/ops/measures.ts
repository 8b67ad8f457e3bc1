import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Instant } from '../../data/types/shop.ts';
import { openMetrics } from './metrics.ts';

/** Chats give three seconds. */
const ACKNOWLEDGEMENT_S = [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 3];
const COMMAND_S = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
const LATENESS_S = [1, 60, 120, 300, 900, 3600, 6 * 3600, 86_400];
const QUANTILES = [50, 99];
const LOOP_LOOK_MS = 10;

/** What is read of the state when somebody asks. */
export type Standing = {
  readonly outbox: { readonly waiting: number; readonly dead: number; readonly oldestSince: Instant | null };
  readonly doors: readonly { readonly door: string; readonly connected: boolean }[];
  readonly lastBackup: Instant | null;
};

export type Measures = {
  /** From the arrival of what a person did until the platform had our word that it came. */
  acknowledged(door: string, ms: number): void;
  /** `command` is the name of one of ours: what was misspelt has none. */
  answered(call: { readonly command: string | null; readonly door: string }, outcome: string, ms: number): void;
  /** An attempt to deliver: "sent", or why not. */
  delivered(door: string, result: 'sent' | 'later' | 'unknown' | 'never'): void;
  jobBegan(schedule: string, lateMs: number): void;
  text(): string;
  close(): void;
};

/** Everything Sextant tells of itself to Prometheus. No number of the shop's is among it. */
export function openMeasures({
  now,
  standing,
}: {
  readonly now: () => Instant;
  readonly standing: () => Standing;
}): Measures {
  const metrics = openMetrics();
  const acknowledgement = metrics.histogram(
    'sextant_acknowledgement_seconds',
    'From the arrival of a command, click or form until it was acknowledged.',
    ACKNOWLEDGEMENT_S,
  );
  const command = metrics.histogram('sextant_command_seconds', 'From a call to its answer.', COMMAND_S);
  const outcomes = metrics.counter('sextant_answers_total', 'Answers by outcome: answered, refused, fault.');
  const deliveries = metrics.counter(
    'sextant_deliveries_total',
    'Attempts to deliver: sent; later, unknown (may be there) and never (a person must act) failed.',
  );
  const lateness = metrics.histogram(
    'sextant_job_lateness_seconds',
    'How long after its time a scheduled job began.',
    LATENESS_S,
  );

  metrics.gauge('sextant_outbox_waiting', 'Messages that wait to be delivered.', () => [
    [{}, standing().outbox.waiting],
  ]);
  metrics.gauge('sextant_outbox_oldest_seconds', 'How long the oldest of them has waited.', () => {
    const { oldestSince } = standing().outbox;
    return [[{}, oldestSince === null ? 0 : Math.max(0, now() - oldestSince) / 1000]];
  });
  metrics.gauge('sextant_outbox_dead', 'Messages that were given up.', () => [[{}, standing().outbox.dead]]);
  metrics.gauge('sextant_door_connected', 'Whether a door takes what people send.', () =>
    standing().doors.map(({ door, connected }) => [{ door }, connected ? 1 : 0]),
  );
  metrics.gauge('sextant_last_backup_timestamp_seconds', 'When the newest verified backup was made.', () => {
    const { lastBackup } = standing();
    return lastBackup === null ? [] : [[{}, lastBackup / 1000]];
  });

  const loop = monitorEventLoopDelay({ resolution: LOOP_LOOK_MS });
  loop.enable();
  metrics.gauge('sextant_event_loop_delay_seconds', 'Delay of the event loop since it was last asked for.', () => {
    // Node counts the wait between two looks as well.
    const delay = (nanoseconds: number) => (loop.count === 0 ? 0 : Math.max(0, nanoseconds / 1e9 - LOOP_LOOK_MS / 1e3));
    const quantiles = QUANTILES.map((q) => [{ quantile: String(q / 100) }, delay(loop.percentile(q))] as const);
    const longest = [{ quantile: '1' }, delay(loop.max)] as const;
    loop.reset();
    return [...quantiles, longest];
  });
  metrics.gauge('process_resident_memory_bytes', 'Resident memory size in bytes.', () => [
    [{}, process.memoryUsage.rss()],
  ]);
  metrics.gauge('process_start_time_seconds', 'Start time of the process since the epoch.', () => [
    [{}, Math.round(now() / 1000 - process.uptime())],
  ]);

  return {
    acknowledged: (door, ms) => acknowledgement.observe({ door }, ms / 1000),
    answered(call, outcome, ms) {
      const labels = { door: call.door, command: call.command ?? 'unknown' };
      command.observe(labels, ms / 1000);
      outcomes.add({ ...labels, outcome });
    },
    delivered: (door, result) => deliveries.add({ door, result }),
    jobBegan: (schedule, lateMs) => lateness.observe({ schedule }, Math.max(0, lateMs) / 1000),
    text: metrics.text,
    close: () => loop.disable(),
  };
}
