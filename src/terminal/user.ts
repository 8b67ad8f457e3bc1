import { userInfo } from 'node:os';

/** Who sits at the terminal, as the operating system knows it. */
export function terminalUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a user id that has no name.
    return String(process.getuid?.() ?? 'unknown');
  }
}
