import { describe, expect, it } from 'vitest';
import type { Caller } from '../../commands/call.ts';
import { ana, demoHouse, dina, rina, vina } from '../support/house.ts';
import { posts } from '../support/outbox.ts';

/** In private everybody is offered what they may press; a card in a channel is one for all. */
describe('the buttons of a card', () => {
  it('are in private those that its reader may press, and in a channel all', async () => {
    const house = demoHouse();
    const labels = async (line: string, caller: Caller) =>
      (await house.say(line, caller)).actions?.map(({ label }) => label);
    await house.say('/budget propose max-step:20', rina);

    expect(await labels('/budget show P-1', dina)).toEqual(['Approve', 'Adjust', 'Reject', 'Why?']);
    expect(await labels('/budget show P-1', rina)).toEqual(['Adjust', 'Why?']);
    expect(await labels('/budget show P-1', vina)).toEqual(['Why?']);
    const forAll = await labels('/budget show P-1 share:yes', vina);
    expect(forAll).toEqual(['Approve', 'Adjust', 'Reject', 'Why?']);
    expect(posts(house)[0]!.actions?.map(({ label }) => label)).toEqual(forAll);

    await house.say('/budget approve P-1', dina);

    expect(await labels('/budget show P-1', rina)).toEqual(['Done', 'Withdraw', 'Why?']);
    expect(await labels('/budget show P-1', dina)).toEqual(['Done', 'Why?']);
    expect(await labels('/budget show P-1', ana)).toEqual(['Done', 'Withdraw', 'Why?']);
    expect(await labels('/budget show P-1', vina)).toEqual(['Why?']);
  });

  it('are of deciding only for those whose word can count: approvers, and whoever is a deputy', async () => {
    const { say } = demoHouse();
    const labels = async (caller: Caller) => (await say('/budget', caller)).actions?.map(({ label }) => label);
    const decide = ['/budget approve', '/budget reject'];
    expect(await labels(vina)).not.toEqual(expect.arrayContaining(decide));
    await say('/team set user:web:dina role:approver deputy:web:vina', ana);
    expect(await labels(vina)).toEqual(expect.arrayContaining(decide));
  });
});
