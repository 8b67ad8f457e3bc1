import type { Quote } from '../../data/state/types/quotes.ts';
import type { State } from '../../data/state/types/state.ts';
import { count, named, plural, say, type Words } from '../../words/say.ts';
import type { Part } from '../reply.ts';

/** So many are listed; the rest is counted. */
const SHOWN = 10;

/** Who has quoted a receipt since: the messages and the answers that carry it, the first first. */
export function quotedParts(state: Pick<State, 'quotes' | 'people'>, receipt: string): Part[] {
  const { quotes, total } = state.quotes.of(receipt, SHOWN);
  if (total === 0) return [{ kind: 'note', text: say`Nobody has quoted it yet.` }];
  const more = total - quotes.length;
  return [
    {
      kind: 'table',
      title: say`Quoted since`,
      columns: [
        { title: say`First`, unit: 'instant' },
        { title: say`Last`, unit: 'instant' },
        { title: say`In`, unit: 'text' },
        { title: say`Where`, unit: 'text' },
        { title: say`Asked by`, unit: 'text' },
        { title: say`Times`, unit: 'count' },
      ],
      rows: quotes.map((quote) => [
        quote.firstAt,
        quote.lastAt,
        whatWords(quote),
        quote.channel === null ? say`a private answer` : named(`${quote.door} ${quote.channel}`),
        nameOf(state, quote),
        quote.times,
      ]),
    },
    ...(more > 0
      ? [
          {
            kind: 'note' as const,
            text: plural(
              more,
              say`1 more place is not in the table.`,
              say`${count(more)} more places are not in the table.`,
            ),
          },
        ]
      : []),
  ];
}

/** The command that was asked, or the message: "slack:C1:alert:A-1:first" is the message alert:A-1:first. */
function whatWords({ what, door, channel }: Quote): Words {
  return named(what.replace(`${door}:${channel}:`, ''));
}

function nameOf({ people }: Pick<State, 'people'>, { person }: Quote): Words {
  if (person === null) return say`Sextant`;
  const at = person.indexOf(':');
  return named(people.find(person.slice(0, at), person.slice(at + 1))?.name ?? person);
}
