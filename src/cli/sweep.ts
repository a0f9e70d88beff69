/** `sweep`: how figures follow one or two parameters. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { msg, str } from '@lit/localize';
import { compile } from '#simulation';
import { runSweep, sweepDocument, sweepRows, type SweepDocument } from '../experiments/index.ts';
import { toCsv } from '../exporters/csv.ts';
import { figureAt, figuresOfStudy } from '../comparison/figure-list.ts';
import { inWords, type WordedFigure } from '../comparison/figure-words.ts';
import { formatNumber } from '../format/index.ts';
import { Arguments, COMMON, wrong } from './arguments.ts';
import { experiment, giveUp, INTERRUPTED, kpiPath, loadNamed } from './experiment.ts';
import { issueLines } from './issue-line.ts';
import type { Surroundings } from './simulate.ts';
import { table } from './table.ts';
import { printable } from './terminal-text.ts';
import { readVary } from './vary.ts';

const OPTIONS = {
  ...COMMON,
  vary: { type: 'string' },
  kpi: { type: 'string' },
  csv: { type: 'string' },
} as const;

/** Runs and prints; answers the exit code. Throws `UnusableInput`. */
export async function sweepFile(args: readonly string[], cores: number, surroundings: Surroundings): Promise<number> {
  const given = new Arguments(args, OPTIONS);
  const [file, ...more] = given.files;
  if (file === undefined || file === '') throw wrong('file-not-named', {});
  if (more.length > 0) throw wrong('one-file-only', { files: given.files.join(', ') });
  const overrides = given.overrides();
  const loaded = await loadNamed(file, overrides, surroundings.folder);
  const { study } = loaded;
  const varied = given.all('vary').map((text) => readVary(text, study));
  if (varied.length === 0) throw wrong('vary-missing', {});
  const known = compile(study, overrides).network?.kpiPaths ?? [];
  const asked = given.all('kpi').map((text) => kpiPath(text, known));
  const listed = figuresOfStudy(study, known);
  const paths = asked.length > 0 ? asked : listed.map(({ path }) => path);
  return experiment(surroundings, given.workers(cores), async ({ backend, signal, progress }) => {
    const outcome = await runSweep(
      backend,
      study,
      varied.map(({ axis }) => axis),
      {
        overrides,
        signal,
        onUpdate: (update) => {
          progress.show(update);
        },
      },
    );
    if (!('sweep' in outcome)) return giveUp(outcome, surroundings);
    const document = sweepDocument(outcome.sweep, paths, {
      model: { file: loaded.file.name, sha256: loaded.file.sha256 },
      scenario: { id: study.scenario.id, name: study.scenario.name },
      known: varied.map(({ known: parameter }) => parameter),
    });
    const csv = given.last('csv');
    if (csv !== undefined) save(resolve(surroundings.folder, csv), csv, toCsv(sweepRows(document)));
    if (given.has('json')) surroundings.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    else {
      surroundings.stderr.write(
        issueLines(loaded.issues)
          .map((line) => `${line}\n`)
          .join(''),
      );
      const figures = paths.map((path) => inWords(figureAt(listed, path), study.scenario, surroundings.locale));
      surroundings.stdout.write(`${report(document, figures, surroundings)}\n`);
    }
    return outcome.status === 'complete' ? 0 : INTERRUPTED;
  });
}

function save(path: string, given: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw wrong('log-unwritable', { file: given, reason: error instanceof Error ? error.message : String(error) });
  }
}

function report(document: SweepDocument, figures: readonly WordedFigure[], { locale }: Surroundings): string {
  const count = formatNumber(document.replications, locale, 0);
  const heads = [
    document.axes
      .map(({ parameter: { id, part } }) => printable(part === undefined ? id : `${id}.${part}`))
      .join(' · '),
    ...figures.map(({ name }) => name),
  ];
  const rows = document.points.map(({ steps, values, issues }) => [
    steps.map((step, i) => `${step}${document.axes[i]?.as === 'factor' ? '×' : ''}`).join(' · '),
    ...values.map((value, i) => {
      if (value === null) return issues.length > 0 ? msg('cannot be run') : '';
      return value.value === null ? '' : (figures[i]?.format(value.value) ?? '');
    }),
  ]);
  return [msg(str`${count} replications at each point, all under the same luck`), table(heads, rows)].join('\n\n');
}
