import type { WebPerson } from './ports.ts';
import type { ProgressView } from './wire.ts';

/** How far answers have come, to the pages of the one who asked. */
export type ProgressLine = {
  tell(person: WebPerson, progress: ProgressView): void;
  /** Returns how to stop listening. */
  listen(person: WebPerson, listener: (progress: ProgressView) => void): () => void;
};

export function openProgressLine(): ProgressLine {
  const listeners = new Set<{ readonly name: string; readonly hear: (progress: ProgressView) => void }>();
  const nameOf = ({ door, user }: WebPerson) => `${door}:${user}`;
  return {
    tell(person, progress) {
      for (const { name, hear } of listeners) if (name === nameOf(person)) hear(progress);
    },
    listen(person, hear) {
      const listener = { name: nameOf(person), hear };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
