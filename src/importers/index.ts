/** All formats of simulation parameters that can be read. A new one is one file and one line here. */
import { bpsim } from './bpsim.ts';
import type { Importer } from './importer.ts';
import { prosimos } from './prosimos.ts';
import { qbp } from './qbp.ts';
import { scylla } from './scylla.ts';
import { simubridge } from './simubridge.ts';

/** In the order in which they are asked. */
export const importers: readonly Importer[] = [bpsim, qbp, prosimos, scylla, simubridge];
