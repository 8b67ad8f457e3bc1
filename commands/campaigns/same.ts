import { z } from 'zod';
import { nameNow } from '../../models/campaigns/roi-costs.ts';
import { named, say, sentences } from '../../words/say.ts';
import { actorOf } from '../actor.ts';
import { type Context, defineCommand } from '../command.ts';
import { choice, text } from '../inputs.ts';
import { nearest } from '../nearest.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { toldOf } from '../runs/campaigns.ts';
import { namesKnown } from './find.ts';
import { sayOf } from './note.ts';

export const campaignSame = defineCommand({
  name: 'campaign same',
  summary: say`Two names are one campaign, as when it was renamed; without arguments, which are`,
  examples: ['campaign same', 'campaign same name:"Voucher Gajian" as:"Voucher Payday"'],
  needs: 'analyst',
  input: z.strictObject({
    name: text(say`the old name`, { names: 'campaign' }).optional(),
    as: text(say`the name it goes by now`, { names: 'campaign' }).optional(),
    forget: choice(['yes', 'no'], say`they are two campaigns after all`).default('no'),
  }),

  async run({ name, as: is, forget }, context): Promise<Reply> {
    const { state, facts } = context;
    const notes = state.campaignNotes.standing('same');
    if (name === undefined) return listOf(context);
    if (forget === 'yes') return forgotten(name, context);
    if (is === undefined)
      throw new Refusal(say`I need both names`, say`For example: /campaign same name:"old name" as:"new name"`);
    const names = [
      ...(await facts.campaigns.list()).map((each) => each.name),
      ...state.campaignNotes.standing('kind').map((each) => each.campaign),
    ];
    const old = names.find((each) => each.toLowerCase() === name.toLowerCase());
    if (old === undefined) {
      const near = nearest(name, names);
      throw new Refusal(say`No file names a campaign "${name}"`, near ? say`Did you mean ${near}?` : namesKnown(names));
    }
    const called = nameNow(names.find((each) => each.toLowerCase() === is.toLowerCase()) ?? is, toldOf(context).same);
    if (called.toLowerCase() === old.toLowerCase())
      throw new Refusal(
        say`"${old}" cannot be itself`,
        say`Name two different campaigns; /campaign same lists what holds.`,
      );
    const by = notes.find((each) => each.campaign === old);
    sayOf(context, { about: 'same', campaign: old, value: called }, 'campaign renamed');
    return {
      title: say`${old} is ${called} from now on`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text: sentences(
            say`Sales and costs of both names are one campaign's, past ones too.`,
            by ? say`Before: ${by.value}.` : null,
          ),
        },
      ],
      actions: [
        {
          label: say`They are two`,
          style: 'plain',
          ask: { name: 'campaign same', input: { name: old, forget: 'yes' } },
        },
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
  if (taken === null) throw new Refusal(say`"${name}" is no other name of a campaign`, say`See /campaign same.`);
  return { title: say`${taken.campaign} and ${taken.value} are two again`, tone: 'good', parts: [] };
}

function listOf({ state }: Context): Reply {
  const notes = state.campaignNotes.standing('same');
  if (notes.length === 0)
    throw new Refusal(say`Every campaign has one name`, say`For example: /campaign same name:"old name" as:"new name"`);
  return {
    title: say`Campaigns with several names`,
    tone: 'plain',
    parts: [
      {
        kind: 'table',
        columns: [
          { title: say`Old name`, unit: 'text' },
          { title: say`Is now`, unit: 'text' },
          { title: say`Said by`, unit: 'text' },
          { title: say`When`, unit: 'instant' },
        ],
        rows: notes.map(({ campaign, value, by, at }) => [named(campaign), named(value), named(by.name), at]),
      },
    ],
  };
}
