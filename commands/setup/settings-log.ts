import { z } from 'zod';
import type { AuditEntry } from '../../data/state/types/audit.ts';
import { listed, money, named, type Said, say, share, type Words } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import type { Row } from '../reply.ts';

const SHOWN = 30;

const acts: Readonly<Record<string, Said>> = {
  'settings changed': say`Settings`,
  'role given': say`Role given`,
  'rights taken': say`Rights taken away`,
  'rules changed': say`Rules of approval`,
  'token issued': say`Token`,
};

export const settingsLog = defineCommand({
  name: 'settings log',
  summary: say`Who changed settings, roles and rules, and what they were before`,
  examples: ['settings log'],
  needs: 'admin',
  personal: true,
  input: z.strictObject({}),
  run(_, { state }) {
    const entries = state.audit.recent(Object.keys(acts), SHOWN);
    return {
      title: entries.length === 0 ? say`Nothing has been changed yet` : say`The last changes`,
      tone: 'plain',
      parts:
        entries.length === 0
          ? []
          : [
              {
                kind: 'table',
                columns: [
                  { title: say`When`, unit: 'instant' },
                  { title: say`Who`, unit: 'text' },
                  { title: say`What`, unit: 'text' },
                  { title: say`Concerns`, unit: 'text' },
                  { title: say`Before`, unit: 'text' },
                  { title: say`After`, unit: 'text' },
                ],
                rows: entries.map(
                  (entry): Row => [
                    entry.at,
                    named(entry.actorName),
                    acts[entry.act]!,
                    entry.subject === 'shop' ? say`the shop` : named(entry.subject),
                    written(entry, 'before', 'after'),
                    written(entry, 'after', 'before'),
                  ],
                ),
              },
            ],
    };
  },
});

/** One side of a change: only what the other side has differently. */
function written({ detail }: AuditEntry, side: string, other: string): Words | null {
  const [of, against] = [detail[side], detail[other]];
  if (typeof of === 'string') return named(of);
  if (typeof of !== 'object' || of === null) return null;
  const was = (against ?? {}) as Readonly<Record<string, unknown>>;
  // Who it is about stands in a column of its own.
  const skipped = 'door' in of ? ['door', 'user', 'name'] : [];
  const pairs = Object.entries(of).filter(([key, value]) => !skipped.includes(key) && (was[key] ?? null) !== value);
  return pairs.length === 0 ? null : say`${listed(pairs.map(([key, value]) => pair(key, value)))}`;
}

/** As the argument that sets it is called. */
const argumentOf: Readonly<Record<string, string>> = { limitMinor: 'limit', twoAboveMinor: 'two-above' };

function pair(key: string, value: unknown): Said {
  const name = argumentOf[key] ?? key;
  if (value === null) return say`${name}: –`;
  if (key.endsWith('Minor')) return say`${name}: ${money(Number(value))}`;
  if (key === 'step') return say`${name}: ${share(Number(value))}`;
  return say`${name}: ${String(value)}`;
}
