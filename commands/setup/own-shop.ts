import { listed, say } from '../../words/say.ts';
import type { Language } from '../../words/tell.ts';
import { type Context, mayActAs, type Premises } from '../command.ts';
import { languageOf } from '../language.ts';
import { Refusal } from '../refusal.ts';
import type { Action } from '../reply.ts';
import { moneyFields } from './money-and-clock.ts';

/** For a reader of Indonesian, money and clock are filled in as most of their shops have them: two fields less to think of. */
const likely: Partial<Record<Language, Parameters<typeof moneyFields>[0]>> = {
  id: { currency: 'IDR', zone: 'Asia/Jakarta' },
};

/** The way from the demo to the team's own shop. */
export function ownAction(premises: Premises, { caller, state }: Pick<Context, 'caller' | 'state'>): Action {
  const ask = { name: 'start', input: { own: 'yes' } };
  if (premises.hasOwn()) return { label: say`Open my own shop`, style: 'primary', ask };
  return {
    label: say`Set up my own shop`,
    style: 'primary',
    ask,
    form: {
      title: say`A shop of your own`,
      submit: say`Open it`,
      fields: [
        { name: 'name', label: say`Name of the shop`, kind: 'text', required: true },
        ...moneyFields(likely[languageOf(state.memory, caller)] ?? null),
        ...(caller.door === 'web'
          ? [{ name: 'you', label: say`Your own name`, kind: 'text', required: true } as const]
          : []),
      ],
    },
  };
}

/** What belongs to a real shop is kept out of the demo: with the way to one's own, or with whoever can open it. */
export function notInDemo(context: Context): Refusal {
  const { caller, premises, state } = context;
  const title = say`This is the demo shop: your orders do not belong in it`;
  if (caller.role === null || !mayActAs(caller.role, 'admin')) {
    const admins = state.people.list().filter(({ role }) => role === 'admin');
    const who = listed(admins.length > 0 ? admins.map(({ name }) => name) : [say`an admin`], 'or');
    return new Refusal(title, say`Ask ${who} to set up your own shop, then bring the file there.`);
  }
  if (premises === null)
    return new Refusal(
      title,
      say`Whoever started Sextant here settled that it shows the demo: ask them to open your own shop, then bring the file there.`,
    );
  return new Refusal(title, say`Set up your own shop, then bring the file there.`, [ownAction(premises, context)]);
}
