/** What a family of figures is to the engine: it listens to the kernel and writes its KPIs at the end of a replication. */
import type { Network } from '../kernel/network.ts';
import type { KpiPath } from '../model/run.ts';

export interface Observer {
  /** Where its figures stand in the result object, in the order in which `collect` writes them. */
  paths(network: Network): KpiPath[];
  /** Starts a replication; the clock stands at 0. */
  reset(): void;
  /** Writes the figures of the window that ends now; seconds, shares, money, counts; NaN = not measured. */
  collect(write: (value: number) => void): void;
}

/** `make`, but not asked again as long as it is about the same: replications are many, and their model is one. */
export function oncePer<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  let last: { readonly of: Of; readonly made: Made } | undefined;
  return (of) => {
    if (last?.of !== of) last = { of, made: make(of) };
    return last.made;
  };
}
