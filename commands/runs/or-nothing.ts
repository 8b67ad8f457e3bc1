import { NotEnoughData } from '../../models/errors.ts';
import { Refusal } from '../refusal.ts';

/** A shop without campaigns still gets its forecast: what the data cannot answer is left out, what breaks is not. */
export async function orNothing<T>(compute: () => Promise<T>): Promise<T | null> {
  try {
    return await compute();
  } catch (error) {
    if (error instanceof Refusal || error instanceof NotEnoughData) return null;
    throw error;
  }
}
