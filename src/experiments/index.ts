/** The door to experiments: many runs that together answer one question. No DOM; page, workers and command line use it alike. */
export type * from './alternative.ts';
export { betterOf } from './better.ts';
export {
  comparedFigure,
  comparedFigures,
  figureOf,
  type ComparedFigure,
  type Difference,
  type FigureOfAlternative,
} from './figures.ts';
export {
  correspondenceOf,
  elementKeysOf,
  type ElementPair,
  type PairDecisions,
  type PairOrigin,
} from './correspondence/correspondence.ts';
export type { StudyRun } from './run-study.ts';
export { knownParameter, parametersOf, type KnownParameter } from './parameters/index.ts';
export { sameParameter, type Parameter, type ParameterKind, type Quantity } from './parameters/parameter.ts';
export { applyVariations, valueOf, type Variation } from './variation.ts';
export {
  runSweep,
  sweepFigures,
  variationsAt,
  type Sweep,
  type SweepAxis,
  type SweepFigure,
  type SweepOptions,
  type SweepOutcome,
  type SweepPoint,
  type SweepUpdate,
} from './sweep.ts';
export {
  runPaired,
  type DifferenceStop,
  type PairedOptions,
  type PairedOutcome,
  type PairedUpdate,
} from './run-paired.ts';
export { findStaffing } from './staffing/find-staffing.ts';
export type {
  StaffedPlan,
  StaffingGuarantee,
  StaffingOptions,
  StaffingOutcome,
  StaffingResult,
  StaffingUpdate,
} from './staffing/find-staffing.ts';
export { proposedChoices, proposedGoals } from './staffing/propose.ts';
export type { PlanVerdict } from './staffing/plan-runs.ts';
export type { StaffingGoal, StaffingQuestion } from './staffing/question.ts';
export { applyStaffing, type PoolChoice, type Shift, type StaffingPlan } from './staffing/staffing.ts';
export type { Prices } from './staffing/staffing-cost.ts';
export {
  planBridge,
  runBridge,
  type Bridge,
  type BridgeEffects,
  type BridgeOptions,
  type BridgeOutcome,
  type BridgePlan,
  type BridgeStep,
  type StepEffect,
} from './bridge.ts';
export { changesBetween, type ChangeGroup, type ChangeKind, type FieldChange } from './changes/change-groups.ts';
export type { StructureChange } from './changes/structure.ts';
export {
  runSensitivity,
  tornado,
  uncertainInputs,
  type Sensitivity,
  type SensitivityOutcome,
  type TornadoBar,
  type UncertainInput,
} from './sensitivity.ts';
export {
  runTwoLevel,
  type TwoLevel,
  type TwoLevelFigure,
  type TwoLevelOptions,
  type TwoLevelOutcome,
  type TwoLevelQuantile,
  type UncertainBand,
} from './two-level.ts';
export { comparisonDocument, type ComparisonDocument, type ComparisonExtras } from './documents/comparison-document.ts';
export { staffingDocument, type StaffingDocument } from './documents/staffing-document.ts';
export { sweepDocument, sweepRows, type SweepDocument, type SweepHeader } from './documents/sweep-document.ts';
