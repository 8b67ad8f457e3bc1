import { describe, expect, it } from 'vitest';
import type { Part, Reply } from '../../commands/reply.ts';
import { seededChance } from '../../data/sample/random.ts';
import type { Run } from '../../data/state/types/runs.ts';
import { addDays, daysBetween } from '../../models/days.ts';
import type { Quantity } from '../../words/say.ts';
import { clock, fact, type houseOn, terminal, words } from '../support/house.ts';
import { mondayOf, yearOfMondays } from '../support/year.ts';

type House = ReturnType<typeof houseOn>;
type Posted = { readonly key: string; readonly reply: Reply };

const HOUR_MS = 3_600_000;
const receipt = /^[A-Z]-\d+$/;
/** Told by what Sextant itself did, or typed by a person: there is nothing to compute. */
const ownWords = [
  /^Sextant: failed deliveries/,
  /^On its way to/,
  /^Waiting for a decision/,
  /alerts? (was|were) held back/,
  // Where people could be told apart, only a bound is said.
  /^Segments: fewer than/,
];

/** Every number in some words, and every receipt, however deep they stand. Days and instants are no numbers. */
function spokenIn(spoken: unknown, found = { numbers: [] as number[], receipts: [] as string[] }) {
  if (typeof spoken === 'string') {
    if (receipt.test(spoken)) found.receipts.push(spoken);
  } else if (typeof spoken === 'object' && spoken !== null) {
    if ('said' in spoken && ownWords.some((own) => own.test(String(spoken.said)))) {
      const { receipts } = spokenIn(Object.values(spoken));
      found.receipts.push(...receipts);
      return found;
    }
    if ('quantity' in spoken) {
      const { quantity, unit } = spoken as Quantity;
      if (typeof quantity === 'number' && !['day', 'instant', 'days'].includes(unit)) found.numbers.push(quantity);
    } else for (const each of Object.values(spoken)) spokenIn(each, found);
  }
  return found;
}

/** The numbers of a part beside the receipts that it carries. */
function numbersOf(part: Part): { readonly numbers: readonly number[]; readonly receipts: readonly string[] }[] {
  switch (part.kind) {
    case 'text':
    case 'note':
      return [spokenIn(part.text)];
    case 'facts':
      return part.facts.map(({ value, unit, low, high, receipt: id }) => ({
        numbers: unit === 'day' ? [] : [value, low, high].filter((each) => typeof each === 'number'),
        receipts: id ? [id] : [],
      }));
    case 'table': {
      const cells = part.rows.flatMap((row) => row.filter((cell) => typeof cell === 'number'));
      const { numbers, receipts } = spokenIn(part.title);
      return [{ numbers: [...numbers, ...cells], receipts }];
    }
    case 'chart': {
      // The bars and lines before are the weeks as they came; what is said of them stands in words.
      const { numbers, receipts } = spokenIn([part.title, part.subtitle, part.alt]);
      return [{ numbers, receipts }];
    }
    default:
      return [];
  }
}

/** All numbers that a run found or was asked with. */
function leaves(of: unknown): number[] {
  if (typeof of === 'number') return [of];
  return typeof of === 'object' && of !== null ? Object.values(of).flatMap(leaves) : [];
}

/** Said as it was found, or rounded to what is shown: whole money, whole percent. */
function isFound(said: number, found: readonly number[]): boolean {
  return found.some(
    (number) => number === said || Math.round(number) === said || Math.round(100 * number) / 100 === said,
  );
}

/** Everything that goes out, as its row keeps it. */
function posted({ state, time }: House): Posted[] {
  const found: Posted[] = [];
  for (;;) {
    const message = state.outbox.claim(['slack', 'web'], time.at, HOUR_MS);
    if (!message) return found;
    state.outbox.sent(message.id, { revision: message.revision, ref: `ref ${message.id}` }, time.at);
    found.push({ key: message.key, reply: message.content as Reply });
  }
}

/** One Monday with the digest of all that it can hold. */
async function postMonday(house: House): Promise<Posted[]> {
  await house.say('/digest post:yes', clock);
  return posted(house);
}

/** The Friday of it. */
async function postFriday(house: House): Promise<Posted[]> {
  const monday = house.time.at;
  house.time.at = monday + 4 * 24 * HOUR_MS;
  await house.say('/lookback post:yes', clock);
  const found = posted(house);
  house.time.at = monday;
  return found;
}

/** As the nightly refresh does, which computes much else. */
async function scoreWeek({ facts, state, time }: House, week: number): Promise<void> {
  const monday = mondayOf(week);
  const { firstDay, revenueMinor } = await facts.revenue.daily({ before: addDays(monday, 7) });
  const start = daysBetween(firstDay, monday);
  const sold = revenueMinor.slice(start, start + 7).reduce((sum, minor) => sum + minor, 0);
  state.ledger.score(monday, sold, time.at);
}

describe('any number of any digest of a year', () => {
  it('carries the receipt of a run that gives it again at the end, after all that came and was taken back', async () => {
    const chance = seededChance(20);
    const first = 54 + Math.floor(chance.next() * 20);
    const second = first + 1;
    const sent: Posted[] = [];
    const house = await yearOfMondays(async (week, here) => {
      if (week === first) {
        setUp(here);
        sent.push(...(await postMonday(here)));
      }
      if (week === second) {
        await scoreWeek(here, second);
        sent.push(...(await postMonday(here)), ...(await postFriday(here)));
      }
    });
    const [, , , oneOfLate] = await house.facts.imports.list();
    await house.facts.imports.undo(oneOfLate!.id, house.time.at);
    expect(sent.map(({ key }) => key.replace(/.*:([a-z-]+):\d.*/, '$1'))).toEqual(
      expect.arrayContaining(['digest', 'digest-details', 'lookback']),
    );

    const bare: string[] = [];
    const wrong: string[] = [];
    const quoted = new Set<string>();
    for (const { key, reply } of sent) {
      const title = spokenIn(reply.title);
      const carried = reply.parts.flatMap(numbersOf);
      const whole = { numbers: title.numbers, receipts: carried.flatMap(({ receipts }) => receipts) };
      for (const { numbers, receipts } of [...carried, ...(key.includes('details') ? [] : [whole])]) {
        const runs = receipts.map((id) => house.state.runs.byId(id)).filter((run): run is Run => run !== null);
        for (const { id } of runs) quoted.add(id);
        if (numbers.length > 0 && runs.length === 0) bare.push(`${key}: ${numbers.join(', ')}`);
        const found = runs.flatMap(({ result, receipt: { parameters } }) => leaves([result, parameters]));
        for (const number of numbers.filter((each) => runs.length > 0 && !isFound(each, found))) {
          wrong.push(`${key}: ${number} is not in ${receipts.join(', ')}`);
        }
      }
    }
    expect(bare).toEqual([]);
    expect(wrong).toEqual([]);

    const kinds = new Set<string>();
    for (const id of quoted) {
      const again = await house.say(`/why ${id} again:yes`, terminal);
      expect([id, again.title, words(again)]).toEqual([
        id,
        `${id} computed again: the same to the last digit`,
        expect.stringContaining('Files came in since'),
      ]);
      expect(fact(again, 'Different').value).toBe(0);
      kinds.add(house.state.runs.byId(id)!.kind);
    }
    expect([...kinds].sort()).toEqual(['advice', 'forecast', 'moved', 'record', 'returns', 'slips', 'week']);
  }, 120_000);
});

function setUp({ state }: House): void {
  const place = { door: 'slack', channel: 'C1' } as const;
  state.channels.add('digest', place.door, place.channel);
  state.digests.set(place, { persona: 'analyst', include: null });
  state.digests.approve(place, state.digests.find(place)!.version);
}
