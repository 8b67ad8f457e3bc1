/**
 * Counters, gauges and histograms in Prometheus' text format (version 0.0.4). Our own, since prom-client keeps one
 * registry for the whole process and brings two more packages.
 */

export type Labels = Readonly<Record<string, string>>;

export type Counter = { add(labels: Labels, by?: number): void };
export type Histogram = { observe(labels: Labels, value: number): void };
type Sample = readonly [Labels, number];

export type Metrics = {
  counter(name: string, help: string): Counter;
  /** `bounds`: upper ends of the buckets, ascending; one without an end is added. */
  histogram(name: string, help: string, bounds: readonly number[]): Histogram;
  /** Read when it is asked for. Numbers that are not known (NaN) are left out. */
  gauge(name: string, help: string, read: () => readonly Sample[]): void;
  text(): string;
};

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export function openMetrics(): Metrics {
  const families: (() => string[])[] = [];
  const add = (name: string, kind: string, help: string, samples: () => string[]) =>
    families.push(() => [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...samples()]);

  return {
    counter(name, help) {
      const counts = new Map<string, number>();
      add(name, 'counter', help, () => [...counts].map(([labels, count]) => `${name}${labels} ${count}`));
      return {
        add(labels, by = 1) {
          const key = braces(labels);
          counts.set(key, (counts.get(key) ?? 0) + by);
        },
      };
    },
    histogram(name, help, bounds) {
      const series = new Map<string, { readonly labels: Labels; readonly counts: number[]; sum: number }>();
      add(name, 'histogram', help, () =>
        [...series.values()].flatMap(({ labels, counts, sum }) => {
          let below = 0;
          const buckets = counts.map((count, bucket) => {
            below += count;
            return `${name}_bucket${braces({ ...labels, le: String(bounds[bucket] ?? '+Inf') })} ${below}`;
          });
          return [...buckets, `${name}_sum${braces(labels)} ${sum}`, `${name}_count${braces(labels)} ${below}`];
        }),
      );
      return {
        observe(labels, value) {
          const key = braces(labels);
          const one = series.get(key) ?? { labels, counts: new Array<number>(bounds.length + 1).fill(0), sum: 0 };
          series.set(key, one);
          const bucket = bounds.findIndex((bound) => value <= bound);
          one.counts[bucket === -1 ? bounds.length : bucket]! += 1;
          one.sum += value;
        },
      };
    },
    gauge(name, help, read) {
      add(name, 'gauge', help, () =>
        read()
          .filter(([, value]) => !Number.isNaN(value))
          .map(([labels, value]) => `${name}${braces(labels)} ${value}`),
      );
    },
    text: () => `${families.flatMap((family) => family()).join('\n')}\n`,
  };
}

function braces(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
