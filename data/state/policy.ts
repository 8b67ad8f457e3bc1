import type { Connection } from '../database.ts';
import type { ApproverTerms, BudgetPolicy, Policy } from './types/policy.ts';

/** What holds until an admin says otherwise. */
const asEver: BudgetPolicy = { twoAboveMinor: null, step: 0.2, own: false, hours: 48, weekly: 'always' };

type Row = Omit<BudgetPolicy, 'own'> & { readonly own: number };

export function openPolicy(db: Connection): Policy {
  const read = db.prepare<[], Row>(
    'SELECT two_above_minor AS twoAboveMinor, step, own, hours, weekly FROM budget_policy',
  );
  const set = db.prepare<[Row]>(
    `INSERT INTO budget_policy (one, two_above_minor, step, own, hours, weekly)
     VALUES (1, @twoAboveMinor, @step, @own, @hours, @weekly)
     ON CONFLICT DO UPDATE SET two_above_minor = @twoAboveMinor, step = @step, own = @own, hours = @hours, weekly = @weekly`,
  );
  const approvers = db.prepare<[], ApproverTerms>(
    'SELECT door, user, name, limit_minor AS limitMinor, deputy FROM approver ORDER BY door, user',
  );
  const setApprover = db.prepare<[ApproverTerms]>(
    `INSERT INTO approver (door, user, name, limit_minor, deputy) VALUES (@door, @user, @name, @limitMinor, @deputy)
     ON CONFLICT DO UPDATE SET name = @name, limit_minor = @limitMinor, deputy = @deputy`,
  );
  return {
    read() {
      const row = read.get();
      return row ? { ...row, own: row.own === 1 } : asEver;
    },
    set(policy) {
      set.run({ ...policy, own: policy.own ? 1 : 0 });
    },
    approvers: () => approvers.all(),
    setApprover(terms) {
      setApprover.run(terms);
    },
  };
}
