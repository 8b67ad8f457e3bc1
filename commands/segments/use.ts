import { z } from 'zod';
import { count, say, sentences } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import { choice } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { readSegmentsCut, setNames, setWords, standingSet } from '../runs/customers.ts';
import { segmentsRun } from '../runs/segments.ts';

export const segmentUse = defineCommand({
  name: 'segment use',
  summary: say`Tell customers apart by other things from now on`,
  examples: ['segment use features:behaviour'],
  needs: 'analyst',
  bare: 'features',
  input: z.strictObject({ features: choice(setNames, say`rfm, behaviour, thirteen, or profile`) }),

  async run({ features }, context) {
    const { state, caller, now } = context;
    const before = await standingSet(context);
    if (features === before) {
      throw new Refusal(say`Groups are found by that already: ${setWords[features]}`, say`See /segment.`);
    }
    const cut = await readSegmentsCut(context, features);
    const trial = await segmentsRun(context, cut, { features });
    const { clusters, whyNoClusters } = trial.result;
    if (!clusters) {
      throw new Refusal(
        say`No groups can be told apart by ${setWords[features]}`,
        sentences(whyNoClusters, say`Nothing was changed.`),
      );
    }
    const actor = actorOf(caller);
    state.atomically(() => {
      state.memory.set('segments', 'features', features, now);
      state.audit.append({
        at: now,
        actor: actor.id,
        actorName: actor.name,
        act: 'segment features chosen',
        subject: trial.id,
        version: null,
        detail: { from: before, to: features },
      });
    });
    return {
      title: say`Groups are found by ${setWords[features]} from now on`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text: say`${count(clusters.k)} groups instead of those by ${setWords[before]}. Names go with the people: a group keeps its name where at least half are the same.`,
        },
      ],
      actions: [
        { label: say`Segments`, style: 'primary', ask: { name: 'segment', input: {} } },
        { label: say`As before`, style: 'plain', ask: { name: 'segment use', input: { features: before } } },
      ],
    };
  },
});
