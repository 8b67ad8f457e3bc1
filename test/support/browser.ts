import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Whether there is a Chromium to test with. */
export const hasChromium = existsSync(executablePath);
/** As root and without a network: the background services would only fail, many at a time. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The name of a suite, saying why it is skipped where it is. */
export function inChromium(suite: string): string {
  return hasChromium ? suite : `${suite}: skipped, there is no Chromium at ${executablePath} (set CHROMIUM)`;
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}
