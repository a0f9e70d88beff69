/** What was measured of the engine: whether its intervals keep their word, and what was tried to catch it in a contradiction. */
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../format/index.ts';
import { locale } from '../../i18n/locale.ts';
import { proofFigures } from './proof/figures.ts';

const number = (value: number, digits?: number): string => formatNumber(value, locale(), digits);
const percent = (value: number): string => `${number(value, 1)} %`;

export function proofHelp(): TemplateResult {
  const { coverage, paired, randomModels } = proofFigures;
  return html`<section>
      <h3>${msg('Do the intervals keep their word?')}</h3>
      <p>
        ${msg(
          str`A queue whose true figures are known by theory was simulated in ${number(coverage.experiments, 0)} experiments of ${coverage.replications} replications each. So often did the 95 % interval hold the truth (known to ±${number(coverage.knownTo, 1)} points):`,
        )}
      </p>
      <table>
        <tbody>
          <tr>
            <th scope="row">${msg('Mean cycle time')}</th>
            <td class="number">${percent(coverage.meanCycleTime)}</td>
          </tr>
          <tr>
            <th scope="row">${msg('Share of cases on time')}</th>
            <td class="number">${percent(coverage.shareKept)}</td>
          </tr>
          <tr>
            <th scope="row">${msg('95th percentile of the cycle time')}</th>
            <td class="number">${percent(coverage.p95CycleTime)}</td>
          </tr>
        </tbody>
      </table>
      <p>
        ${msg(
          str`An interval over the cases of one run, as if they did not wait for each other, held the share of cases on time in ${percent(coverage.overCases)} of them. That is why cases are never counted as independent here.`,
        )}
      </p>
    </section>
    <section>
      <h3>${msg('Do differences between designs?')}</h3>
      <p>
        ${msg(
          str`Two designs that meet the same customers, one a little faster, in ${number(paired.experiments, 0)} experiments of ten pairs: the interval held the true difference in ${percent(paired.covered)} of them, a little less often than it should. Its variance was ${number(paired.varianceReduction, 1)} times smaller than without the common luck.`,
        )}
      </p>
    </section>
    <section>
      <h3>${msg('Against theory')}</h3>
      <p>
        ${msg(
          'Single and several servers, general service times, priorities with and without interruption, finite queues, customers who hang up, machine repair, tandems, networks with rework, splits and joins: the mean of 30 replications lies within four standard errors of the formula, and its interval is narrow enough for that to mean something.',
        )}
      </p>
    </section>
    <section>
      <h3>${msg('Against itself')}</h3>
      <p>
        ${msg(
          str`${number(randomModels.structured, 0)} structured random processes and ${number(randomModels.graphs, 0)} arbitrary ones, ${number(randomModels.events, 0)} million events: in every replication cases were conserved, the parts of the cycle time added up to it, nobody waited a negative time and no pool was used more than it was there.`,
        )}
      </p>
    </section>`;
}
