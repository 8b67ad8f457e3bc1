import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoHouse } from '../../support/house.ts';
import { type Chat, openChat } from './chat.ts';
import { platforms } from './team.ts';

/** product.md, job 4: what goes wrong when a budget moves, row by row, on both platforms. */
describe.each(platforms)('a card in %s', (platform) => {
  let whole: ReturnType<typeof demoHouse>;
  let chat: Chat;

  beforeEach(async () => {
    whole = demoHouse();
    chat = await openChat(platform, whole);
    chat.serves('approvals', 'approvals', 'marketing');
  });

  afterEach(async () => {
    await chat.close();
    expect(whole.faults).toEqual([]);
  });

  async function proposed(line = '/budget propose') {
    await chat.says('rina', line);
    await chat.flush();
  }
  const card = () => chat.posted('approvals')[0]!;

  it('tells somebody without the right who can decide, reminds those at their wish, and stays as it is', async () => {
    await proposed();
    const before = card();

    await chat.presses('vina', 'Approve');
    const { words } = await chat.reads('vina', /You can see P-1 but not decide it/);
    expect(words).toMatch(/Dina, Raka or Ana can/);
    await chat.presses('vina', 'Remind them');
    await chat.reads('vina', /Dina, Raka and Ana are reminded/);
    await chat.flush();

    for (const who of ['dina', 'raka'] as const) {
      expect(chat.direct(who).map((each) => each.words)).toEqual([
        expect.stringMatching(/Vina asks: P-1 waits for you/),
      ]);
    }
    expect(card()).toEqual(before);
    expect(whole.state.audit.about('P-1').map(({ act }) => act)).toEqual(['proposed', 'refused', 'reminded']);
  });
});
