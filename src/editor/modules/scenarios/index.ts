/** Module: scenarios on the command stack, and parameters that follow their elements. */
import type { ModuleDeclaration } from 'didi';
import { ParametersFollow } from './parameters-follow.ts';
import { Scenarios } from './scenarios.ts';

export const scenariosModule: ModuleDeclaration = {
  __init__: ['scenarios', 'parametersFollow'],
  scenarios: ['type', Scenarios],
  parametersFollow: ['type', ParametersFollow],
};
