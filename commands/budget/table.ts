import type { AllocationResult } from '../../models/campaigns/types.ts';
import type { Fact, Table } from '../reply.ts';

/** Now and proposed, line by line. */
export function shiftTable({ lines, totalMinor }: AllocationResult): Table {
  const now = lines.reduce((sum, { currentMinor }) => sum + currentMinor, 0);
  return {
    kind: 'table',
    columns: [
      { title: 'Campaign', unit: 'text' },
      { title: 'Now a week', unit: 'money' },
      { title: 'Proposed', unit: 'money' },
      { title: 'Change', unit: 'change' },
      { title: 'Next 1 brings', unit: 'number' },
      { title: 'Stopped by', unit: 'text' },
    ],
    rows: [
      ...lines.map(({ name, currentMinor, proposedMinor, change, marginal, bound }) => [
        name,
        currentMinor,
        proposedMinor,
        change,
        marginal,
        bound ?? '',
      ]),
      ['All', now, totalMinor, now > 0 ? totalMinor / now - 1 : null, null, ''],
    ],
  };
}

/** What the shift promises a week, with its 80% interval. */
export function promiseFacts({ salesGain, profitGain }: AllocationResult, receipt: string): Fact[] {
  const gains = [
    ['Expected extra sales a week', salesGain],
    ['Expected extra profit a week', profitGain],
  ] as const;
  return gains.flatMap(([label, gain], i) =>
    gain === null
      ? []
      : [
          {
            label,
            value: gain.expected,
            unit: 'money' as const,
            low: gain.low80,
            high: gain.high80,
            ...(i === 0 && { receipt }),
          },
        ],
  );
}
