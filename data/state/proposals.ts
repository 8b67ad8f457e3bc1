import type { Connection } from '../database.ts';
import { openAudit } from './audit.ts';
import { nextId } from './counter.ts';
import type { Actor, AuditEntry, Proposal, Proposals } from './types.ts';

const columns = `id, version, state, requester, requester_name AS requesterName, run, basis,
  proposed_at AS proposedAt, expires_at AS expiresAt, decided_by AS decidedBy, decided_by_name AS decidedByName,
  decided_at AS decidedAt, reason`;

/**
 * Budget shifts as a state machine. Each step is one conditional UPDATE together with its audit row: of twenty
 * clicks at once exactly one moves the proposal.
 */
export function openProposals(db: Connection): Proposals {
  const audit = openAudit(db);
  const byId = db.prepare<[string], Proposal>(`SELECT ${columns} FROM proposal WHERE id = ?`);
  const insert = db.prepare(
    `INSERT INTO proposal (id, version, state, requester, requester_name, run, basis, proposed_at, expires_at)
     VALUES (@id, 1, 'proposed', @requester, @requesterName, @run, @basis, @at, @expiresAt)`,
  );
  const newVersion = db.prepare(
    `UPDATE proposal SET version = version + 1, run = @run, basis = @basis, requester = @requester,
       requester_name = @requesterName, proposed_at = @at, expires_at = @expiresAt
     WHERE id = @id AND version = @version AND state = 'proposed'`,
  );
  // Time is part of the condition: nothing is approved after its deadline, whatever the clock's own job has done.
  const step = db.prepare(
    `UPDATE proposal SET state = @to, reason = coalesce(@reason, reason),
       decided_by = CASE WHEN @to = 'executed' THEN decided_by ELSE @by END,
       decided_by_name = CASE WHEN @to = 'executed' THEN decided_by_name ELSE @byName END,
       decided_at = CASE WHEN @to = 'executed' THEN decided_at ELSE @at END
     WHERE id = @id AND version = @version AND state = @from
       AND (@to <> 'approved' OR expires_at > @at)`,
  );

  const record = (act: string, proposal: Proposal, by: Actor, at: number, detail: AuditEntry['detail']) =>
    audit.append({
      at,
      actor: by.id,
      actorName: by.name,
      act,
      subject: proposal.id,
      version: proposal.version,
      detail: { ...detail, run: proposal.run, basis: proposal.basis },
    });

  const propose = db.transaction((draft: Parameters<Proposals['propose']>[0], at: number): Proposal => {
    const id = nextId(db, 'P');
    insert.run({ ...draft, id, requester: draft.by.id, requesterName: draft.by.name, at });
    const proposal = byId.get(id)!;
    record('proposed', proposal, draft.by, at, { expiresAt: draft.expiresAt });
    return proposal;
  });

  const revise = db.transaction((change: Parameters<Proposals['revise']>[0], at: number): Proposal | null => {
    const moved = newVersion.run({ ...change, requester: change.by.id, requesterName: change.by.name, at });
    if (moved.changes !== 1) return null;
    const proposal = byId.get(change.id)!;
    record('revised', proposal, change.by, at, { expiresAt: change.expiresAt });
    return proposal;
  });

  const move = db.transaction((move: Parameters<Proposals['move']>[0], at: number): Proposal | null => {
    const moved = step.run({ ...move, reason: move.reason ?? null, by: move.by.id, byName: move.by.name, at });
    if (moved.changes !== 1) return null;
    const proposal = byId.get(move.id)!;
    record(move.to, proposal, move.by, at, move.reason ? { reason: move.reason } : {});
    return proposal;
  });

  return {
    propose: (draft, at) => propose.immediate(draft, at),
    revise: (change, at) => revise.immediate(change, at),
    move: (change, at) => move.immediate(change, at),
    find: (id) => byId.get(id) ?? null,
    requesters: (id) => [
      ...new Set(
        audit
          .about(id)
          .filter(({ act }) => act === 'proposed' || act === 'revised')
          .map(({ actor }) => actor),
      ),
    ],
    list: ({ states, limit }) =>
      db
        .prepare<[string | null, string, number], Proposal>(
          `SELECT ${columns} FROM proposal WHERE ? IS NULL OR state IN (SELECT value FROM json_each(?))
           ORDER BY proposed_at DESC, rowid DESC LIMIT ?`,
        )
        .all(states ? 'some' : null, JSON.stringify(states ?? []), limit),
    overdue: (at) =>
      db
        .prepare<[number], Proposal>(`SELECT ${columns} FROM proposal WHERE state = 'proposed' AND expires_at <= ?`)
        .all(at),
  };
}
