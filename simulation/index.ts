/** The only door to the engine: types, the registry of distributions, compile, simulate and the statistics. */
export type * from './model/expression.ts';
export * from './model/issue.ts';
export type * from './model/process.ts';
export * from './model/result.ts';
export type * from './model/run.ts';
export type * from './model/scenario.ts';
export * from './model/units.ts';
export type * from './protocol.ts';
export { BIN_COUNT, binEdges, binOf, quantileOf, rebin } from './analysis/histogram.ts';
export { distributionOf, distributions } from './distributions/index.ts';
export type { Distribution, DistributionDescriptor, ParamDescriptor, Params } from './distributions/distribution.ts';
export { effectiveMean, settle, type Settled, type SettleOptions } from './distributions/settle.ts';
export * from './analysis/compare.ts';
export * from './analysis/estimate.ts';
export * from './analysis/precision.ts';
export { sha256 } from './analysis/sha256.ts';
export * from './analysis/result-document.ts';
export { formatIsoLocal, type ClockSettings } from './calendars/index.ts';
