import { describe, expect, it } from 'vitest';
import { begun, keptBeginning } from '../../support/beginning.ts';
import { HOUR_MS } from '../../support/clock.ts';
import { byWebhook, executing } from '../../support/executing.ts';
import { houseOn } from '../../support/house.ts';
import { afterWeeks, SHIFTED_AT, sell } from '../../support/promised.ts';
import { asking, cardsBefore, cardsOn } from './cards.ts';
import { platforms } from './chat.ts';
import { callerOn, moveIn, rooms } from './team.ts';

/** product.md, job 4: what goes wrong between Sextant, the platform and what carries budgets out, on both platforms. */

const both = ['approvals', 'marketing'] as const;
const MINUTE_MS = 60_000;
const said = (shown: readonly { readonly words: string }[]) => shown.map(({ words }) => words);

describe.each(platforms)('a press in %s', (platform) => {
  it('counts once, however often it is made, delivered and repeated', async () => {
    const { holds, reads, until, told, acts, state, later } = await cardsOn(platform, {
      line: '/budget propose max-step:40',
    });
    const press = holds('dina', 'Approve');

    await Promise.all([press.now(), press.now()]);
    await press.again();
    await press.again();
    await reads('dina', /Your approval of P-1 counts/);
    later(MINUTE_MS);
    await press.now();
    later(HOUR_MS);
    await press.again();

    const answers = () => said(told('dina')).filter((words) => /Your approval of P-1 counts/.test(words));
    await until(() => answers().length === 3);
    expect(acts()).toEqual(['proposed', 'agreed']);
    expect(state.proposals.approvals('P-1')).toHaveLength(1);
  });

  it('that comes too late is answered, or does nothing where nobody could be told', async () => {
    const { holds, reads, proposal, reports } = await cardsOn(platform);
    const press = holds('dina', 'Approve');

    await press.now({ lateMs: 4000 });

    // Slack takes an answer for half an hour. Discord has forgotten what was pressed, and has told the person so.
    if (platform === 'discord') {
      expect(reports).toMatchObject([{ code: 10062 }]);
      expect(proposal().state).toBe('proposed');
      await press.now();
    }
    await reads('dina', /You approved P-1/);
    expect(proposal().state).toBe('approved');
  });

  it('while the connection is away arrives when it is back, once', async () => {
    const { cuts, holds, reads, acts } = await cardsOn(platform);
    const press = holds('dina', 'Approve');

    await cuts();
    await press.now();
    await reads('dina', /You approved P-1/);
    await cuts();
    await press.again();
    await holds('raka', 'Why?').now();
    await reads('raka', /P-1/);

    expect(acts()).toEqual(['proposed', 'approved']);
  });

  it('is answered by direct message while the platform takes no answer in its place, and decided once', async () => {
    const { breaks, holds, reads, until, flush, card, acts, later, direct, told } = await cardsOn(platform);
    const press = holds('dina', 'Approve');

    const mended = breaks('answer', 'down');
    await press.now();
    await press.again();
    await reads('dina', /You approved P-1/);
    expect(said(direct('dina'))).toEqual([expect.stringMatching(/You approved P-1/)]);
    mended();
    await flush();

    for (const room of both) expect(card(room).words).toMatch(/Approved by Dina/);
    expect(acts()).toEqual(['proposed', 'approved']);
    later(MINUTE_MS);
    await press.now();
    await until(() => said(told('dina')).filter((words) => /You approved P-1/.test(words)).length === 2);
    expect(acts()).toEqual(['proposed', 'approved']);
  });
});

describe.each(platforms)('a card in %s', (platform) => {
  const unposted = async () => cardsBefore(platform, houseOn(await asking(platform)));

  it.each(['down', 'lost', 'limited'] as const)('is posted once when the platform is %s', async (trouble) => {
    const { breaks, flush, later, posted, state } = await unposted();

    const mended = breaks('post', trouble);
    for (let i = 0; i < 3; i++) {
      await flush();
      later(MINUTE_MS);
    }
    mended();
    await flush();

    for (const room of both) expect(said(posted(room))).toEqual([expect.stringMatching(/^P-1 · budget/)]);
    expect(state.outbox.dead()).toEqual([]);
  });

  it.each(['down', 'lost', 'limited'] as const)(
    'says what was decided once the platform is not %s',
    async (trouble) => {
      const { breaks, flush, later, presses, reads, posted, card, state } = await cardsOn(platform);

      const mended = breaks('change', trouble);
      await presses('dina', 'Approve');
      await reads('dina', /You approved P-1/);
      await flush();
      mended();
      // The buttons that still stand there do nothing any more.
      if (trouble !== 'lost') {
        await presses('raka', 'Approve');
        await reads('raka', /P-1 is already approved.*Dina decided/);
      }
      later(10 * MINUTE_MS);
      await flush();

      for (const room of both) {
        expect(card(room).words).toMatch(/Approved by Dina/);
        expect(card(room).buttons).toEqual(['Why?']);
        expect(posted(room)).toHaveLength(2);
      }
      expect(state.outbox.dead()).toEqual([]);
    },
  );

  it('that may not stand in its channel is told of to the admins, who let it in and send it again', async () => {
    const { closes, flush, direct, posted, presses, reads, later } = await unposted();
    const opened = closes('approvals');
    await flush();

    expect(posted('approvals')).toEqual([]);
    expect(posted('marketing')).toHaveLength(1);
    expect(said(direct('ana'))).toEqual([expect.stringMatching(/Not delivered: P-1 · budget.*Then press Retry/)]);

    opened();
    later(MINUTE_MS);
    await presses('ana', 'Retry');
    await reads('ana', /messages? (?:is|are) sent again/);
    await flush();
    expect(said(posted('approvals'))).toEqual([expect.stringMatching(/^P-1 · budget/)]);
    expect(posted('marketing')).toHaveLength(1);
  });
});

describe.each(platforms)('a shift approved in %s', (platform) => {
  /** Dina has approved it, and it has been sent as far as that goes in an hour. */
  async function sent(faults: Pick<NonNullable<Parameters<typeof executing>[0]>, 'posts' | 'looks'>, hours = 1) {
    const whole = await executing({ begins: await asking(platform), ...faults });
    const cards = await cardsBefore(platform, whole);
    await cards.flush();
    await cards.presses('dina', 'Approve');
    await cards.reads('dina', /You approved P-1/);
    await whole.settle(hours);
    await cards.flush();
    return { ...cards, receiver: whole.receiver, settle: whole.settle };
  }

  it('that is refused is not applied, says so where all read it, and can be tried again, once', async () => {
    const { card, posted, receiver, presses, holds, reads, settle, flush, later } = await sent({
      posts: [{ status: 422 }],
    });
    for (const room of both) {
      expect(card(room).words).toMatch(/Approved, not applied\. .* answered 422\. Nothing changed\./);
      expect(card(room).buttons).toEqual(['Try again', 'Withdraw', 'Why?']);
      expect(said(posted(room))[1]).toMatch(/P-1 needs somebody/);
    }
    expect(receiver.changes).toEqual([]);
    const again = holds('rina', 'Try again');
    const withdraws = holds('rina', 'Withdraw');

    await presses('rina', 'Try again');
    await reads('rina', /P-1 · budget.*Checking…/);
    await settle(1);
    await flush();
    expect(receiver.changes).toEqual(['P-1.v1']);
    for (const room of both) {
      expect(card(room).words).toMatch(/Done .* receipt X-1/);
      expect(card(room).buttons).toEqual(['Undo', 'Why?']);
      expect(said(posted(room))[1]).toMatch(/P-1: how it went on/);
    }

    // Copies that still offer it, out of order.
    later(MINUTE_MS);
    await withdraws.now();
    await reads('rina', /P-1 is already carried out/);
    await again.now();
    await reads('rina', /There is nothing to carry out/);
    await settle(1);
    expect(receiver.changes).toEqual(['P-1.v1']);
  });

  it('is withdrawn instead, and is never sent again', async () => {
    const { presses, reads, card, flush, settle, receiver, proposal } = await sent({ posts: [{ status: 422 }] });

    expect(await presses('rina', 'Withdraw')).toMatch(/P-1 is not carried out\. Nothing changes/);
    await reads('rina', /P-1 is withdrawn/);
    await settle(1);
    await flush();

    expect(card().words).toMatch(/Withdrawn by Rina/);
    expect(proposal().state).toBe('withdrawn');
    expect(receiver.changes).toEqual([]);
  });

  it('whose answer is lost is looked up before anything is said, and not sent twice', async () => {
    const { card, receiver, settle, flush } = await sent({ posts: ['lost'] }, 0.01);
    expect(card().words).toMatch(/Applied\? I could not confirm\. .*Checking…/);
    expect(card().buttons).toEqual(['Why?']);

    await settle(1);
    await flush();

    expect(card().words).toMatch(/Done .* receipt X-1/);
    expect(receiver.seen).toEqual(['POST', 'GET']);
    expect(receiver.changes).toEqual(['P-1.v1']);
  });

  it('of which nobody can find out is left to a person with the right, whose word counts', async () => {
    const looks = new Array(30).fill({ status: 404 });
    const { card, presses, reads, receiver, proposal, flush } = await sent({ posts: ['lost'], looks }, 12);
    expect(card().words).toMatch(/Applied\? I could not find out/);
    expect(card().buttons).toEqual(['Look again', 'It is applied', 'It is not applied', 'Why?']);

    await presses('rina', 'It is applied');
    await reads('rina', /needs the approver role/);
    expect(proposal().state).toBe('approved');
    await presses('dina', 'It is applied');
    await reads('dina', /P-1 · budget.*: Done/);
    await flush();

    expect(card().words).toMatch(/Done .* receipt X-1/);
    expect(proposal().state).toBe('executed');
    expect(receiver.seen.filter((each) => each === 'POST')).toHaveLength(1);
  });
});

describe.each(platforms)('a promise that is broken, in %s', (platform) => {
  /** A shift of February that was carried out, and after which its campaigns sold less than half of what they had. */
  async function broken(rule: { readonly rollBackBelow?: number } = {}) {
    const at = SHIFTED_AT;
    const begins = await keptBeginning(`${platform} promised`, async () => {
      const whole = houseOn(begun('demo'), { at, replay: true, execution: byWebhook });
      moveIn(platform, whole);
      for (const room of both) whole.state.channels.add('approvals', platform, rooms[platform][room]);
      await whole.house.askLine('/budget propose max-step:20', callerOn(platform, 'rina'));
      await whole.house.askLine('/budget approve P-1', callerOn(platform, 'dina'));
      return whole.db;
    });
    const whole = await executing({ begins, at, replay: true, terms: { ...byWebhook, ...rule } });
    const cards = await cardsBefore(platform, whole);
    await whole.settle(0.1);
    await cards.flush();
    sell(whole.db, 0.4);
    for (const weeks of [1, 2]) {
      whole.time.at = afterWeeks(weeks);
      await cards.ticks('budget watch');
    }
    await cards.flush();
    return { ...cards, receiver: whole.receiver, settle: whole.settle };
  }

  it('brings a card that takes the shift back, under the same rules, once', async () => {
    const { posted, card, presses, reads, ticks, flush, settle, receiver, proposal } = await broken();
    for (const room of both) {
      expect(card(room).words).toMatch(/P-1 promised IDR .* more a week; .* came .* over 2 weeks/);
      const back = posted(room).at(-1)!;
      expect(back.words).toMatch(
        /P-2 · budget for .*Asked by Sextant\. .*It takes back P-1\..*behind its promise in all, more than the IDR \S+ at which I propose to take it back/,
      );
      expect(back.buttons).toEqual(['Approve', 'Reject', 'Why?']);
    }
    await ticks('budget watch');
    await flush();
    expect(said(posted('approvals')).filter((words) => /^P-\d+ · budget/.test(words))).toHaveLength(2);

    await presses('rina', 'Approve');
    await reads('rina', /You can see P-2 but not decide it/);
    // What went down by 20 % goes up by 25 %: over the step, so it takes two.
    await presses('raka', 'Approve');
    await reads('raka', /Your approval of P-2 counts/);
    await presses('dina', 'Approve');
    await reads('dina', /You approved P-2/);
    await settle(1);
    await flush();

    expect(receiver.changes).toEqual(['P-1.v1', 'P-2.v1']);
    expect(JSON.parse(receiver.applied.get('P-2.v1')!.body).data.restores).toBe('P-1.v1');
    expect(posted('approvals').at(-1)!.words).toMatch(/P-2 · budget.*Approved by Dina, .* and Raka, .*receipt X-2/);
    expect(proposal('P-2').state).toBe('executed');
  });

  it('is taken back and reported within a minute where the configuration says so', async () => {
    const { posted, receiver, settle, flush, time, proposal } = await broken({ rollBackBelow: 100_000_000 });
    const seen = time.at;
    await settle(1 / 60);
    await flush();

    expect(time.at - seen).toBeLessThanOrEqual(MINUTE_MS);
    expect(receiver.changes).toEqual(['P-1.v1', 'P-2.v1']);
    expect(proposal('P-2')).toMatchObject({ state: 'executed', decidedByName: 'the roll-back rule' });
    for (const room of both) {
      const back = posted(room).at(-1)!;
      expect(back.words).toMatch(/P-2 · budget.*Approved by the roll-back rule.*Done .*receipt X-2/);
      expect(back.buttons).toEqual(['Undo', 'Why?']);
    }
  });
});
