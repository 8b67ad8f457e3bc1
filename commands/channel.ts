import { z } from 'zod';
import { defineCommand } from './command.ts';
import { choice } from './inputs.ts';
import { Refusal } from './refusal.ts';

export const channelSet = defineCommand({
  name: 'channel set',
  summary: 'Post the digest, or the approvals, in this channel',
  examples: ['channel set purpose:digest', 'channel set purpose:approvals'],
  needs: 'admin',
  bare: 'purpose',
  input: z.strictObject({ purpose: choice(['digest', 'approvals'], 'what to post here') }),
  run({ purpose }, { state, caller, shop, now }) {
    const seat = caller.seat ?? caller.door;
    if (seat === 'terminal' || !caller.channel) {
      throw new Refusal(
        'There is no channel here',
        'Run this in the Slack or Discord channel that should get the posts.',
      );
    }
    if (caller.outsiders) {
      throw new Refusal(
        'People of other companies read this channel',
        'It is a Slack Connect channel, and posts hold money figures. Run this in a channel of your own.',
      );
    }
    if (shop?.demo && seat !== 'web') {
      throw new Refusal(
        'Demo data is not posted to real channels',
        'Connect a shop of your own first: DATABASE_PATH=data/local/shop.db npm start.',
      );
    }
    state.channels.add(purpose, seat, caller.channel);
    state.outbox.revive({ door: seat, channel: caller.channel }, now);
    return {
      title: purpose === 'digest' ? 'The Monday digest will be posted here' : 'Proposals will be posted here',
      tone: 'good',
      parts: [{ kind: 'text', text: 'It stays private elsewhere. /status shows what was delivered.' }],
    };
  },
});
