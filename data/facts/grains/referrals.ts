import { count, type Said, say } from '../../../words/say.ts';
import type { Connection } from '../../database.ts';
import type { Grain } from '../layouts/layout.ts';
import { openKeyedStore } from './keyed-store.ts';

/** Who came through whom. */
export type ReferralRow = { readonly customer: string; readonly sponsor: string };

/** Referrals: a customer has one sponsor, and nobody came through those who came through them. */
export const referrals: Grain<ReferralRow> = {
  name: 'referrals',
  open(db, { importId, words }) {
    const customers = words.prompt('customer');
    const tree = openTree();
    const sponsors = new Set<string>();
    const notes: Said[] = [];
    let rows = 0;
    return openKeyedStore<ReferralRow>(db, importId, {
      table: 'referral',
      current: 'current_referral',
      key: ['customer_id'],
      values: ['sponsor_id'],
      twice: 'reject',
      subjectOf: ({ customer }) => customer,
      objectionTo({ customer, sponsor }) {
        if (tree.grow(customer, sponsor)) return null;
        const reason =
          customer === sponsor ? say`is the customer` : say`came through ${customer}, or through somebody who did`;
        return { column: 'sponsor', value: sponsor, reason };
      },
      entriesOf({ customer, sponsor }) {
        rows++;
        sponsors.add(sponsor);
        return [{ key: [customers.idOf(customer)], values: [customers.idOf(sponsor)] }];
      },
      daysOf: () => [],
      toldAt: () => 0,
      figures: () => [
        { name: say`Referrals`, value: rows, unit: 'count' },
        { name: say`Sponsors`, value: sponsors.size, unit: 'count' },
      ],
      close() {
        const inCircles = circlesWithOthers(db, importId);
        if (inCircles > 0) {
          notes.push(
            say`${count(inCircles)} customers came through each other in a circle, by this file and earlier ones together. The newest word on each counts.`,
          );
        }
      },
      notes: () => notes,
    });
  },
};

/** Trees that grow by an edge at a time (union-find: each points somewhere up its tree). */
function openTree() {
  const above = new Map<string, string>();

  function rootOf(name: string): string {
    let root = name;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    for (let at = name; at !== root; ) {
      const next = above.get(at)!;
      above.set(at, root);
      at = next;
    }
    return root;
  }

  return {
    /** Hangs a customer, who hangs nowhere yet, below a sponsor. False: that would close a circle. */
    grow(customer: string, sponsor: string): boolean {
      const root = rootOf(sponsor);
      if (root === customer) return false;
      above.set(customer, root);
      return true;
    },
  };
}

/** How many customers would be above themselves, were this import stored. */
function circlesWithOthers(db: Connection, importId: number): number {
  const select = (from: string) =>
    db.prepare<[], [number, number]>(`SELECT customer_id, sponsor_id FROM ${from}`).raw().all();
  const above = new Map([...select('current_referral'), ...select(`referral WHERE import_id = ${Number(importId)}`)]);
  const walked = new Map<number, number>();
  let found = 0;
  for (const start of above.keys()) {
    const path: number[] = [];
    let at: number | undefined = start;
    for (; at !== undefined && !walked.has(at); at = above.get(at)) {
      walked.set(at, start);
      path.push(at);
    }
    if (at !== undefined && walked.get(at) === start) found += path.length - path.indexOf(at);
  }
  return found;
}
