import { ApiError, api } from './api.ts';
import { h, icon } from './dom.ts';
import { icons } from './icons.ts';
import { say, told } from './words.ts';

/** For a real shop: a link from Sextant is spent by the button, so that a chat's link preview cannot spend it. */
export function signInPage(advice: string): HTMLElement {
  const asked = new URLSearchParams(location.search);
  const token = location.pathname === '/signin' ? asked.get('token') : null;
  const problem = h('p', { class: 'problem', role: 'alert' });
  const enter = async () => {
    try {
      await api.signIn(token ?? '');
      location.assign(asked.get('start') === 'yes' ? '/?start=yes' : '/');
    } catch (error) {
      problem.textContent = error instanceof ApiError ? error.message : String(error);
    }
  };
  return h(
    'main',
    { class: 'sheet' },
    h('span', { class: 'mark large' }, icon(icons.sextant)),
    h('h1', {}, told(say`Sign in to Sextant`)),
    token === null ? h('p', {}, advice) : h('p', {}, told(say`The link Sextant sent you works once, for you alone.`)),
    token !== null && h('button', { class: 'button primary', onclick: enter }, told(say`Sign in`)),
    problem,
  );
}
