import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MONDAY_EIGHT, NOON } from '../support/clock.ts';
import { ana, clock, demoHouse, dina, fact, rina, table, vina, words } from '../support/house.ts';
import { frozenWeek } from '../support/ledger.ts';

const LAST_WEEK = '2026-04-13';
/** What the demo shop took in that week. */
const CAME = 195_443_500;

/** A house whose last week had been posted before it began, as given. */
async function posted(expected: number) {
  const house = demoHouse();
  const run = fact(await house.say('/forecast weeks:1 method:naive'), 'Net revenue').receipt!;
  const band = { low80: expected - 30e6, high80: expected + 30e6, low95: expected - 50e6, high95: expected + 50e6 };
  house.state.ledger.freeze([frozenWeek({ run, week: LAST_WEEK, expected, naive: 150e6, ...band })], NOON - 9 * DAY_MS);
  house.state.ledger.score(LAST_WEEK, CAME, NOON);
  return { ...house, run };
}

describe('the digest', () => {
  it('is two lines when the posted forecast held and nothing waits', async () => {
    const { say, run } = await posted(190e6);
    const answer = await say('/digest', rina);
    expect(answer.title).toBe('Week 13–19 Apr 2026: IDR 195M, inside the band');
    expect(answer.parts.map(({ kind }) => kind)).toEqual(['text', 'note']);
    const [first, second] = words(answer).split('\n').slice(1);
    expect(first).toMatch(
      new RegExp(
        `^Forecast was IDR 190M \\(80%: IDR 160M to IDR 220M\\), ${run}\\. Next week: IDR .*, F-\\d+\\. Sales: W-\\d+\\.$`,
      ),
    );
    expect(second).toMatch(/^Last week: error 3% \(naive 23%\), inside the 80% band 1 of 1\. H-\d+$/);
    expect(answer.actions!.map(({ label }) => label)).toEqual(['Why?', 'Details']);
    expect(table(await say('/digest details:yes', rina)).title).toMatch(/^What moved most \(D-\d+\)\./);
  }, 90_000);

  it('is whole when a decision waits', async () => {
    const { say } = await posted(190e6);
    await say('/budget propose', rina);
    expect(words(await say('/digest', rina))).toContain(
      'Waiting for a decision: 1 budget shift (P-1, expires 23 Apr 2026, 12:00).',
    );
  });

  it('says why a week left its band, each cut adding up to the one difference', async () => {
    const { say, state, run } = await posted(150e6);
    state.ledger.override(
      { week: LAST_WEEK, value: 180e6, reason: 'fair', person: 'web:dina', name: 'Dina', run, expected: 150e6 },
      0,
    );
    const answer = await say('/digest details:yes', rina);
    // /campaign roi calls a profit what is left after goods, too.
    const returns = table(
      await say('/digest persona:campaigns details:yes', rina),
      `Campaigns, last 12 weeks (${state.runs.latest('returns')!.id})`,
    );
    expect(returns.columns.at(-1)!.title).toBe('Sales less cost');
    expect(answer.title).toMatch(/above the band$/);
    expect(fact(answer, 'A person said').value).toBe(180e6);
    expect(words(answer)).not.toContain('Dina');
    expect(words(answer)).toMatch(
      /Against the forecast: \+IDR 45\.4M\. Moved most, the same difference looked at in several ways: by campaign, orders without a campaign \+IDR 26\.9M \(59%\), by place, Bandung \+IDR .* and by channel, .*\. They overlap: do not add them up\. D-1/,
    );
    for (const [, came, expected, difference, share] of table(
      answer,
      `What moved most (${state.runs.latest('moved')!.id}). Every split is of the same difference: do not add splits up`,
    ).rows) {
      expect(Number(came) - Number(expected)).toBeCloseTo(Number(difference), -1);
      expect(share).toBeCloseTo(Number(difference) / (CAME - 150e6), 4);
    }
  });
});

describe('the look back', () => {
  it('says on Friday what closed, how forecasts did, what waits and what failed', async () => {
    const { say, state, time, run } = await posted(150e6);
    await say('/budget propose', rina);
    await say('/budget reject P-1 reason:later', dina);
    await say('/models use:naive reason:plain', dina);
    state.outbox.enqueue({ key: 'k', door: 'slack', channel: 'C1', content: {} }, 0);
    state.outbox.bury(state.outbox.claim(['slack'], NOON, 1)!.id, { error: 'not_in_channel', reached: false });
    time.at += 3 * DAY_MS;
    const answer = await say('/lookback', rina);
    expect(answer.title).toBe('Were we right? Week 20–26 Apr 2026');
    const said = words(answer);
    expect(said).toContain(`Forecast ${run} for 13–19 Apr 2026: IDR 150M said, IDR 195M came: above the band.`);
    expect(said).toContain('P-1 rejected by Dina.');
    expect(said).toContain('Model changed to: Last week, repeated. Dina: plain');
    expect(said).toContain(
      'Sextant: failed deliveries 1, late 0, rows still in fix files 15. /status says which were not delivered.',
    );
    expect(said).toContain('Last week: error 23% (naive 23%), inside the 80% band 0 of 1.');
  });

  it('keeps a bad forecast, and tells what people say of it', async () => {
    const { say, time, run } = await posted(150e6);
    const refused = await say(`/ledger delete ${run}`, ana);
    expect(refused).toMatchObject({
      outcome: 'refused',
      title: `${run} was shown to all: nobody can change or delete it`,
    });
    expect(refused.actions!.map(({ label }) => label)).toEqual(['Comment']);
    expect((await say(`/ledger comment ${run} text:"A fair came to town."`, vina)).outcome).toBe('refused');
    await say(`/ledger comment ${run} text:"A fair came to town."`, rina);
    expect((await say('/ledger comment F-99 text:no', rina)).title).toBe('F-99 is no posted forecast');
    expect(words(await say(`/ledger ${run}`, vina))).toContain('Rina: A fair came to town.');
    time.at += 3 * DAY_MS;
    expect(words(await say('/lookback', rina))).toMatch(/above the band\. H-\d+ Rina: A fair came to town\./);
  });

  it('is two lines in a week in which nothing closed', async () => {
    const { say } = demoHouse();
    const answer = await say('/lookback', rina);
    expect(words(answer).split('\n').slice(1)).toEqual([
      'Nothing closed this week. No posted forecast has been scored yet.',
      'Sextant: failed deliveries 0, late 0, rows still in fix files 15.',
    ]);
  });

  it('is posted once, by the clock or an admin', async () => {
    const { say, state } = demoHouse({ at: MONDAY_EIGHT + 4 * DAY_MS + 8 * HOUR_MS });
    expect((await say('/lookback post:yes', rina)).outcome).toBe('refused');
    expect((await say('/lookback', vina)).outcome).toBe('refused');
    expect((await say('/lookback post:yes', clock)).title).toBe('The look back goes out');
    expect((await say('/lookback post:yes', clock)).title).toBe('The look back of this week is already posted');
    expect(state.outbox.counts().waiting).toBe(1);
  });
});
