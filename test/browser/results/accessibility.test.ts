import axe from 'axe-core';
import { expect } from 'chai';
import { fakeResult, fakeScenario } from '../../support/fake-result.ts';
import { find, get, stage, strike, until } from './stage.ts';

afterEach(strike);

const LOOKS = [
  { locale: 'en', dark: false },
  { locale: 'zh-CN', dark: true },
] as const;

for (const { locale, dark } of LOOKS) {
  const chinese = locale === 'zh-CN';
  describe(`the results for assistive technology (${locale}, ${dark ? 'dark' : 'light'})`, () => {
    for (const tab of ['overview', 'times', 'people', 'cases', 'trust', 'tables', 'issues']) {
      it(`have no known barrier on the tab ‘${tab}’`, async function () {
        this.timeout(30_000);
        const { dock, session } = await stage({ locale, dark });
        session.current = fakeScenario(chinese);
        session.show({ status: 'complete', result: fakeResult({ chinese, open: 3, everything: true }), stale: true });
        await dock.updateComplete;
        get(dock, `#tab-${tab}`).click();
        await until(() => find(dock, tab === 'tables' ? 'tbody' : tab === 'issues' ? '.quiet' : '.plot svg'));
        const { violations } = await axe.run(dock, { rules: { region: { enabled: false } } });
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).to.deep.equal(
          [],
        );
      });
    }
  });
}
