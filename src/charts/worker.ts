import { parentPort } from 'node:worker_threads';
import { paintPng, requireLetters } from './paint.ts';
import type { Order, Painted } from './painter.ts';

if (!parentPort) throw new Error('src/charts/worker.ts runs as a worker thread only');
const port = parentPort;

requireLetters();

port.on('message', async ({ id, spec, lacking }: Order) => {
  let painted: Painted;
  try {
    painted = { id, png: await paintPng(spec, lacking) };
  } catch (error) {
    painted = { id, error: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(painted);
});
