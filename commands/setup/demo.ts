import { z } from 'zod';
import { type Said, say } from '../../words/say.ts';
import { type Context, defineCommand, mayActAs } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { demoCard } from './start.ts';

/** How the demo is looked at while the shop stays open. */
function besideWords({ door }: Context['caller']): Said {
  return door === 'terminal'
    ? say`To look at it beside your shop: PORT=3005 npm start -- --demo, or at the terminal npm run ask -- --demo.`
    : say`The demo can be opened beside it: ask whoever started Sextant.`;
}

export const demo = defineCommand({
  name: 'demo',
  summary: say`The demo shop: made-up data to try everything on`,
  examples: ['demo'],
  needs: 'viewer',
  input: z.strictObject({}),

  async run(_, context): Promise<Reply> {
    const { shop, facts, caller, premises } = context;
    const beside = besideWords(caller);
    if (shop?.demo) return demoCard(context);
    const { orders } = await facts.coverage();
    if (orders > 0) throw new Refusal(say`Your own shop is at work here, and stays open`, beside);
    if (premises === null) throw new Refusal(say`Which shop is open was settled when Sextant was started`, beside);
    if (caller.role === null || !mayActAs(caller.role, 'admin'))
      throw new Refusal(say`Only an admin opens another shop`, beside);
    premises.openDemo();
    return {
      title: say`The demo shop is being opened`,
      tone: 'good',
      parts: [
        {
          kind: 'text',
          text: say`A running Sextant changes over in a few seconds: load the page again. Your own shop stays as it is; /start own:yes brings it back.`,
        },
      ],
    };
  },
});
