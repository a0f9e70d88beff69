/** Gathers what the report of the shown run needs. */
import type { Session } from '../../app/session.ts';
import type { ChartInput } from '../../charts/chart.ts';
import { formatDateTime, type FormatLocale } from '../../format/index.ts';
import type { Report } from '../../reports/report.ts';
import { checksOf } from './trust/checks.ts';
import { warmUpAdvice } from './trust/warm-up-advice.ts';

/** What writes reports is loaded when one is asked for. */
export async function reportOf(session: Session, input: ChartInput, locale: FormatLocale): Promise<Report> {
  const [{ designReport }, { parseSvg }, svg] = await Promise.all([
    import('../../reports/design-report.ts'),
    import('../../exporters/picture.ts'),
    session.editor.toSvg(),
  ]);
  const design = session.designs.find(({ id }) => id === session.activeDesign);
  return designReport({
    study: session.studyName,
    design: design?.name ?? '',
    input,
    model: session.model,
    diagram: parseSvg(svg),
    checks: [
      ...checksOf(input, session.model, locale).map(({ title, text }) => `${title} – ${text}`),
      warmUpAdvice(input, locale).text,
    ],
    madeAt: formatDateTime(Date.now(), locale),
    locale,
  });
}
