import { z } from 'zod';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import { receiptId, text } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { capital } from './capital.ts';
import { placeOfName, readGroups } from './groups.ts';

const LONGEST_NAME = 40;

export const segmentName = defineCommand({
  name: 'segment name',
  summary: 'Call a group what your team calls it; the name stays with its people',
  examples: ['segment name from:"active high spenders" to:VIP'],
  needs: 'analyst',
  input: z.strictObject({
    from: text('the group as it is called now'),
    to: text('what it should be called', { most: LONGEST_NAME }),
    run: receiptId('the segments run that was looked at, such as S-88').optional(),
  }),

  async run({ from, to, run: seen }, context) {
    const { run, clusters, names } = await readGroups(context);
    if (seen !== undefined && seen !== run.id) {
      throw new Refusal(`${seen} is not the newest any more`, 'Look at /segment again: groups may have changed since.');
    }
    const place = placeOfName(names, from);
    const name = to.replace(/\s+/g, ' ');
    const taken = names.findIndex((each) => each.toLowerCase() === name.toLowerCase());
    if (taken !== -1 && taken !== place) {
      throw new Refusal(`Another group is called "${name}"`, 'Two groups cannot share a name: rename that one first.');
    }
    const actor = actorOf(context.caller);
    context.state.atomically(() => {
      context.state.segmentNames.set(run.id, place, name, actor.id, context.now);
      context.state.audit.append({
        at: context.now,
        actor: actor.id,
        actorName: actor.name,
        act: 'group renamed',
        subject: run.id,
        version: null,
        detail: { from: names[place]!, to: name },
      });
    });
    const { looks, customers } = clusters.segments[place]!;
    return {
      title: `${capital(names[place]!)} is called ${name} from now on`,
      tone: 'good',
      parts: [
        {
          kind: 'facts',
          facts: [{ label: 'Customers in it', value: customers, unit: 'count', receipt: run.id }],
        },
        {
          kind: 'note',
          text: `The name goes with these people: the next groups found take it where at least half are the same. By its figures it is called ${looks}.`,
        },
      ],
      actions: [{ label: 'Segments', style: 'primary', ask: { name: 'segment', input: {} } }],
    };
  },
});
