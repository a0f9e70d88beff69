import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import type { Study } from '#simulation';
import { runPaired, type PairedRuns } from '../../../src/experiments/index.ts';
import { parseSvg } from '../../../src/exporters/picture.ts';
import { switchLocale } from '../../../src/i18n/locale.ts';
import { comparisonReport } from '../../../src/reports/comparison-report.ts';
import { designReport } from '../../../src/reports/design-report.ts';
import { htmlReport } from '../../../src/reports/html-report.ts';
import type { Report } from '../../../src/reports/report.ts';
import { wordReport } from '../../../src/reports/word-report.ts';
import { readComparison } from '../../../src/views/experiments/compare/comparison-reading.ts';
import { Direct } from '../../support/direct-backend.ts';
import { by, exponential, pool, sketch } from '../../support/model.ts';

const NAMES = ['As-is', 'To-be <b>'];

/** One step; the second design has one person more. */
const design = (people: number): Study =>
  sketch({
    nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
    flows: ['S > A > E'],
    elements: {
      S: { arrivals: { interval: exponential(1) } },
      A: { work: exponential(1.6), resources: by('Clerks'), provenance: { work: 'guess' } },
    },
    pools: [pool('Clerks', people, { costPerHour: 20 })],
    run: { seed: 'report', replications: 10, horizon: { value: 60, unit: 'min' } },
  });

async function paired(): Promise<PairedRuns> {
  const alternatives = [2, 3].map((people, i) => ({
    id: String(i),
    name: NAMES[i] ?? '',
    study: design(people),
    file: { name: `${i}.bpmn`, sha256: `fingerprint-${i}` },
    issues: [],
  }));
  const outcome = await runPaired(new Direct(), alternatives, { message: ({ code }) => code });
  if (outcome.status !== 'complete') throw new Error(outcome.status);
  return outcome.paired;
}

async function report(locale: 'en' | 'zh-CN' = 'en'): Promise<Report> {
  const runs = await paired();
  const { statements, table, charts } = readComparison(runs, NAMES, 1, locale);
  return comparisonReport({
    study: 'Complaints & <co>',
    paired: runs,
    names: NAMES,
    index: 1,
    statements,
    table,
    charts,
    reasons: [],
    tables: [],
    changes: [{ kind: 'pool', id: 'Clerks', where: 'Clerks', what: '', from: '2', to: '3 people' }],
    elements: [],
    diagrams: [],
    madeAt: 'today',
    locale,
  });
}

describe('the report of a comparison', () => {
  afterEach(() => switchLocale('en'));

  it('is one HTML file that refers to nothing outside it and takes text for text', async () => {
    const text = await htmlReport(await report());
    expect(text).to.contain('<title>Complaints &amp; &lt;co&gt;</title>').and.contain('To-be &lt;b&gt;');
    const page = new DOMParser().parseFromString(text, 'text/html');
    expect(page.querySelectorAll('script, link, iframe, b')).to.have.lengthOf(0);
    const images = [...page.querySelectorAll('img')];
    expect(images.length).to.be.greaterThan(2);
    for (const { src, alt } of images) {
      expect(src).to.match(/^data:image\/svg\+xml;base64,/);
      expect(alt).not.to.equal('');
    }
  });

  it('says what was asked, what came out, what it rests on and how to make it again', async () => {
    const text = new DOMParser().parseFromString(await htmlReport(await report()), 'text/html').body.textContent;
    expect(text)
      .to.contain('What is to be expected when “To-be <b>” takes the place of “As-is”?')
      .and.contain('Clerks: 2 → 3 people')
      .and.contain('n = 10 paired replications')
      .and.contain('Exponential')
      .and.contain('guess')
      .and.contain('fingerprint-1')
      .and.contain('Limits of this forecast');
    const runs = await paired();
    for (const { result } of runs.runs) expect(text).to.contain(result.document.hash);
    expect(text).to.contain(runs.seed);
  });

  it('is a Word document with the same text, and its charts as pictures', async () => {
    const parts = unzipSync(new Uint8Array(await (await wordReport(await report())).arrayBuffer()));
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(document).to.contain('Complaints &amp; &lt;co&gt;').and.contain('fingerprint-1').and.contain('<w:tbl>');
    expect(Object.keys(parts).filter((name) => /^word\/media\/.+\.png$/.test(name)).length).to.be.greaterThan(2);
  });

  it('speaks Chinese', async () => {
    await switchLocale('zh-CN');
    const text = await htmlReport(await report('zh-CN'));
    expect(text).to.contain('<html lang="zh-CN">').and.contain('预测的局限').and.contain('猜测');
  });
});

describe('the report of one design', () => {
  afterEach(() => switchLocale('en'));

  async function ofOne(locale: 'en' | 'zh-CN' = 'en') {
    const [{ alternative, result }] = (await paired()).runs;
    const { model, scenario } = alternative.study;
    const made = designReport({
      study: 'Complaints & <co>',
      design: 'As-is',
      input: { result, scenario },
      model,
      diagram: parseSvg('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40"/></svg>'),
      checks: ['Stability – people keep up'],
      madeAt: 'today',
      locale,
    });
    return {
      made,
      result,
      text: new DOMParser().parseFromString(await htmlReport(made), 'text/html').body.textContent,
    };
  }

  it('says what was asked, what to expect, how sure, and how to make it again', async () => {
    const { text, result } = await ofOne();
    expect(text)
      .to.contain('What is to be expected of “As-is”')
      .and.match(/A case takes [^.]+\([^)]+\) on average; 90 of 100 take at most/)
      .and.contain('n = 10 replications')
      .and.contain('Stability – people keep up')
      .and.contain('Exponential')
      .and.contain('fingerprint-0')
      .and.contain(result.document.hash)
      .and.contain('Limits of this forecast');
  });

  it('has its charts in the Word document too, and speaks Chinese', async () => {
    const { made } = await ofOne();
    const parts = unzipSync(new Uint8Array(await (await wordReport(made)).arrayBuffer()));
    expect(Object.keys(parts).filter((name) => /^word\/media\/.+\.png$/.test(name)).length).to.be.greaterThan(3);
    await switchLocale('zh-CN');
    expect((await ofOne('zh-CN')).text)
      .to.contain('预测的局限')
      .and.contain('100 个中有 90 个不超过');
  });
});
