import type { Tasks } from '../models/tasks.ts';

/** Runs one of the models, away from the event loop. What the model throws arrives as it was thrown. */
export type Compute = <Name extends keyof Tasks>(
  name: Name,
  input: Parameters<Tasks[Name]>[0],
) => Promise<Awaited<ReturnType<Tasks[Name]>>>;
