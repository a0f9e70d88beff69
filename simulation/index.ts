/** The only door to the engine: types, the registry of distributions, compile, simulate and the statistics. */
export type * from './model/expression.ts';
export * from './model/issue.ts';
export type * from './model/process.ts';
export * from './model/result.ts';
export type * from './model/run.ts';
export type * from './model/scenario.ts';
export * from './model/units.ts';
export type * from './protocol.ts';
