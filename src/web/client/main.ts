import { ApiError, api } from './api.ts';
import { openDesk } from './desk.ts';
import { h } from './dom.ts';
import { listen } from './line.ts';
import { signInPage } from './sign-in.ts';
import { openStore } from './store.ts';
import { say, speak, told } from './words.ts';
import { workspace } from './workspace.ts';

const app = document.getElementById('app')!;

try {
  const session = await api.session();
  speak(session.language);
  document.documentElement.lang = session.language;
  if (!session.person) app.replaceChildren(signInPage(session.signInAdvice));
  else {
    const isNew = new URLSearchParams(location.search).get('start') === 'yes';
    if (location.pathname !== '/' || isNew) history.replaceState(null, '', '/');
    const store = openStore({
      person: session.person,
      personas: session.personas,
      language: session.language,
      shop: session.shop,
      channels: [],
      commands: [],
      posted: {},
      turns: [],
      open: 'marketing',
      unread: {},
      line: 'live',
      drawer: false,
    });
    const desk = openDesk(store);
    await desk.reload();
    app.replaceChildren(workspace(store, desk));
    listen(store, desk);
    if (isNew) desk.ask({ line: '/start' });
  }
} catch (error) {
  const reason = error instanceof ApiError ? error.message : String(error);
  app.replaceChildren(
    h(
      'main',
      { class: 'sheet' },
      h('h1', {}, told(say`The workspace did not open`)),
      h('p', {}, reason),
      h('button', { class: 'button primary', onclick: () => location.reload() }, told(say`Try again`)),
    ),
  );
}
