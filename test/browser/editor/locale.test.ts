import { expect } from 'chai';
import { BRANCHES, closeEditors, openEditor, press } from './support.ts';

const titles = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('.djs-palette .entry[title], .djs-minimap .toggle')].map(
    ({ title }) => title,
  );

describe('the language of the editor', () => {
  afterEach(closeEditors);

  it('changes palette and minimap while a document is open', async () => {
    const editor = await openEditor(BRANCHES);
    editor.toggleMinimap();
    expect(titles()).to.include.members(['Create task', 'Close minimap']);
    editor.setLocale('zh-CN');
    expect(titles()).to.include.members(['创建任务', '关闭缩略图']);
    expect(titles().filter((title) => /[a-z]{3}/i.test(title))).to.deep.equal([]);
    editor.setLocale('en');
    expect(titles()).to.include.members(['Create task', 'Close minimap']);
  });

  it('reaches menus and descriptions', async () => {
    const editor = await openEditor(BRANCHES, { locale: 'zh-CN' });
    editor.select('Check');
    press('r');
    await new Promise((done) => setTimeout(done, 50));
    const entries = [...document.querySelectorAll('.djs-popup .entry')].map((entry) => entry.textContent.trim());
    expect(entries).to.include('业务规则任务');
    expect(editor.describe('Choice')).to.contain('排他网关');
  });
});
