/** Distributions: the registry, settling a spec, and drawing through tables. */
export type { Distribution, DistributionDescriptor, ParamDescriptor, Params } from './distribution.ts';
export { nonNegative } from './non-negative.ts';
export { sampleTable, TABLE_LENGTH, tabulate } from './quantile-table.ts';
export { distributionOf, distributions } from './registry.ts';
export { createPlain, createTime, effectiveMean, settle, type Settled, type SettleOptions } from './settle.ts';
