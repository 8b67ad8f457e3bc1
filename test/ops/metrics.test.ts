import { expect, it, onTestFinished } from 'vitest';
import { openMeasures, type Standing } from '../../src/ops/measures.ts';
import { openMetrics } from '../../src/ops/metrics.ts';

const NOTHING: Standing = { outbox: { waiting: 0, dead: 0, oldestSince: null }, doors: [], lastBackup: null };

function measuresOf(standing: Standing) {
  const measures = openMeasures({ now: () => 100_000, standing: () => standing });
  onTestFinished(() => measures.close());
  return measures;
}

// By hand, after prometheus.io/docs/instrumenting/exposition_formats.
it('writes counters, gauges and histograms as Prometheus reads them', () => {
  const metrics = openMetrics();
  const waits = metrics.histogram('wait_seconds', 'How long.', [0.1, 1]);
  for (const seconds of [0.05, 0.1, 0.5, 7]) waits.observe({ door: 'slack' }, seconds);
  metrics.counter('posts_total', 'How many.').add({ channel: 'a "b"\\\n' }, 2);
  metrics.gauge('depth', 'How deep.', () => [
    [{}, 3],
    [{ of: 'nothing' }, Number.NaN],
  ]);

  expect(metrics.text()).toBe(`# HELP wait_seconds How long.
# TYPE wait_seconds histogram
wait_seconds_bucket{door="slack",le="0.1"} 2
wait_seconds_bucket{door="slack",le="1"} 3
wait_seconds_bucket{door="slack",le="+Inf"} 4
wait_seconds_sum{door="slack"} 7.65
wait_seconds_count{door="slack"} 4
# HELP posts_total How many.
# TYPE posts_total counter
posts_total{channel="a \\"b\\"\\\\\\n"} 2
# HELP depth How deep.
# TYPE depth gauge
depth 3
`);
});

it('measures in seconds, by door and by the name of a command of ours', () => {
  const measures = measuresOf(NOTHING);
  measures.acknowledged('slack', 40);
  measures.answered({ command: 'forecast', door: 'web' }, 'answered', 2000);
  measures.answered({ command: null, door: 'discord' }, 'refused', 1);
  measures.delivered('slack', 'never');
  measures.jobBegan('digest', 90_000);

  expect(measures.text().split('\n')).toEqual(
    expect.arrayContaining([
      'sextant_acknowledgement_seconds_bucket{door="slack",le="0.025"} 0',
      'sextant_acknowledgement_seconds_bucket{door="slack",le="0.05"} 1',
      'sextant_command_seconds_sum{door="web",command="forecast"} 2',
      'sextant_answers_total{door="discord",command="unknown",outcome="refused"} 1',
      'sextant_deliveries_total{door="slack",result="never"} 1',
      'sextant_job_lateness_seconds_bucket{schedule="digest",le="60"} 0',
      'sextant_job_lateness_seconds_bucket{schedule="digest",le="120"} 1',
    ]),
  );
});

it('tells how the outbox stands, which door is open and when the last backup was made', () => {
  const text = measuresOf({
    outbox: { waiting: 2, dead: 1, oldestSince: 40_000 },
    doors: [
      { door: 'web', connected: true },
      { door: 'slack', connected: false },
    ],
    lastBackup: 90_000,
  }).text();

  expect(text.split('\n')).toEqual(
    expect.arrayContaining([
      'sextant_outbox_waiting 2',
      'sextant_outbox_oldest_seconds 60',
      'sextant_outbox_dead 1',
      'sextant_door_connected{door="web"} 1',
      'sextant_door_connected{door="slack"} 0',
      'sextant_last_backup_timestamp_seconds 90',
    ]),
  );
});

it('sees the event loop stand still', async () => {
  const measures = measuresOf(NOTHING);
  await new Promise((resolve) => setTimeout(resolve, 30));
  const until = performance.now() + 80;
  while (performance.now() < until);
  await new Promise((resolve) => setTimeout(resolve, 30));

  const longest = /sextant_event_loop_delay_seconds\{quantile="1"\} (\S+)/.exec(measures.text())?.[1];

  expect(Number(longest)).toBeGreaterThan(0.06);
});
