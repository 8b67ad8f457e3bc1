import type { Ask } from '../../../commands/call.ts';
import type { Shop } from '../../../data/types/shop.ts';
import type { Rendered } from '../../told.ts';
import type { PostedMessage } from '../ports.ts';
import type { AnswerView } from '../wire.ts';
import { actionRow } from './actions.ts';
import { ApiError } from './api.ts';
import type { Desk } from './desk.ts';
import { h, icon } from './dom.ts';
import { icons } from './icons.ts';
import { partView } from './parts.ts';
import type { State, Turn } from './store.ts';
import { clock, inFull } from './times.ts';
import { say, told } from './words.ts';

/** A message that everybody in the channel sees. */
export function postedView(message: PostedMessage, { shop }: State, desk: Desk): HTMLElement {
  const { content, thread, postedAt, changedAt } = message;
  const inThread = thread === null ? '' : 'in-thread ';
  return h(
    'article',
    {
      class: `message ${inThread}tone-${content.tone}`,
      'aria-label': told(say`Sextant, ${inFull(postedAt, shop)}: ${content.title}`),
    },
    avatar(),
    h(
      'div',
      { class: 'message-body' },
      byline({ at: postedAt, shop, changedAt }, content),
      ...replyView(content, desk),
    ),
  );
}

/** What this person asked, and what only they were told. */
export function turnView(turn: Turn, state: State, desk: Desk): HTMLElement {
  const { person, shop } = state;
  const question = h(
    'div',
    { class: 'message question' },
    h('span', { class: 'avatar person', 'aria-hidden': 'true' }, initials(person.name)),
    h(
      'div',
      { class: 'message-body' },
      h('p', { class: 'byline' }, h('b', {}, person.name), time(turn.at, shop)),
      h('p', { class: 'question-words' }, turn.words),
    ),
  );
  return h(
    'div',
    { class: 'turn' },
    question,
    turn.answer ? answerView(turn.answer, state, desk) : waitingView(turn, desk),
  );
}

function answerView(answer: AnswerView, { channels, open, shop }: State, desk: Desk): HTMLElement {
  const isPrivate = answer.audience === 'caller';
  const target = channels.find(({ id }) => id === open) ?? channels[0];
  return h(
    'article',
    { class: `message private tone-${answer.tone}`, 'aria-label': told(say`Sextant answers: ${answer.title}`) },
    avatar(),
    h(
      'div',
      { class: 'message-body' },
      byline({ at: answer.at, shop, changedAt: null }, answer),
      h(
        'p',
        { class: 'privacy' },
        icon(icons.eye),
        told(isPrivate ? say`Only visible to you` : say`Posted for all to read`),
      ),
      ...replyView(answer, desk),
      answer.share && target && shareButton(answer.share, target, desk),
    ),
  );
}

function waitingView({ problem, words, progress }: Turn, desk: Desk): HTMLElement {
  if (problem === null) {
    return h(
      'div',
      { class: 'message private', role: 'status' },
      avatar(),
      h(
        'div',
        { class: 'message-body' },
        h(
          'p',
          { class: 'working' },
          h('span', { class: 'dots', 'aria-hidden': 'true' }),
          progress?.words ?? told(say`Working on it`),
        ),
        progress?.share !== undefined && progress.share !== null && bar(progress.share),
      ),
    );
  }
  const again =
    words.startsWith('/') &&
    h('button', { class: 'button plain small', onclick: () => desk.ask({ line: words }) }, told(say`Try again`));
  return h(
    'div',
    { class: 'message private tone-bad', role: 'alert' },
    avatar(),
    h('div', { class: 'message-body' }, h('p', { class: 'words' }, problem), again),
  );
}

function bar(share: number): HTMLElement {
  return h('progress', {
    class: 'progress',
    max: 1,
    value: share.toFixed(3),
    'aria-label': told(say`How far it has come`),
  });
}

function replyView(reply: Rendered, desk: Desk): (HTMLElement | false)[] {
  const { title, parts, actions } = reply;
  return [
    h('h3', { class: 'message-title' }, title),
    ...parts.map((part) => partView(part, { ...reply, desk })),
    actions !== undefined && actions.length > 0 && actionRow(reply, desk),
  ];
}

function byline(
  { at, shop, changedAt }: { at: number; shop: Shop | null; changedAt: number | null },
  { shop: own }: Rendered,
): HTMLElement {
  return h(
    'p',
    { class: 'byline' },
    h('b', {}, 'Sextant'),
    time(at, shop),
    changedAt !== null &&
      h('span', { class: 'quiet', title: inFull(changedAt, shop) }, told(say`changed ${clock(changedAt, shop)}`)),
    (own ?? shop)?.demo === true && h('span', { class: 'badge' }, 'DEMO'),
  );
}

function time(at: number, shop: Shop | null): HTMLElement {
  return h('time', { datetime: new Date(at).toISOString(), title: inFull(at, shop) }, clock(at, shop));
}

function shareButton(ask: Ask, channel: { readonly id: string; readonly name: string }, desk: Desk): HTMLElement {
  const share = async () => {
    button.disabled = true;
    try {
      await desk.share(ask, channel.id);
      button.textContent = told(say`Shared to #${channel.name}`);
    } catch (error) {
      button.textContent = error instanceof ApiError ? error.message : told(say`Not shared`);
    }
  };
  const button = h(
    'button',
    { type: 'button', class: 'button plain small share', onclick: share },
    icon(icons.share),
    told(say`Share to #${channel.name}`),
  );
  return button;
}

function avatar(): HTMLElement {
  return h('span', { class: 'avatar mark', 'aria-hidden': 'true' }, icon(icons.sextant));
}

export function initials(name: string): string {
  const [first = '?', second = ''] = name.split(/\s+/);
  return `${[...first][0] ?? ''}${[...second][0] ?? ''}`.toUpperCase();
}
