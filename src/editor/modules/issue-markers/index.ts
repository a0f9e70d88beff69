/** Module: badges at elements that have problems. */
import type { ModuleDeclaration } from 'didi';
import { IssueMarkers } from './issue-markers.ts';

export const issueMarkersModule: ModuleDeclaration = {
  __init__: ['issueMarkers'],
  issueMarkers: ['type', IssueMarkers],
};
