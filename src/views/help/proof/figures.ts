/** What the last measurements of the proof gave. `docs/proof.md` tells how they are repeated; a test holds the two together. */
export const proofFigures = {
  coverage: {
    /** Experiments of `replications` each, of M/M/1 at load 0.8. */
    experiments: 1000,
    replications: 30,
    /** Percent of the experiments whose 95 % interval holds the truth. */
    meanCycleTime: 95.1,
    shareKept: 95.5,
    p95CycleTime: 94.8,
    /** Plus or minus, in points. */
    knownTo: 1.4,
    /** The same for an interval over the cases of one run, as if they were independent. */
    overCases: 23.1,
  },
  paired: {
    experiments: 1000,
    /** Percent of the experiments whose interval of the difference holds the true difference. */
    covered: 93.4,
    /** Median of how many times smaller the variance is than with independent runs. */
    varianceReduction: 10.2,
  },
  randomModels: {
    structured: 127_420,
    graphs: 127_420,
    /** Millions of events. */
    events: 332,
  },
} as const;
