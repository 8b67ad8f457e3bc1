import { z } from 'zod';
import { say } from '../../words/say.ts';
import { defineCommand } from '../command.ts';
import { choice, text } from '../inputs.ts';
import type { Reply } from '../reply.ts';
import { knownCampaigns } from '../runs/campaigns.ts';
import { formReply, textField } from './form.ts';
import { sayOf } from './note.ts';
import { kindWords } from './words.ts';

const kinds = ['voucher', 'flash_sale', 'ads', 'broadcast', 'other'] as const;

export const campaignAdd = defineCommand({
  name: 'campaign add',
  summary: say`Make a campaign known that no file names, or say what kind one is of`,
  examples: ['campaign add name:"Radio Bandung" kind:other'],
  needs: 'analyst',
  bare: 'name',
  input: z.strictObject({
    name: text(say`what it is called; as files call it, if they do`, { most: 80 }).optional(),
    kind: choice(kinds, say`what kind of campaign it is`).optional(),
  }),
  async run({ name: typed, kind }, context): Promise<Reply> {
    if (typed === undefined || kind === undefined) return whatItIs(typed);
    const known = (await knownCampaigns(context)).find((each) => each.name.toLowerCase() === typed.toLowerCase());
    const name = known?.name ?? typed;
    sayOf(context, { about: 'kind', campaign: name, value: kind }, known ? 'campaign kind said' : 'campaign added');
    return {
      title: known ? say`${name} is of the kind ${kindWords[kind]}` : say`${name} is known: ${kindWords[kind]}`,
      tone: 'good',
      parts: known
        ? []
        : [
            {
              kind: 'text',
              text: say`Orders that name "${name}" count for it. Say what it costs with /campaign cost, or bring a file of daily spend.`,
            },
          ],
      actions: [{ label: say`Campaigns`, style: 'plain', ask: { name: 'campaign list', input: {} } }],
    };
  },
});

function whatItIs(name: string | undefined): Reply {
  const called = textField('name', say`Name`);
  return formReply({
    command: 'campaign add',
    title: say`Which campaign, and of what kind?`,
    fields: [
      name === undefined ? called : { ...called, initial: name },
      {
        name: 'kind',
        label: say`Kind`,
        kind: 'choice',
        required: true,
        choices: kinds.map((value) => ({ value, label: kindWords[value] })),
      },
    ],
  });
}
