import type { Config } from '../config.ts';
import type { Executor } from './executor.ts';
import { fileExecutor } from './file-drop.ts';
import { webhookExecutor } from './webhook.ts';

/** What carries out approved shifts, as configured; nothing where a person does. */
export function configuredExecutors(config: Config, now: () => number): Executor[] {
  const {
    BUDGET_WEBHOOK_URL: url,
    BUDGET_WEBHOOK_READ_BACK_URL: readBack,
    BUDGET_WEBHOOK_SECRET: secret,
    BUDGET_DROP_FOLDER: folder,
    BUDGET_DROP_FORMAT: format,
  } = config;
  if (url !== undefined && readBack !== undefined && secret !== undefined) {
    return [webhookExecutor({ url, readBack, secret, now })];
  }
  return folder === undefined ? [] : [fileExecutor({ folder, format })];
}
