import { z } from 'zod';
import { shownName } from '../../models/segments/group-name.ts';
import { say } from '../../words/say.ts';
import { inEveryLanguage } from '../../words/tell.ts';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import { receiptId, text } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import type { Action } from '../reply.ts';
import { placeOfName, readGroups } from './groups.ts';

const LONGEST_NAME = 40;

/** Asks for a group of this run and its new name. */
export function renameButton(run: string, names: readonly string[]): Action {
  return {
    label: say`Rename`,
    style: 'plain',
    ask: { name: 'segment name', input: { run } },
    form: {
      title: say`Rename a group`,
      submit: say`Rename`,
      fields: [
        {
          name: 'from',
          label: say`Group`,
          kind: 'choice',
          required: true,
          choices: names.map((name) => ({ value: name, label: shownName(name) })),
        },
        { name: 'to', label: say`New name`, kind: 'text', required: true },
      ],
    },
  };
}

export const segmentName = defineCommand({
  name: 'segment name',
  summary: say`Call a group what your team calls it; the name stays with its people`,
  examples: [say`segment name from:"active high spenders" to:VIP`],
  needs: 'analyst',
  input: z.strictObject({
    from: text(say`the group as it is called now`, { names: 'segment' }).optional(),
    to: text(say`what it should be called`, { most: LONGEST_NAME }).optional(),
    run: receiptId(say`the segments run that was looked at, such as S-88`, 'segments').optional(),
  }),

  async run({ from, to, run: seen }, context) {
    const { run, clusters, names } = await readGroups(context);
    if (seen !== undefined && seen !== run.id) {
      throw new Refusal(
        say`${seen} is not the newest any more`,
        say`Look at /segment again: groups may have changed since.`,
      );
    }
    if (from === undefined || to === undefined) {
      return {
        title: say`Which group, and what is it called?`,
        tone: 'plain',
        parts: [],
        actions: [renameButton(run.id, names)],
      };
    }
    const place = placeOfName(names, from);
    const name = to.replace(/\s+/g, ' ');
    const taken = names.findIndex((each) =>
      [each, ...inEveryLanguage(shownName(each))].some((told) => told.toLowerCase() === name.toLowerCase()),
    );
    if (taken !== -1 && taken !== place) {
      throw new Refusal(
        say`Another group is called "${name}"`,
        say`Two groups cannot share a name: rename that one first.`,
      );
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
      title: say`${shownName(names[place]!)} is called ${name} from now on`,
      tone: 'good',
      parts: [
        {
          kind: 'facts',
          facts: [{ label: say`Customers in it`, value: customers, unit: 'count', receipt: run.id }],
        },
        {
          kind: 'note',
          text: say`The name goes with these people: the next groups found take it where at least half are the same. By its figures it is called ${shownName(looks)}.`,
        },
      ],
      actions: [{ label: say`Segments`, style: 'primary', ask: { name: 'segment', input: {} } }],
    };
  },
});
