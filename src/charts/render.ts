import { say } from '../../words/say.ts';
import { tell } from '../../words/tell.ts';
import type { ChartPart } from '../told.ts';
import { openGallery } from './gallery.ts';
import { type Painter, startPainter } from './painter.ts';
import { type ReplyAround, vegaLiteSpec } from './spec.ts';

/**
 * The picture's memory lies outside V8 and is given back only when its thread ends: 300 pictures on one thread
 * took 1.5 GB, with a new thread every 20 it stays near 210 MB.
 */
const CHARTS_PER_PAINTER = 20;
/** The next painter learns its trade (0.5 s) while this one does its last charts. */
const CALL_NEXT_AT = 17;

const LACKING = say`“?” stands for letters that pictures lack`;

let painter: Painter | null = null;
let next: Painter | null = null;
let painted = 0;

const pictureOf = openGallery(paint);

/** Draws a chart of a reply as a PNG of 1600 pixels' width, in a worker thread; one that was drawn lately is at hand. */
export async function renderPng(part: ChartPart, reply: ReplyAround): Promise<Buffer> {
  return pictureOf({ spec: vegaLiteSpec(part, reply), lacking: tell(LACKING, reply) });
}

async function paint(order: Parameters<Painter['paint']>[0]): Promise<Buffer> {
  const current = takePainter();
  try {
    return await current.paint(order);
  } catch (error) {
    // It may be dead or stuck: whoever comes next gets a new one.
    if (painter === current) painter = null;
    current.retire();
    throw error;
  }
}

/** Starts the worker before the first chart is asked for. */
export function warmCharts(): void {
  painter ??= startPainter();
}

/** Ends the worker: for tests and the end of the process. */
export async function closeCharts(): Promise<void> {
  const open = [painter, next].filter((each) => each !== null);
  painter = null;
  next = null;
  painted = 0;
  await Promise.all(open.map((each) => each.stop()));
}

function takePainter(): Painter {
  if (painted === CALL_NEXT_AT) next ??= startPainter();
  if (painted >= CHARTS_PER_PAINTER) {
    painter?.retire();
    painter = next;
    next = null;
    painted = 0;
  }
  painted++;
  painter ??= startPainter();
  return painter;
}
