import { asText, fromText } from '../../words/kept.ts';
import type { Connection } from '../database.ts';
import { openAudit } from './audit.ts';
import { nextId } from './counter.ts';
import type { AuditEntry } from './types/audit.ts';
import type { Actor, Approval, Proposal, Proposals, ProposalTerms } from './types/proposals.ts';

const columns = `id, version, state, requester, requester_name AS requesterName, run, basis,
  proposed_at AS proposedAt, remind_at AS remindAt, deadline_at AS deadlineAt, expires_at AS expiresAt,
  decided_by AS decidedBy, decided_by_name AS decidedByName, decided_at AS decidedAt, reason, reverses, follows`;

type Row = Omit<Proposal, 'reason'> & { readonly reason: string | null };

function read(row: Row | undefined): Proposal | null {
  return row ? { ...row, reason: row.reason === null ? null : fromText(row.reason) } : null;
}

/**
 * Budget shifts as a state machine. Each step is one conditional UPDATE together with its audit row: of twenty
 * clicks at once exactly one moves the proposal.
 */
export function openProposals(db: Connection): Proposals {
  const audit = openAudit(db);
  const find = db.prepare<[string], Row>(`SELECT ${columns} FROM proposal WHERE id = ?`);
  const byId = { get: (id: string) => read(find.get(id)) };
  const insert = db.prepare(
    `INSERT INTO proposal (id, version, state, requester, requester_name, run, basis, proposed_at, remind_at,
       deadline_at, expires_at, reverses, follows)
     VALUES (@id, 1, 'proposed', @requester, @requesterName, @run, @basis, @at, @remindAt, @deadlineAt, @expiresAt,
       @reverses, @follows)`,
  );
  const newVersion = db.prepare(
    `UPDATE proposal SET version = version + 1, run = @run, basis = @basis,
       requester = CASE WHEN @sameAsker THEN requester ELSE @requester END,
       requester_name = CASE WHEN @sameAsker THEN requester_name ELSE @requesterName END,
       proposed_at = @at, remind_at = @remindAt, deadline_at = @deadlineAt, expires_at = @expiresAt
     WHERE id = @id AND version = @version AND state = 'proposed'`,
  );
  // Time is part of the condition: nothing is approved after its last hour, whatever the clock's own job has done.
  const step = db.prepare(
    `UPDATE proposal SET state = @to, reason = coalesce(@reason, reason),
       decided_by = CASE WHEN @to = 'executed' THEN decided_by ELSE @by END,
       decided_by_name = CASE WHEN @to = 'executed' THEN decided_by_name ELSE @byName END,
       decided_at = CASE WHEN @to = 'executed' THEN decided_at ELSE @at END
     WHERE id = @id AND version = @version AND state = @from
       AND (@to <> 'approved' OR expires_at > @at)`,
  );
  const agree = db.prepare(
    `INSERT INTO approval (proposal, version, person, person_name, at)
     SELECT id, version, @by, @byName, @at FROM proposal
     WHERE id = @id AND version = @version AND state = 'proposed' AND expires_at > @at
     ON CONFLICT DO NOTHING`,
  );
  const approvals = db.prepare<[string], Approval>(
    `SELECT person AS id, person_name AS name, at FROM approval
     WHERE proposal = ? AND version = (SELECT version FROM proposal p WHERE p.id = approval.proposal) ORDER BY at, person`,
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
  const asAsked = ({ by, ...terms }: ProposalTerms) => ({ ...terms, requester: by.id, requesterName: by.name });

  const propose = db.transaction((draft: Parameters<Proposals['propose']>[0], at: number): Proposal => {
    const id = nextId(db, 'P');
    const { reverses = null, follows = null } = draft;
    insert.run({ ...asAsked(draft), id, reverses, follows, at });
    const proposal = byId.get(id)!;
    record('proposed', proposal, draft.by, at, { expiresAt: draft.expiresAt });
    return proposal;
  });

  const revise = db.transaction((change: Parameters<Proposals['revise']>[0], at: number): Proposal | null => {
    const { sameAsker = false } = change;
    const moved = newVersion.run({ ...asAsked(change), sameAsker: sameAsker ? 1 : 0, at });
    if (moved.changes !== 1) return null;
    const proposal = byId.get(change.id)!;
    record(sameAsker ? 'recomputed' : 'revised', proposal, change.by, at, { expiresAt: change.expiresAt });
    return proposal;
  });

  const move = db.transaction((move: Parameters<Proposals['move']>[0], at: number): Proposal | null => {
    const moved = step.run({
      ...move,
      reason: move.reason === undefined ? null : asText(move.reason),
      by: move.by.id,
      byName: move.by.name,
      at,
    });
    if (moved.changes !== 1) return null;
    const proposal = byId.get(move.id)!;
    record(move.to, proposal, move.by, at, move.reason ? { reason: move.reason } : {});
    return proposal;
  });

  const approve = db.transaction((vote: Parameters<Proposals['approve']>[0], at: number): Proposal | null => {
    const { id, version, by } = vote;
    const isNew = agree.run({ id, version, by: by.id, byName: by.name, at }).changes === 1;
    if (vote.areEnough(approvals.all(id))) return move({ id, version, from: 'proposed', to: 'approved', by }, at);
    const proposal = byId.get(id);
    if (proposal?.state !== 'proposed' || proposal.version !== version || proposal.expiresAt <= at) return null;
    if (isNew) record('agreed', proposal, by, at, {});
    return proposal;
  });

  return {
    propose: (draft, at) => propose.immediate(draft, at),
    revise: (change, at) => revise.immediate(change, at),
    approve: (vote, at) => approve.immediate(vote, at),
    approvals: (id) => approvals.all(id),
    move: (change, at) => move.immediate(change, at),
    find: (id) => byId.get(id),
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
        .prepare<[string | null, string, number], Row>(
          `SELECT ${columns} FROM proposal WHERE ? IS NULL OR state IN (SELECT value FROM json_each(?))
           ORDER BY proposed_at DESC, rowid DESC LIMIT ?`,
        )
        .all(states ? 'some' : null, JSON.stringify(states ?? []), limit)
        .map((row) => read(row)!),
  };
}
