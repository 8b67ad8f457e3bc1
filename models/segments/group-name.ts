import { entryOf } from '../../words/entry.ts';
import { count, named, type Said, say, type Words } from '../../words/say.ts';
import { vocabulary } from './vocabulary.ts';

/** "High spenders" on its own and after a word for another axis. */
const nouns: Readonly<Record<string, { readonly alone: Said; readonly after: Said }>> = {
  customers: { alone: say`Customers`, after: say`customers` },
  'top spenders': { alone: say`Top spenders`, after: say`top spenders` },
  'high spenders': { alone: say`High spenders`, after: say`high spenders` },
  'mid spenders': { alone: say`Mid spenders`, after: say`mid spenders` },
  'low spenders': { alone: say`Low spenders`, after: say`low spenders` },
  'lowest spenders': { alone: say`Lowest spenders`, after: say`lowest spenders` },
};

type Quality = { readonly first: (who: Said) => Said; readonly after: (who: Said) => Said };

/** Words of the other axes, before what they tell of: where they begin a name, and after another of them. */
const qualities: Readonly<Record<string, Quality>> = {
  active: { first: (who) => say`Active ${who}`, after: (who) => say`active ${who}` },
  recent: { first: (who) => say`Recent ${who}`, after: (who) => say`recent ${who}` },
  cooling: { first: (who) => say`Cooling ${who}`, after: (who) => say`cooling ${who}` },
  lapsing: { first: (who) => say`Lapsing ${who}`, after: (who) => say`lapsing ${who}` },
  lapsed: { first: (who) => say`Lapsed ${who}`, after: (who) => say`lapsed ${who}` },
  lost: { first: (who) => say`Lost ${who}`, after: (who) => say`lost ${who}` },
  'long-standing': { first: (who) => say`Long-standing ${who}`, after: (who) => say`long-standing ${who}` },
  settled: { first: (who) => say`Settled ${who}`, after: (who) => say`settled ${who}` },
  'short-lived': { first: (who) => say`Short-lived ${who}`, after: (who) => say`short-lived ${who}` },
  'most frequent': { first: (who) => say`Most frequent ${who}`, after: (who) => say`most frequent ${who}` },
  frequent: { first: (who) => say`Frequent ${who}`, after: (who) => say`frequent ${who}` },
  regular: { first: (who) => say`Regular ${who}`, after: (who) => say`regular ${who}` },
  occasional: { first: (who) => say`Occasional ${who}`, after: (who) => say`occasional ${who}` },
  rare: { first: (who) => say`Rare ${who}`, after: (who) => say`rare ${who}` },
  'deal-seeking': { first: (who) => say`Deal-seeking ${who}`, after: (who) => say`deal-seeking ${who}` },
  'occasional-deal': { first: (who) => say`Occasional-deal ${who}`, after: (who) => say`occasional-deal ${who}` },
  'full-price': { first: (who) => say`Full-price ${who}`, after: (who) => say`full-price ${who}` },
  'big-basket': { first: (who) => say`Big-basket ${who}`, after: (who) => say`big-basket ${who}` },
  'mid-basket': { first: (who) => say`Mid-basket ${who}`, after: (who) => say`mid-basket ${who}` },
  'small-basket': { first: (who) => say`Small-basket ${who}`, after: (who) => say`small-basket ${who}` },
  'wide-range': { first: (who) => say`Wide-range ${who}`, after: (who) => say`wide-range ${who}` },
  'mid-range': { first: (who) => say`Mid-range ${who}`, after: (who) => say`mid-range ${who}` },
  'narrow-range': { first: (who) => say`Narrow-range ${who}`, after: (who) => say`narrow-range ${who}` },
};

/** What customers are kept under who are in none, beside the names of groups. */
export const IN_NO_GROUP = 'In no segment';

/** What a name may end in: a number where nothing tells two groups apart, and that it is another group of that name. */
const endings = /^(.*?)( \d+)?( \(new\))?$/;

/**
 * A group's name as it is shown. A name that was made of the vocabulary is kept as it is in English, which is what
 * identifies the group, and is told in any language; a name that people gave is their own words.
 */
export function shownName(name: string): Words {
  if (name === IN_NO_GROUP) return say`In no segment`;
  const [, words = name, number, isNew] = endings.exec(name) ?? [];
  const who = phraseOf(words);
  if (who === null) return named(name);
  const numbered = number === undefined ? who : say`${who} ${count(Number(number))}`;
  return isNew === undefined ? numbered : say`${numbered} (new)`;
}

/** "active frequent high spenders": a word at most of every axis, in the order of the vocabulary, the noun last. */
function phraseOf(words: string): Said | null {
  let rest = words.charAt(0).toLowerCase() + words.slice(1);
  const said: Quality[] = [];
  for (const axis of vocabulary.slice(0, -1)) {
    const word = [...axis.words.flat(), ...(axis.longGone ?? [])].find(
      (each) => each !== '' && rest.startsWith(`${each} `),
    );
    if (word === undefined) continue;
    said.push(qualities[word]!);
    rest = rest.slice(word.length + 1);
  }
  const noun = entryOf(nouns, rest);
  if (!noun) return null;
  if (said.length === 0) return noun.alone;
  return said.reduceRight((who, { first, after }, at) => (at === 0 ? first(who) : after(who)), noun.after);
}
