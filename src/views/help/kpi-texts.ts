/** Every KPI explained: one sentence, its formula, what it is not, and its unit. */
import { msg } from '@lit/localize';
import type { FamilyId } from '../../charts/families/index.ts';

export type KpiId =
  | 'hit-rate'
  | 'cycle-time'
  | 'waiting'
  | 'utilisation'
  | 'cost-per-case'
  | 'throughput'
  | 'flow-efficiency'
  | 'work-in-progress'
  | 'decomposition'
  | 'percentile'
  | 'interval'
  | 'rework'
  | 'cost-split'
  | FamilyId;

export interface KpiText {
  readonly name: string;
  readonly sentence: string;
  readonly formula: string;
  readonly not: string;
  readonly unit: string;
}

/** The explanation in the language of the page. */
export function kpiText(id: KpiId): KpiText {
  switch (id) {
    case 'hit-rate':
      return {
        name: msg('SLA hit rate'),
        sentence: msg('The share of cases that finish within the limit. A case still open past its limit is a miss.'),
        formula: msg('cases that meet the limit ÷ cases whose deadline falls in the observed time'),
        not: msg('Not the share of finished cases only: that would hide the slowest ones.'),
        unit: msg('percent of cases'),
      };
    case 'cycle-time':
      return {
        name: msg('Cycle time'),
        sentence: msg('From the arrival of a case to its completion, nights and weekends included.'),
        formula: msg('time of completion − time of arrival'),
        not: msg('Not the sum of the task times: most of it is usually waiting.'),
        unit: msg('calendar time; working time stands beside it in the table'),
      };
    case 'waiting':
      return {
        name: msg('Waiting for busy people'),
        sentence: msg('How long a case waits because everyone on shift who could do the work is busy.'),
        formula: msg('time queued while an eligible person is on shift but busy, per completed case'),
        not: msg('Not all waiting: nights, timers, answers from outside, batches and parallel work are counted apart.'),
        unit: msg('calendar time per case'),
      };
    case 'utilisation':
      return {
        name: msg('Utilisation'),
        sentence: msg('The share of their shift that the people of a pool spend working.'),
        formula: msg('worked time on shift ÷ shift time; overtime is counted apart'),
        not: msg('Not a target: towards 100 % queues grow without end. Above 85 % they grow quickly.'),
        unit: msg('percent of shift time'),
      };
    case 'cost-per-case':
      return {
        name: msg('Cost per case'),
        sentence: msg('What the work on a completed case costs: executions, worked hours, uses and overtime.'),
        formula: msg('fixed costs + worked hours × rate + costs per use + overtime, ÷ completed cases'),
        not: msg('Not a budget: shifts are paid whether people work or not. See the cost of shifts.'),
        unit: msg('money per completed case'),
      };
    case 'throughput':
      return {
        name: msg('Throughput'),
        sentence: msg('How many cases are completed per day.'),
        formula: msg('completed cases ÷ days of observed time'),
        not: msg('Not capacity: with spare capacity it equals the arrivals.'),
        unit: msg('cases per day'),
      };
    case 'flow-efficiency':
      return {
        name: msg('Flow efficiency'),
        sentence: msg('The share of the cycle time during which someone works on the case.'),
        formula: msg('time with work under way ÷ cycle time'),
        not: msg('Not how busy people are: that is utilisation.'),
        unit: msg('percent of cycle time'),
      };
    case 'work-in-progress':
      return {
        name: msg('Cases in progress'),
        sentence: msg('How many cases are open at the same time.'),
        formula: msg('mean over time; by Little’s law it equals throughput × cycle time'),
        not: msg('Not capacity. A number that keeps rising means that more arrives than can be done.'),
        unit: msg('cases'),
      };
    case 'decomposition':
      return {
        name: msg('Where the time goes'),
        sentence: msg('At each instant of a case the first that applies counts, so the parts add up exactly.'),
        formula: msg(
          'working › paused off shift › waiting for busy people › waiting for the shift › batch › others › parallel work',
        ),
        not: msg('Not a sum over parallel branches: the clock of the case runs once.'),
        unit: msg('calendar time per completed case'),
      };
    case 'percentile':
      return {
        name: msg('Percentiles'),
        sentence: msg('P95: 95 of 100 cases finish faster. It describes single cases and so the risk.'),
        formula: msg('percentile of each replication, then mean and interval over the replications'),
        not: msg('Not the worst case: one case in twenty takes longer than P95.'),
        unit: msg('time'),
      };
    case 'interval':
      return {
        name: msg('95 % interval'),
        sentence: msg('How far the estimate itself may be off with this many replications.'),
        formula: msg('mean ± t × standard deviation between replications ÷ √R'),
        not: msg('Not the range in which a single case will fall: that is what percentiles say.'),
        unit: msg('the unit of the figure'),
      };
    case 'rework':
      return {
        name: msg('Rework'),
        sentence: msg('The share of executions of a step that repeat it for the same case.'),
        formula: msg('executions beyond the first of a case ÷ executions'),
        not: msg('Not an error rate: a planned loop counts as well.'),
        unit: msg('percent of executions'),
      };
    case 'cost-split':
      return {
        name: msg('Cost of work and of shifts'),
        sentence: msg('What the worked hours cost, beside what the shifts cost whether worked or not.'),
        formula: msg('worked hours × rate, with overtime and costs per use; shift hours × rate'),
        not: msg('Not savings: the difference is only saved when shifts become shorter.'),
        unit: msg('money per replication'),
      };
    case 'batches':
      return {
        name: msg('Waiting for a batch'),
        sentence: msg('How long a case waits until enough others have come, and for its turn among them.'),
        formula: msg('time from arrival at the step until its batch forms, + time until its turn; ÷ executions'),
        not: msg('Not the wait for people: that begins when the batch has formed, and is counted as such.'),
        unit: msg('calendar time per execution'),
      };
    case 'interruptions':
      return {
        name: msg('Interrupted work'),
        sentence: msg('The share of executions that more urgent work interrupts at least once.'),
        formula: msg('executions interrupted ÷ executions'),
        not: msg('Not work lost: it goes on where it stopped. The time between counts as waiting.'),
        unit: msg('percent of executions'),
      };
    case 'giving-up':
      return {
        name: msg('Leaving unserved'),
        sentence: msg('The share of those who come to a step and leave before its work begins.'),
        formula: msg('(did not join the queue + gave up) ÷ (executions + cancelled)'),
        not: msg('Not all cancelled work: a deadline or a decision elsewhere can end it too.'),
        unit: msg('percent of those who come'),
      };
    case 'set-ups':
      return {
        name: msg('Getting ready'),
        sentence: msg('The time people spend getting ready for a step because they did something else before.'),
        formula: msg('sum of the set-up times in the observed time'),
        not: msg('Not extra time: it is part of the work of the step.'),
        unit: msg('working time per replication'),
      };
    case 'absences':
      return {
        name: msg('Absence and breakdown'),
        sentence: msg('The share of their shifts in which people are absent or machines are down.'),
        formula: msg('absent time on shift ÷ shift time'),
        not: msg('Not idle time: utilisation is of the time in which they are there. Absences are paid.'),
        unit: msg('percent of shift time'),
      };
    case 'persons':
      return {
        name: msg('Who is how busy'),
        sentence: msg('Utilisation of each person who is named, in all pools they work for.'),
        formula: msg('worked time on shift ÷ shift time of the person'),
        not: msg('Not performance: who is faster, or is asked first, has another load.'),
        unit: msg('percent of shift time'),
      };
  }
}
