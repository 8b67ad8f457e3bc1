import type { Ask } from '../../../commands/call.ts';
import type { PostedMessage } from '../ports.ts';
import type {
  AnswerView,
  AskRequest,
  ChannelView,
  CommandView,
  KeptView,
  Problem,
  SessionView,
  Turn,
} from '../wire.ts';

import { say, spoken, told } from './words.ts';

/** The server said no before any command was reached, or did not say anything. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }
}

const unreachable = say`Sextant does not answer. Is it still running?`;

export const api = {
  session: () => get<SessionView>('/api/session'),
  channels: () => get<ChannelView[]>('/api/channels'),
  commands: () => get<CommandView[]>('/api/commands'),
  conversation: () => get<Turn[]>('/api/conversation'),
  messages: (channel: string) => get<PostedMessage[]>(`/api/messages?channel=${encodeURIComponent(channel)}`),
  actAs: (user: string) => post<unknown>('/api/session/act-as', { user }),
  signIn: (token: string) => post<unknown>('/api/session/sign-in', { token }),
  signOut: () => post<unknown>('/api/session/sign-out', {}),
  ask: (request: AskRequest) => post<AnswerView>('/api/ask', request),
  /** Brings a file, to be asked about by its id. */
  keep: (file: File) =>
    send<KeptView>(`/api/files?${new URLSearchParams({ name: file.name })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }),
};

export type Request =
  | { readonly line: string; readonly words?: string }
  | { readonly ask: Ask; readonly words: string };

function get<Body>(path: string): Promise<Body> {
  return send<Body>(path, {});
}

function post<Body>(path: string, body: object): Promise<Body> {
  return send<Body>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** A refusal by a command is an answer like any other; only a `problem` is an error. */
async function send<Body>(path: string, init: RequestInit): Promise<Body> {
  // What goes wrong before a command is reached is told in the language of the page.
  const headers = { ...init.headers, ...(spoken() && { 'accept-language': spoken()! }) };
  const response = await fetch(path, { ...init, headers }).catch(() => {
    throw new ApiError(0, told(unreachable));
  });
  const body = (await response.json().catch(() => ({ problem: told(unreachable) }))) as Body | Problem;
  if (isProblem(body)) throw new ApiError(response.status, body.problem);
  return body;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'problem' in body;
}
