/** From a .bpmn file to the engine's data and back: moddle only, no DOM, for page, worker and command line alike. */
export { isRefusal, openDocument, toWorkingXml, toXml, type OpenedDocument, type Refusal } from './document.ts';
export { attributesIn } from './formula/attributes-in.ts';
export { formatFormula } from './formula/format-formula.ts';
export { formulaOf, parseFormula, type ParsedFormula } from './formula/parse-formula.ts';
export { decode } from './front-door/decode.ts';
export { outline } from './front-door/well-formed.ts';
export { contained, idOf, type Moddle, type ModdleElement } from './moddle.ts';
export { readPlaces, type Place } from './places.ts';
export { readProcess, type ReadProcess } from './process/read-process.ts';
export { readScenarios, writeScenarios, type ReadScenarios } from './bpsim/scenarios.ts';
export { completeScenario, type CompletedScenario } from './defaults/complete-scenario.ts';
export { proposeScenario, type ProposalNames } from './defaults/propose-scenario.ts';
export { applyNames, renameInScenario } from './names.ts';
export { foreignBlocks, type ForeignBlock } from './keepsakes/foreign.ts';
export type { Keepsakes } from './keepsakes/index.ts';
export { OUTCOMES, type ImportReport, type Outcome, type ReportEntry } from './report.ts';
export { formatDuration, parseDateTime, parseDuration } from './bpsim/durations.ts';
export { readResults, writeResults, type Figure, type Results } from './bpsim/results.ts';
