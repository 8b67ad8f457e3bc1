import type { Progress } from '../../../commands/call.ts';
import type { Shop } from '../../../data/types/shop.ts';
import type { Language } from '../../../words/tell.ts';
import type { PostedMessage } from '../ports.ts';
import type { AnswerView, ChannelView, CommandView, PersonView } from '../wire.ts';

/** The private conversation with Sextant, beside the channels. */
export const PRIVATE = 'sextant';

/** Something this person asked: with its answer, while it is awaited, or with what went wrong. */
export type Turn = {
  readonly id: string;
  /** Where it was asked; undefined for what an earlier visit asked. */
  readonly channel: string | undefined;
  readonly at: number;
  readonly words: string;
  readonly answer: AnswerView | null;
  readonly problem: string | null;
  /** How far the answer has come, where somebody said. */
  readonly progress: Progress | null;
};

export type State = {
  readonly person: PersonView;
  readonly personas: readonly PersonView[];
  readonly language: Language;
  readonly shop: Shop | null;
  readonly channels: readonly ChannelView[];
  readonly commands: readonly CommandView[];
  readonly posted: Readonly<Record<string, readonly PostedMessage[]>>;
  readonly turns: readonly Turn[];
  readonly open: string;
  readonly unread: Readonly<Record<string, number>>;
  /** `out`: the server does not know this page any more. */
  readonly line: 'live' | 'lost' | 'out';
  /** The list of channels on a narrow screen. */
  readonly drawer: boolean;
};

export type Store = {
  get(): State;
  set(change: Partial<State>): void;
  /** Calls back now and after every change. */
  watch(listener: (state: State) => void): void;
};

export function openStore(first: State): Store {
  let state = first;
  const listeners: ((state: State) => void)[] = [];
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener(state);
    },
    watch(listener) {
      listeners.push(listener);
      listener(state);
    },
  };
}
