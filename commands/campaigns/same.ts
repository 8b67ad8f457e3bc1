import { z } from 'zod';
import { nameNow } from '../../models/campaigns/roi-costs.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice, text } from '../inputs.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { toldOf } from '../runs/campaigns.ts';
import { sayOf } from './note.ts';

export const campaignSame = defineCommand({
  name: 'campaign same',
  summary: 'Two names are one campaign, as when it was renamed; without arguments, which are',
  examples: ['campaign same', 'campaign same name:"Voucher Gajian" as:"Voucher Payday"'],
  needs: 'analyst',
  input: z.strictObject({
    name: text('the old name').optional(),
    as: text('the name it goes by now').optional(),
    forget: choice(['yes', 'no'], 'they are two campaigns after all').default('no'),
  }),

  async run({ name, as: is, forget }, context): Promise<Reply> {
    const { state, facts } = context;
    const notes = state.campaignNotes.standing('same');
    if (name === undefined) return listed(context);
    if (forget === 'yes') return forgotten(name, context);
    if (is === undefined)
      throw new Refusal('I need both names', 'For example: /campaign same name:"old name" as:"new name"');
    const names = [
      ...(await facts.campaigns.list()).map((each) => each.name),
      ...state.campaignNotes.standing('kind').map((each) => each.campaign),
    ];
    const old = names.find((each) => each.toLowerCase() === name.toLowerCase());
    if (old === undefined) {
      const near = nearest(name, names);
      throw new Refusal(
        `No file names a campaign "${name}"`,
        near ? `Did you mean ${near}?` : `There is: ${names.join(', ') || 'none yet'}.`,
      );
    }
    const called = nameNow(names.find((each) => each.toLowerCase() === is.toLowerCase()) ?? is, toldOf(context).same);
    if (called.toLowerCase() === old.toLowerCase())
      throw new Refusal(`"${old}" cannot be itself`, 'Name two different campaigns; /campaign same lists what holds.');
    const by = notes.find((each) => each.campaign === old);
    sayOf(context, { about: 'same', campaign: old, value: called }, 'campaign renamed');
    return {
      title: `${old} is ${called} from now on`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text: `Sales and costs of both names are one campaign's, past ones too.${by ? ` Before: ${by.value}.` : ''}`,
        },
      ],
      actions: [
        { label: 'They are two', style: 'plain', ask: { name: 'campaign same', input: { name: old, forget: 'yes' } } },
      ],
    };
  },
});

function forgotten(name: string, { state, caller, now }: Context): Reply {
  const by = actorOf(caller);
  const taken = state.atomically(() => {
    const note = state.campaignNotes
      .standing('same')
      .find((each) => each.campaign.toLowerCase() === name.toLowerCase());
    if (!note || state.campaignNotes.takeBack(note.seq, by, now) === null) return null;
    state.audit.append({
      at: now,
      actor: by.id,
      actorName: by.name,
      act: 'campaign name taken back',
      subject: `campaign:${note.campaign}`,
      version: note.seq,
      detail: { was: note.value },
    });
    return note;
  });
  if (taken === null) throw new Refusal(`"${name}" is no other name of a campaign`, 'See /campaign same.');
  return { title: `${taken.campaign} and ${taken.value} are two again`, tone: 'good', parts: [] };
}

function listed({ state }: Context): Reply {
  const notes = state.campaignNotes.standing('same');
  if (notes.length === 0)
    throw new Refusal('Every campaign has one name', 'For example: /campaign same name:"old name" as:"new name"');
  return {
    title: 'Campaigns with several names',
    tone: 'plain',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: 'Old name', unit: 'text' },
          { title: 'Is now', unit: 'text' },
          { title: 'Said by', unit: 'text' },
          { title: 'When', unit: 'instant' },
        ],
        rows: notes.map(({ campaign, value, by, at }) => [campaign, value, by.name, at]),
      },
    ],
  };
}
