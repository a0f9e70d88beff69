/** What an importer is: one format of simulation parameters, known by its content. */
import type { ProcessModel } from '#simulation';
import type { Results } from '../bpmn/index.ts';
import type { Directory } from '../dialects/directory.ts';
import type { ReadScenario } from '../dialects/read-scenario.ts';
import type { Content } from './content.ts';

/** The process that parameters are brought into. */
export interface Target {
  readonly xml: string;
  readonly model: ProcessModel;
  readonly directory: Directory;
}

/** Parameters that were found, to be read against a process. */
export interface Parameters {
  /** Proper name of the format. */
  readonly format: string;
  /** Names of the files they are in. */
  readonly files: readonly string[];
  /** Scenarios with findings. */
  read(target: Target): Promise<readonly ReadScenario[]> | readonly ReadScenario[];
  /** Results of another simulator that came with them, for scenarios by their ids in the file. */
  results?(target: Target): Promise<readonly Results[]>;
  /** The document with the parameters in it as they were written, for formats that a document can hold. */
  insertInto?(xml: string): string;
}

/** A diagram that comes with its parameters in a file of another kind. */
export interface EnclosedDiagram {
  readonly name: string;
  readonly xml: string;
  readonly parameters: Parameters;
}

export interface Importer {
  readonly id: string;
  /** Proper name, alike in every language. */
  readonly format: string;
  /** Whether a file that holds no process is of this format. */
  recognises(content: Content): boolean;
  /** Parameters of all such files together; they need a process from elsewhere. */
  parametersOf?(contents: readonly Content[]): Parameters;
  /** The diagrams of such a file. */
  diagramsOf?(content: Content): readonly EnclosedDiagram[];
  /** Parameters inside a BPMN document; nothing when it has none. */
  parametersInside?(content: Content): Parameters | undefined;
}
