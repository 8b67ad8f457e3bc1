import type { Ask } from '../../../commands/call.ts';
import { clip } from '../../text.ts';
import type { Answer } from '../../told.ts';
import type { PostedMessage } from '../ports.ts';
import type { ProgressView } from '../wire.ts';
import { ApiError, api, type Request } from './api.ts';
import { markSeen, unreadOf } from './seen.ts';
import { PRIVATE, type Store, type Turn } from './store.ts';
import { say, told } from './words.ts';

/** What a person can do here; the views call these and show what the store then holds. */
export type Desk = {
  /** Null when no answer came. */
  ask(request: Request): Promise<Answer | null>;
  /** The answer without a turn of the conversation: for a form that is being filled in. Throws when there is none. */
  askAside(ask: Ask): Promise<Answer>;
  /** Brings files and asks about them, together: by the line that was typed for them, else what they would change. */
  bring(files: readonly File[], line?: string): Promise<Answer | null>;
  /** Takes in how far an answer has come. */
  hear(progress: ProgressView): void;
  /** Puts a private answer where all can read it. Throws when it cannot. */
  share(ask: Ask, channel: string): Promise<void>;
  /** Keeps what this person reads from now on. */
  speak(language: string): Promise<void>;
  actAs(user: string): Promise<void>;
  signOut(): Promise<void>;
  open(channel: string): void;
  /** Takes in a message that was posted or changed. */
  receive(message: PostedMessage, news: boolean): void;
  /** Loads everything again: at the start, as another person, after a lost line. */
  reload(): Promise<void>;
};

/** As much as the server keeps of what was asked. */
const MOST_WORDS = 200;
const PERSONA = 'sextant.persona';

export function openDesk(store: Store): Desk {
  let turns = 0;
  /** Two pages of one person do not mix up their turns. */
  const visit = crypto.randomUUID();

  /** Settled when the person at the page is the one last chosen: what is asked meanwhile is asked by that one. */
  let seated: Promise<void> = Promise.resolve();

  const take = async (
    words: string,
    answering: (turn: string) => Promise<NonNullable<Turn['answer']>>,
  ): Promise<Answer | null> => {
    await seated;
    const id = `turn-${++turns}-${visit}`;
    const { open } = store.get();
    const turn: Turn = { id, channel: open, at: Date.now(), words, answer: null, problem: null, progress: null };
    const asker = store.get().person.user;
    store.set({ turns: [...store.get().turns, turn] });
    const finish = (change: Partial<Turn>) => {
      // Somebody else sits here by now: this was not for them.
      if (store.get().person.user !== asker) return;
      store.set({ turns: store.get().turns.map((each) => (each.id === id ? { ...each, ...change } : each)) });
    };
    try {
      const answer = await answering(id);
      finish({ answer });
      return answer;
    } catch (error) {
      finish({
        problem: error instanceof ApiError ? error.message : told(say`Something broke in this page. Load it again.`),
      });
      if (error instanceof ApiError && error.status === 401) location.reload();
      return null;
    }
  };
  /** What stands in a channel has been seen. */
  const read = (channel: string) => {
    store.set({ unread: { ...store.get().unread, [channel]: 0 } });
    markSeen(store.get(), channel);
  };
  /** What comes over the line during a load, which may have read its channel before; null when none is under way. */
  let heard: readonly PostedMessage[] | null = null;
  /** One after the other: an earlier one that ends late would put the person before back. */
  let loading: Promise<void> = Promise.resolve();
  const load = async (): Promise<void> => {
    let session = await api.session();
    const chosen = localStorage.getItem(PERSONA);
    if (chosen && session.person?.user !== chosen && session.personas.some(({ user }) => user === chosen)) {
      await api.actAs(chosen);
      session = await api.session();
    }
    if (!session.person) return location.reload();
    const samePerson = session.person.user === store.get().person.user;
    const [channels, commands, conversation] = await Promise.all([api.channels(), api.commands(), api.conversation()]);
    heard = [];
    const messages = await Promise.all(channels.map(({ id }) => api.messages(id)));
    const came = heard;
    heard = null;
    const before = store.get().posted;
    const posted = Object.fromEntries(
      channels.map(({ id }, i) => [
        id,
        came.filter(({ channel }) => channel === id).reduce(withMessage, (messages[i] ?? []).map(sameAs(before[id]))),
      ]),
    );
    const kept = samePerson ? store.get().turns : [];
    const knownAnswers = new Set(kept.map(({ answer }) => answer?.id));
    const earlier = conversation
      .filter(({ answer }) => !knownAnswers.has(answer.id))
      .map(({ words, answer }) => ({
        id: answer.id,
        channel: undefined,
        at: answer.at,
        words,
        answer,
        problem: null,
        progress: null,
      }));
    store.set({
      person: session.person,
      personas: session.personas,
      shop: session.shop,
      channels,
      commands,
      posted,
      turns: [...earlier, ...kept].sort((a, b) => a.at - b.at),
      unread: unreadOf(session.person.user, posted),
    });
    read(store.get().open);
  };
  const here = () => (store.get().open === PRIVATE ? undefined : store.get().open);

  const desk: Desk = {
    ask(request) {
      const channel = here();
      const words = request.words ?? ('line' in request ? request.line : '');
      return take(words, (turn) => api.ask({ ...request, turn, ...(channel !== undefined && { channel }) }));
    },
    async askAside(ask) {
      await seated;
      const channel = here();
      return api.ask({ ask, aside: true, ...(channel !== undefined && { channel }) });
    },
    bring(files, line = '/data add') {
      const channel = here();
      const words = clip(`${line} ${files.map(({ name }) => name).join(', ')}`, MOST_WORDS);
      return take(words, async (turn) => {
        const ids: string[] = [];
        for (const file of files) ids.push((await api.keep(file)).id);
        const asked = `${line} from:${ids.join(',')}`;
        return api.ask({ line: asked, words, turn, ...(channel !== undefined && { channel }) });
      });
    },
    hear({ turn, ...progress }) {
      store.set({ turns: store.get().turns.map((each) => (each.id === turn ? { ...each, progress } : each)) });
    },
    async share(ask, channel) {
      await api.ask({ ask, channel });
    },
    async speak(language) {
      await desk.askAside({ name: 'language', input: { set: language } });
    },
    async actAs(user) {
      const changing = (async () => {
        await api.actAs(user);
        localStorage.setItem(PERSONA, user);
        await desk.reload();
      })();
      // Who could not be seated leaves the one before in place.
      seated = changing.catch(() => {});
      await changing;
    },
    async signOut() {
      await api.signOut();
      location.assign('/');
    },
    open(channel) {
      store.set({ open: channel, drawer: false });
      read(channel);
    },
    receive(message, news) {
      if (heard) heard = [...heard, message];
      const { posted, unread, open, channels } = store.get();
      const before = posted[message.channel] ?? [];
      const known = before.some(({ ref }) => ref === message.ref);
      const missed = news && !known && (open !== message.channel || document.hidden);
      store.set({
        posted: { ...posted, [message.channel]: withMessage(before, message) },
        channels: channels.map((each) => (each.id === message.channel ? { ...each, last: message.ref } : each)),
        unread: missed ? { ...unread, [message.channel]: (unread[message.channel] ?? 0) + 1 } : unread,
      });
      if (!missed) markSeen(store.get(), message.channel);
    },
    reload() {
      const next = loading.then(load);
      loading = next.catch(() => {});
      return next;
    },
  };
  return desk;
}

function withMessage(before: readonly PostedMessage[], message: PostedMessage): readonly PostedMessage[] {
  return before.some(({ ref }) => ref === message.ref)
    ? before.map((each) => (each.ref === message.ref ? message : each))
    : [...before, message];
}

/** What has not changed stays the same object, and is not drawn again. */
function sameAs(before: readonly PostedMessage[] = []): (message: PostedMessage) => PostedMessage {
  return (message) =>
    before.find(({ ref, changedAt }) => ref === message.ref && changedAt === message.changedAt) ?? message;
}
