import type { Connection } from '../database.ts';
import type { Facts } from '../types/facts.ts';

/** Who came through whom: by files of referrals, and where those say nothing, by what came with the orders. */
export function referralFacts(db: Connection): Facts['referrals'] {
  const select = db
    .prepare<[], [number, number]>(
      `SELECT customer_id, sponsor_id FROM current_referral
       UNION ALL
       SELECT id, sponsor_id FROM customer
       WHERE sponsor_id IS NOT NULL AND id NOT IN (SELECT customer_id FROM current_referral)
       ORDER BY 1`,
    )
    .raw();
  return async () => {
    const rows = select.all();
    return {
      member: Int32Array.from(rows, ([member]) => member),
      sponsor: Int32Array.from(rows, ([, sponsor]) => sponsor),
    };
  };
}
