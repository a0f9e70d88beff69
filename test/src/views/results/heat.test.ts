import { describe, expect, it } from 'vitest';
import { readHeat } from '../../../../src/views/results/heat.ts';
import { fakeResult, fakeScenario } from '../../../support/fake-result.ts';

const input = { result: fakeResult(), scenario: fakeScenario() };

describe('a heat map', () => {
  it('shows waiting on an absolute scale from zero to a round time', () => {
    const reading = readHeat('waiting', input, 'en');
    expect(reading?.legend).toMatchObject({ from: '0 s', to: '1 d' });
    expect(reading?.values.get('Decide')).toEqual({ level: (0.42 * 30) / 24, label: '12 h 36 min' });
  });

  it('gives no figure where too few executions stand behind it', () => {
    const reading = readHeat('waiting', input, 'en');
    // 0.5 executions in each of 30 replications
    expect(reading?.values.get('CallBack')).toEqual({ level: 0, label: 'n = 15' });
    expect(reading?.legend.tooFew).toBe(1);
  });

  it('shows shares on a scale to 100 %', () => {
    const reading = readHeat('utilisation', input, 'en');
    expect(reading?.scale).toBe(1);
    expect(reading?.values.get('Decide')).toEqual({ level: 0.91, label: '91 %' });
  });

  it('shows misses only at the steps that have an SLA', () => {
    const reading = readHeat('sla-misses', input, 'en');
    expect([...(reading?.values.keys() ?? [])]).toEqual(['Decide']);
    expect(reading?.values.get('Decide')?.label).toBe('3 %');
  });

  it('can share one scale between two designs', () => {
    const reading = readHeat('executions', input, 'en', 400);
    expect(reading?.scale).toBe(500);
  });

  it('is none when no step was measured', () => {
    const { result } = input;
    const empty = { ...result, document: { ...result.document, activities: {} } };
    expect(readHeat('cost', { ...input, result: empty }, 'en')).toBeUndefined();
  });
});
