/** How the statistics work, for people who decide by them. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** A heading and what there is to say. */
const topics = (): readonly (readonly [title: string, text: string])[] => [
  [
    msg('Why the same process is simulated many times'),
    msg(
      'One run shows one possible quarter: perhaps a lucky one. A replication repeats the whole observed time with other luck; 30 are usual. Each gives one value of every figure, and the figure shown is their mean.',
    ),
  ],
  [
    msg('What the interval says'),
    msg(
      'How far the figure could still move with more replications: a 95 % interval by Student’s t over the replications. Four times as many halve it. Cases of one replication wait for each other, so they are never counted as independent.',
    ),
  ],
  [
    msg('What the interval does not say'),
    msg(
      'It is not where a single case will lie: percentiles say that. It does not say whether the inputs are right: a guess stays a guess with any number of replications. And two overlapping intervals do not mean that there is no difference: compare designs in pairs.',
    ),
  ],
  [
    msg('Why equal seeds give equal luck'),
    msg(
      'Chance is not drawn in sequence: each draw depends on the seed, the replication, the step and the case. So the same file and seed give the same figures on every machine, and two designs under one seed meet the same customers. What differs between them is the design.',
    ),
  ],
  [
    msg('Which period is asked about'),
    msg(
      'Without a warm-up the run begins with an empty office, as a pilot does. With a warm-up that part is left out of the figures, which then describe the office in full swing. A figure for one question does not answer the other.',
    ),
  ],
  [
    msg('When demand exceeds what people can do'),
    msg(
      'Queues then grow as long as the run lasts, and cycle times say more about the length of the run than about the process. Cases in progress that keep rising are the sign.',
    ),
  ],
  [
    msg('How good a forecast is'),
    msg(
      'As good as its inputs. Figures carry where they come from: measured, judged by an expert, or guessed. Measure the guesses that matter before a decision hangs on them.',
    ),
  ],
];

export const statisticsHelp = (): readonly TemplateResult[] =>
  topics().map(
    ([title, text]) =>
      html`<section>
        <h3>${title}</h3>
        <p>${text}</p>
      </section>`,
  );
