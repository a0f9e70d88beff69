/** Promises and percentiles above a picture of times: no label on another, and no line through a label, however close they are. */
import { expect } from 'chai';
import type { Scenario, SlaResult } from '#simulation';
import type { ChartInput } from '../../../src/charts/chart.ts';
import { cycleTimeCumulative } from '../../../src/charts/cycle-time-cumulative.ts';
import { cycleTimeDistribution } from '../../../src/charts/cycle-time-distribution.ts';
import { overlaidDistribution } from '../../../src/charts/experiments/overlaid-distribution.ts';
import { switchLocale, type Locale } from '../../../src/i18n/locale.ts';
import { fakeResult, fakeScenario } from '../../support/fake-result.ts';

const DAY = 24 * 3600;

/** Limits in days; the run has its P50 at about 2.5, its P90 at 4.7 and its P95 at 5.6 days. */
const LIMITS: Readonly<Record<string, readonly number[]>> = {
  'no promise': [],
  'one promise': [5],
  'one beyond the axis': [60],
  'one on a percentile': [4.7],
  'two apart': [2, 5],
  'two around the median': [2.3, 2.8],
  'three close together': [4.5, 4.7, 5],
  'three with the same limit': [3, 3, 3],
  'four close together': [2.3, 2.4, 2.5, 2.6],
  'four close together at the end': [6.6, 6.7, 6.8, 6.9],
};
/** Pixels; the plot on a laptop is 541 wide in the overview, and less beside a wide inspector. */
const SIZES = [
  [340, 180],
  [541, 180],
  [860, 250],
  [1300, 420],
] as const;
const NAMES = {
  en: ['Ordinary complaint closed', 'Urgent complaint closed', 'First answer to the customer', 'Goods sent back'],
  'zh-CN': ['普通投诉按时办结', '紧急投诉按时办结', '首次答复客户', '退货完成'],
};

const promise = (limit: number, i: number, locale: Locale): SlaResult => ({
  id: `Sla_${i}`,
  name: NAMES[locale][i] ?? '',
  limit: limit * DAY,
  target: 0.9,
  clock: 'calendar',
  hitRate: { value: 0.761, ci95: [0.698, 0.825] },
  weeksMet: { value: 0.5, ci95: [0.4, 0.6] },
  measured: { value: 120, ci95: [118, 122] },
  lateness: { mean: { value: DAY, ci95: null }, p90: { value: DAY, ci95: null } },
});

function inputWith(limits: readonly number[], locale: Locale): ChartInput {
  const slas = limits.map((limit, i) => promise(limit, i, locale));
  const scenario: Scenario = {
    ...fakeScenario(),
    slas: slas.map(({ id, name, target }, i) => ({
      id,
      name,
      on: { type: 'case' },
      limit: { value: limits[i] ?? 0, unit: 'day' },
      clock: 'calendar',
      target,
    })),
  };
  return { result: fakeResult({ slas }), scenario };
}

/** Labels that touch another text or a line, and labels that leave the picture. */
function collisions(svg: SVGSVGElement): readonly string[] {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')];
  const labels = texts.filter((text) => text.getAttribute('font-weight') === '600');
  const lines = [...svg.querySelectorAll('line, path')];
  return labels.flatMap((label) => {
    const box = letters(label);
    const said = label.firstChild?.textContent ?? '';
    const outside = box.left < frame.left || box.right > frame.right || box.top < frame.top;
    return [
      ...(outside ? [`“${said}” leaves the picture`] : []),
      ...texts
        .filter((text) => text !== label && overlap(box, letters(text)))
        .map((text) => `“${said}” on “${text.firstChild?.textContent}”`),
      ...lines.filter((line) => overlap(box, line.getBoundingClientRect())).map(() => `“${said}” on a line`),
    ];
  });
}

/** The box of the letters, without the leading that a type face adds. */
function letters(text: SVGTextElement): DOMRect {
  const { x, y, width, height } = text.getBoundingClientRect();
  const leading = Math.max(0, height - 13) / 2;
  return new DOMRect(x, y + leading, width, height - 2 * leading);
}

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('promises and percentiles above a picture of times', () => {
  afterEach(() => document.querySelector('svg')?.remove());

  for (const locale of ['en', 'zh-CN'] as const)
    for (const [what, limits] of Object.entries(LIMITS))
      it(`keep clear of each other: ${what} (${locale})`, async () => {
        await switchLocale(locale);
        const input = inputWith(limits, locale);
        const pictures = [
          cycleTimeDistribution.read(input),
          cycleTimeCumulative.read(input),
          overlaidDistribution({ name: 'As-is', input }, { name: 'To-be', input }),
        ];
        for (const [width, height] of SIZES)
          for (const picture of pictures) {
            const svg = picture?.draw({ width, height, locale });
            if (!svg) throw new Error('no picture');
            document.body.append(svg);
            expect(collisions(svg), `at ${width} × ${height}`).to.deep.equal([]);
            svg.remove();
          }
      });

  it('say as much as there is room for, and the rest when pointed at', async () => {
    await switchLocale('en');
    const labelsAt = (width: number): readonly string[] => {
      const svg = cycleTimeDistribution.read(inputWith([2, 5], 'en'))?.draw({ width, height: 180, locale: 'en' });
      return [...(svg?.querySelectorAll('text[font-weight="600"]') ?? [])].map((text) => text.innerHTML);
    };
    const wide = 'Ordinary complaint closed · limit 2 d: 76.1 % on time (69.8–82.5 %), target 90 %';
    expect(labelsAt(1300)).to.include(wide);
    const narrow = labelsAt(420).find((text) => text.startsWith('Ordinary complaint'));
    expect(narrow)
      .to.contain(`<title>${wide}</title>`)
      .and.not.to.match(/^Ordinary complaint closed · limit 2 d: 76.1 % on time \(/);
  });
});
