import { PEOPLE } from './big-network.ts';
import { once } from './own-process.ts';
import { ms, type Row, seconds } from './print.ts';

/** A large network of referrals in the worker, beside one measure of it, PageRank, by a library made for graphs. */
export async function measure(): Promise<readonly Row[]> {
  const own = once('network');
  const peer = once('networkPeer');
  const size = PEOPLE.toLocaleString('en-US');
  return [
    {
      what: `All of /network of ${size} people, in the worker: measures, rates, ${own.groups.toLocaleString('en-US')} groups`,
      measured: `${seconds(own.wallMs)} (CPU ${seconds(own.cpuMs)}), peak ${Math.round(own.peakMb)} MB`,
      beside: `graphology, the graph and its PageRank: ${seconds(peer.wallMs)} (CPU ${seconds(peer.cpuMs)}), peak ${Math.round(peer.peakMb)} MB`,
      goal: '10 s, 1,500 MB',
    },
    {
      what: `Influence of ${size} people, to the last digit`,
      measured: ms(own.influenceMs),
      beside: `graphology's PageRank, to 1e-6: ${ms(peer.rankMs)}`,
      goal: `${(peer.rankMs / own.influenceMs).toFixed(0)} times as fast`,
    },
  ];
}
