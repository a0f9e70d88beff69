import { expect } from 'chai';
import type { RunResult } from '#simulation';
import { fakeResult } from '../../support/fake-result.ts';
import { find, findAll, get, stage, strike, textOf, until } from './stage.ts';

const complete = (result: RunResult, stale = false) => ({ status: 'complete', result, stale }) as const;

afterEach(strike);

describe('the results before and during a run', () => {
  it('say what a run will answer and offer it', async () => {
    const { dock, session } = await stage();
    expect(textOf(dock)).to.contain('how many keep the SLA');
    get(dock, 'wa-button').click();
    expect(session.asked).to.deep.equal(['start']);
  });

  it('say why a run stopped', async () => {
    const { dock, session } = await stage();
    session.show({ status: 'failed', message: 'out of memory' });
    await dock.updateComplete;
    expect(get(dock, '[role=alert]').textContent).to.contain('out of memory');
  });

  it('show how far the run is and how sure its main figure, and can stop it', async () => {
    const { dock, session } = await stage();
    session.show({ status: 'running', done: 8, planned: 30, timeLeft: 5000, result: fakeResult({ done: 8 }) });
    await until(() => find(dock, 'pf-run-progress wa-button') ?? find(dock, 'wa-progress-bar'));
    const text = textOf(dock);
    expect(text).to.contain('R = 8 of 30');
    expect(text).to.contain('hit rate 91.4 % ± 4.8 %');
    expect(text).to.contain('5 s left');
    const stop = findAll(dock, 'wa-button').find((button) => button.textContent.includes('Stop'));
    stop?.click();
    expect(session.asked).to.deep.equal(['cancel']);
  });

  it('give no verdict before all replications are in', async () => {
    const { dock, session } = await stage();
    session.show({ status: 'running', done: 8, planned: 30, result: fakeResult({ done: 8 }) });
    await until(() => find(dock, '.verdict'));
    expect(get(dock, '.verdict').textContent).to.contain('after all replications');
    session.show(complete(fakeResult()));
    await until(() => find(dock, '.verdict.misses'));
  });

  it('redraw the chart while results stream in, its axis never shrinking', async () => {
    const { dock, session } = await stage();
    const day = 24 * 3600;
    const wide = fakeResult({ done: 2 });
    const [sla] = wide.document.slas;
    if (!sla) throw new Error('no SLA in the made-up run');
    session.show({
      status: 'running',
      done: 2,
      planned: 30,
      result: { ...wide, document: { ...wide.document, slas: [{ ...sla, limit: 20 * day }] } },
    });
    await until(() => find(dock, '.caption')?.textContent.includes('R = 2'));
    const axisEnd = () => {
      const ticks = findAll(dock, '.plot svg text')
        .map((text) => Number(text.textContent))
        .filter(Number.isFinite);
      return Math.max(...ticks);
    };
    const before = await until(() => (find(dock, '.plot svg') ? axisEnd() : undefined));
    expect(before).to.be.greaterThan(15);
    for (const done of [3, 5, 8, 12]) {
      session.show({ status: 'running', done, planned: 30, result: fakeResult({ done }) });
      await until(() => find(dock, '.caption')?.textContent.includes(`R = ${done}`));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(axisEnd()).to.be.at.least(before);
    }
  });
});

describe('the results after a run', () => {
  it('show at most five tiles, the hit rate first with its interval', async () => {
    const { dock, session } = await stage();
    session.show(complete(fakeResult()));
    const tiles = await until(() => {
      const found = findAll(dock, 'pf-kpi-tile');
      return found.length > 0 && find(dock, '.value') ? found : undefined;
    });
    expect(tiles).to.have.length(5);
    expect(textOf(tiles[0] ?? dock))
      .to.contain('91.4 %')
      .and.to.contain('95 % CI 88.9–93.9 %');
  });

  it('say when a target cannot be told from the estimate', async () => {
    const { dock, session } = await stage();
    session.show(complete(fakeResult({ hitRate: 0.94 })));
    const chip = await until(() => find(dock, '.verdict.undecided'));
    expect(chip.textContent).to.contain('not yet distinguishable');
  });

  it('say that one replication has no interval', async () => {
    const { dock, session } = await stage();
    session.show(complete(fakeResult({ done: 1, planned: 1 })));
    await until(() => find(dock, '.value'));
    expect(textOf(dock)).to.contain('interval not available (one replication)');
  });

  it('mark figures of a stopped run as partial', async () => {
    const { dock, session } = await stage();
    session.show({ status: 'partial', result: fakeResult({ done: 37, planned: 200 }), stale: false });
    await dock.updateComplete;
    expect(textOf(dock)).to.contain('partial, n = 37 of 200');
  });

  it('mark figures from before the last change and offer a new run', async () => {
    const { dock, session } = await stage();
    session.show(complete(fakeResult(), true));
    await dock.updateComplete;
    expect(textOf(dock)).to.contain('from before your last change');
    findAll(dock, '.notice button')
      .find((button) => button.textContent.includes('Run again'))
      ?.click();
    expect(session.asked).to.deep.equal(['start']);
  });

  it('keep to the parameters of the run while the user edits on', async () => {
    const { dock, session } = await stage();
    session.show(complete(fakeResult()));
    await until(() => find(dock, '.plot svg'));
    session.current = { ...session.current, currency: 'EUR' };
    session.show(complete(fakeResult(), true));
    await until(() => find(dock, '.value'));
    expect(textOf(dock)).to.contain('CN¥').and.not.to.contain('€');
  });

  it('warn of open cases and of demand beyond capacity', async () => {
    const { dock, session } = await stage();
    session.show(complete(fakeResult({ overloaded: true, open: 12 })));
    await dock.updateComplete;
    const notices = findAll(dock, '.notice.warning').map((notice) => notice.textContent);
    expect(notices).to.have.length(2);
    expect(notices[0]).to.contain('Quality engineers');
    expect(notices[1]).to.contain('12 cases per replication (10 %)');
  });
});

describe('the results by keyboard', () => {
  it('move between tabs with the arrow keys', async () => {
    const { dock, session } = await stage();
    session.show(complete(fakeResult()));
    await dock.updateComplete;
    get(dock, '#tab-overview').focus();
    press(get(dock, '#tab-overview'), 'ArrowRight');
    await until(() => dock.shadowRoot?.activeElement?.id === 'tab-times');
    expect(get(dock, '#panel').getAttribute('aria-labelledby')).to.equal('tab-times');
    press(get(dock, '#tab-times'), 'End');
    await until(() => dock.shadowRoot?.activeElement?.id === 'tab-issues');
  });

  it('open and close the explanation of a KPI', async () => {
    const { dock, session } = await stage();
    session.show(complete(fakeResult()));
    const help = await until(() => find(dock, 'pf-kpi-help'));
    const button = await until(() => find(help, 'button'));
    button.focus();
    button.click();
    const popover = get(help, 'wa-popover');
    await until(() => popover.hasAttribute('open'));
    expect(textOf(help)).to.contain('SLA hit rate').and.to.contain('whose deadline falls in the observed time');
    press(document.body, 'Escape');
    await until(() => !popover.hasAttribute('open'));
  });
});

describe('the tables behind the charts', () => {
  it('sort by a column and lead to the step', async () => {
    const { dock, session } = await stage();
    session.show(complete(fakeResult()));
    await dock.updateComplete;
    get(dock, '#tab-times').click();
    const table = await until(() => find(dock, 'pf-figure-table'));
    const heading = await until(() =>
      findAll(table, 'thead button').find((button) => button.textContent.includes('Executions')),
    );
    heading.click();
    heading.click();
    await until(() => heading.closest('th')?.ariaSort === 'ascending');
    const first = get(table, 'tbody .subject');
    expect(first.textContent.trim()).to.equal('Call back');
    first.click();
    expect(session.asked).to.deep.equal(['reveal CallBack']);
  });

  it('stand in place of the chart when asked', async () => {
    const { dock, session } = await stage();
    session.show(complete(fakeResult()));
    const toggle = await until(() => find(dock, '.choices button[title="Table"]'));
    toggle.click();
    const table = await until(() => find(dock, 'pf-figure-table'));
    await until(() => textOf(table).includes('P95'));
  });
});

describe('the chart of the overview', () => {
  for (const locale of ['en', 'zh-CN'] as const)
    it(`keeps everything within its place, its labels off each other: ${locale}`, async () => {
      const { dock, session } = await stage({ locale });
      session.show(complete(fakeResult()));
      await until(() => find(dock, '.plot svg'));
      const chart = get(dock, 'pf-chart');
      const edge = chart.getBoundingClientRect().right;
      expect(edge).to.be.at.most(dock.getBoundingClientRect().right);
      for (const part of findAll(chart, 'button, select, .plot text'))
        expect(part.getBoundingClientRect().right, part.textContent).to.be.at.most(edge + 1);
      const labels = findAll(chart, '.plot text[font-weight="600"]').map((label) => label.getBoundingClientRect());
      expect(labels).not.to.have.length(0);
      labels.forEach((one, i) => {
        for (const other of labels.slice(i + 1))
          expect(
            one.right <= other.left ||
              other.right <= one.left ||
              one.bottom <= other.top + 4 ||
              other.bottom <= one.top + 4,
          ).to.equal(true);
      });
    });

  it('offers its pictures in a list where their names have no room', async () => {
    const { dock, session } = await stage();
    session.show(complete(fakeResult()));
    const list = await until(() => find(dock, '.choices select'));
    const before = get(dock, '#title').textContent;
    if (!(list instanceof HTMLSelectElement)) throw new Error('no list');
    expect(list.checkVisibility()).to.equal(true);
    list.value = 'cycle-time-cumulative';
    list.dispatchEvent(new Event('change'));
    await until(() => get(dock, '#title').textContent !== before);
  });
});

describe('colours on the diagram', () => {
  it('are chosen in the dock, with a legend, and go away with the results', async () => {
    const { dock, session } = await stage();
    session.show(complete(fakeResult()));
    const select = await until(() => find(dock, 'wa-select'));
    Object.assign(select, { value: 'utilisation' });
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => session.heat);
    expect(session.heat?.get('Decide')).to.deep.equal({ level: 0.91, label: '91 %' });
    await until(() => find(dock, 'pf-heat-legend')?.shadowRoot?.textContent.includes('100 %'));
    session.show({ status: 'idle' });
    await until(() => session.heat === undefined);
    session.show(complete(fakeResult()));
    await until(() => find(dock, 'pf-kpi-tile'));
    expect(find(dock, 'pf-heat-legend')).to.equal(undefined);
  });
});

function press(target: EventTarget, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

describe('how sure the figures are', () => {
  const open = async () => {
    const scene = await stage();
    scene.session.show(complete(fakeResult()));
    const tab = await until(() => find(scene.dock, '#tab-trust'));
    tab.click();
    await until(() => find(scene.dock, 'pf-precision-table'));
    return scene;
  };
  const cells = (dock: Element): readonly string[] =>
    findAll(get(dock, 'pf-precision-table'), 'tbody tr').map((row) => row.textContent.replace(/\s+/g, ' ').trim());

  it('is said with checks and with the replications that a precision takes', async () => {
    const { dock } = await open();
    expect(findAll(dock, '.checks dt').map((dt) => dt.textContent.trim())).to.include.members([
      'Stability',
      'Little’s law',
    ]);
    // 91.4 % ± 2.5 points after 30 replications.
    await until(() => cells(dock).some((text) => text.includes('± 2.5 points') && text.endsWith('enough')));
    const menu = get(dock, '[data-test=wanted-width]');
    Object.assign(menu, { value: '0.01' });
    menu.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    // (2.5 ÷ 1)² · 30, less what the t quantile gives back.
    await until(() =>
      cells(dock).some((text) => /± 2.5 points .* ±1 percentage points 1[67]\d Run until known so well/.test(text)),
    );
  });

  it('leads to a run until a figure is known so well', async () => {
    const { dock, session } = await open();
    const menu = get(dock, '[data-test=wanted-width]');
    Object.assign(menu, { value: '0.01' });
    menu.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    const button = await until(() => find(get(dock, 'pf-precision-table'), 'tbody button'));
    button.focus();
    button.click();
    expect(session.steps.map(({ label }) => label)).to.deep.equal(['Set when the run ends']);
    expect(session.written.run?.precision?.wanted).to.have.any.keys('absolute', 'relative');
  });

  it('is warned of before all replications are in', async () => {
    const { dock, session } = await open();
    session.show({ status: 'running', done: 8, planned: 30, result: fakeResult({ done: 8 }) });
    await until(() => textOf(dock).includes('Not all replications are in'));
  });
});
