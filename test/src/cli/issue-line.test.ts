import { describe, expect, it } from 'vitest';
import { issue } from '#simulation';
import { issueLine, issueLines } from '../../../src/cli/issue-line.ts';

const unknown = (n: number) => issue('info', `finding-${n}`);

describe('findings on a terminal', () => {
  it('are one line each, whatever the names hold', () => {
    const line = issueLine(issue('error', 'file-not-found', undefined, { file: 'a\nb\x1b[2J.bpmn' }));
    expect(line).toBe('Error: “a b [2J.bpmn” does not exist. Check the spelling and the folder.');
  });

  it('tell what went wrong in Preflight, not where in it', () => {
    const reason = 'Error: no behavior for <Gateway_1>\n    at enter (worker.js:7:5)';
    const line = issueLine(issue('error', 'run-failed', undefined, { reason }));
    expect(line).toContain('(Error: no behavior for <Gateway_1>)');
    expect(line).not.toContain('worker.js');
  });

  it('count further errors', () => {
    expect(issueLine(unknown(1), 3)).toBe('Note: finding-1');
    expect(issueLine(issue('error', 'x'), 3)).toBe('Error: x (And 3 more.)');
  });

  it('come gravest first, and not endlessly many', () => {
    const lines = issueLines([...Array.from({ length: 20 }, (_, i) => unknown(i)), issue('warning', 'grave')]);
    expect(lines).toHaveLength(16);
    expect(lines[0]).toBe('Warning: grave');
    expect(lines[1]).toBe('Note: finding-0');
    expect(lines[15]).toBe('… and 6 more; --json lists them all.');
  });
});
