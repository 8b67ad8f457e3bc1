import type { AuditEntry } from '../../data/state/types/audit.ts';
import { entryOf } from '../../words/entry.ts';
import { named, type Said, say, type Words } from '../../words/say.ts';
import type { Context } from '../command.ts';
import type { Reply } from '../reply.ts';
import { quotedParts } from './quoted.ts';

/** Every step of a proposal, from the append-only log. */
export function aboutProposal(id: string, { state }: Pick<Context, 'state'>): Reply {
  const proposal = state.proposals.find(id)!;
  return {
    title: say`${id}: who did what, on which numbers`,
    tone: 'plain',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: say`When`, unit: 'instant' },
          { title: say`Who`, unit: 'text' },
          { title: say`Did`, unit: 'text' },
          { title: say`Version`, unit: 'count' },
          { title: say`Built on`, unit: 'receipt' },
          { title: say`Reason`, unit: 'text' },
        ],
        rows: state.audit
          .about(id)
          .map(({ at, actor, actorName, act, version, detail }) => [
            at,
            named(`${actorName} (${actor})`),
            deedName(act),
            version,
            typeof detail.run === 'string' ? named(detail.run) : null,
            reasonOf(detail),
          ]),
      },
      ...quotedParts(state, id),
    ],
    actions: [{ label: say`Why ${proposal.run}?`, style: 'plain', ask: { name: 'why', input: { id: proposal.run } } }],
  };
}

/** Every step of a proposal, by the name that the log keeps. */
const deeds: Readonly<Record<string, Said>> = {
  proposed: say`proposed`,
  revised: say`revised`,
  recomputed: say`recomputed`,
  reminded: say`reminded`,
  agreed: say`agreed`,
  refused: say`refused`,
  approved: say`approved`,
  rejected: say`rejected`,
  withdrawn: say`withdrawn`,
  expired: say`expired`,
  'not applied': say`not applied`,
  executing: say`executing`,
  sent: say`sent`,
  'looked up': say`looked up`,
  unknown: say`not known whether it was applied`,
  confirmed: say`confirmed`,
  failed: say`failed`,
  cancelled: say`cancelled`,
  executed: say`executed`,
  watching: say`watched`,
  crossed: say`crossed its bound`,
  worked: say`worked`,
  'did not': say`did not work`,
  "can't tell": say`can't tell`,
};

function deedName(act: string): Words {
  return entryOf(deeds, act) ?? named(act);
}

/** Why somebody was refused, by the name that the log keeps; other reasons are a person's words, or sentences. */
const refusals: Readonly<Record<string, Said>> = {
  'own proposal': say`own proposal`,
  'no right to decide': say`no right to decide`,
};

function reasonOf({ reason, why }: AuditEntry['detail']): Words {
  if (typeof why === 'string') return entryOf(refusals, why) ?? named(why);
  if (typeof reason === 'object' && reason !== null) return reason as Said;
  return typeof reason === 'string' ? named(reason) : '';
}
