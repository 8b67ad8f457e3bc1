/** Earlier lines, as a shell keeps them. */
export type History = {
  add(line: string): void;
  /** Null where there is none. */
  earlier(): string | null;
  later(): string | null;
  isBrowsing(): boolean;
  leave(): void;
};

const KEY = 'sextant.lines';
const MOST = 50;

export function openHistory(): History {
  let lines = read();
  let at = lines.length;
  return {
    add(line) {
      lines = [...lines.filter((each) => each !== line), line].slice(-MOST);
      at = lines.length;
      sessionStorage.setItem(KEY, JSON.stringify(lines));
    },
    earlier() {
      at = Math.max(0, at - 1);
      return lines[at] ?? null;
    },
    later() {
      at = Math.min(lines.length, at + 1);
      return lines[at] ?? '';
    },
    isBrowsing: () => at < lines.length,
    leave() {
      at = lines.length;
    },
  };
}

function read(): string[] {
  const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  return Array.isArray(kept) ? kept.filter((line) => typeof line === 'string') : [];
}
