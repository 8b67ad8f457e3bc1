import { say } from '../../words/say.ts';
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
            `${actorName} (${actor})`,
            act,
            version,
            typeof detail.run === 'string' ? detail.run : null,
            String(detail.reason ?? detail.why ?? ''),
          ]),
      },
      ...quotedParts(state, id),
    ],
    actions: [{ label: say`Why ${proposal.run}?`, style: 'plain', ask: { name: 'why', input: { id: proposal.run } } }],
  };
}
