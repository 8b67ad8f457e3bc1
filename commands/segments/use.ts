import { z } from 'zod';
import { inEnglish } from '../../words/tell.ts';
import { actorOf } from '../actor.ts';
import { defineCommand } from '../command.ts';
import { choice } from '../inputs.ts';
import { Refusal } from '../refusal.ts';
import { readSegmentsCut, setNames, setWords, standingSet } from '../runs/customers.ts';
import { segmentsRun } from '../runs/segments.ts';

export const segmentUse = defineCommand({
  name: 'segment use',
  summary: 'Tell customers apart by other things from now on',
  examples: ['segment use features:behaviour'],
  needs: 'analyst',
  bare: 'features',
  input: z.strictObject({ features: choice(setNames, 'rfm, behaviour, thirteen, or profile') }),

  async run({ features }, context) {
    const { state, caller, now } = context;
    const before = await standingSet(context);
    if (features === before) {
      throw new Refusal(`Groups are found by that already: ${inEnglish(setWords[features])}`, 'See /segment.');
    }
    const cut = await readSegmentsCut(context, features);
    const trial = await segmentsRun(context, cut, { features });
    const { clusters, whyNoClusters } = trial.result;
    if (!clusters) {
      throw new Refusal(
        `${inEnglish(setWords[features])} tell no groups apart`,
        `${inEnglish(whyNoClusters ?? '')} Nothing was changed.`,
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
      title: `Groups are found by ${inEnglish(setWords[features])} from now on`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text: `${clusters.k} groups instead of those by ${inEnglish(setWords[before])}. Names go with the people: a group keeps its name where at least half are the same.`,
        },
      ],
      actions: [
        { label: 'Segments', style: 'primary', ask: { name: 'segment', input: {} } },
        { label: 'As before', style: 'plain', ask: { name: 'segment use', input: { features: before } } },
      ],
    };
  },
});
