import { describe, expect, it } from 'vitest';
import { csvField, toCsv } from '../../../src/exporters/csv.ts';
import { resultToCsv } from '../../../src/exporters/result-csv.ts';
import { fakeResult } from '../../support/fake-result.ts';

describe('a CSV field', () => {
  it('is quoted when it holds a comma, a quote or a line break', () => {
    expect(csvField('a,b')).toBe('"a,b"');
    expect(csvField('say "no"')).toBe('"say ""no"""');
    expect(csvField('two\r\nlines')).toBe('"two\r\nlines"');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =cmd|x'])('%j cannot run as a formula', (text) => {
    expect(csvField(text).replace(/^"/, '')).toMatch(/^'/);
  });

  it('leaves numbers as they are, negative ones too', () => {
    expect(csvField(-1.5)).toBe('-1.5');
    expect(csvField(NaN)).toBe('');
    expect(csvField(null)).toBe('');
  });
});

describe('a CSV file', () => {
  it('starts with a byte order mark and ends every line with CR LF', () => {
    expect(toCsv([['步骤', 1]])).toBe('\uFEFF步骤,1\r\n');
  });

  it('has one line per figure of a run with value and interval', () => {
    const { document } = fakeResult();
    const lines = resultToCsv(document).split('\r\n');
    expect(lines[0]).toBe('\uFEFFpath,value,lo,hi');
    const [lo, hi] = document.cycleTime.p90.ci95 ?? [];
    expect(lines).toContain(`cycleTime/p90,${document.cycleTime.p90.value},${lo},${hi}`);
    expect(lines).toContain('activities/Decide/name,Decide responsibility,,');
    expect(lines).toContain('slas/0/target,0.95,,');
  });

  it('leaves the interval of a single replication empty', () => {
    const { document } = fakeResult({ done: 1 });
    expect(resultToCsv(document)).toContain(`cycleTime/mean,${document.cycleTime.mean.value},,\r\n`);
  });
});
