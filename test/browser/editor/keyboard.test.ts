import { expect } from 'chai';
import { BRANCHES, canvas, closeEditors, openEditor, press } from './support.ts';

describe('the canvas under the keyboard', () => {
  afterEach(closeEditors);

  it('is one stop with a name', async () => {
    await openEditor(BRANCHES);
    const stops = [...document.querySelectorAll('.design-editor [tabindex="0"]')].filter((e) =>
      e.closest('.djs-container > svg'),
    );
    expect(stops).to.deep.equal([canvas()]);
    expect(canvas().getAttribute('aria-label')).to.equal('Process diagram');
  });

  it('follows the flow with the arrow keys, branch by branch', async () => {
    const editor = await openEditor(BRANCHES);
    const walk = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'].map((key) => {
      expect(press(key)).to.equal(true);
      return editor.selected;
    });
    expect(walk).to.deep.equal(['Start', 'Check', 'Choice', 'Yes']);
    press('ArrowDown');
    expect(editor.selected).to.equal('No');
    press('ArrowUp');
    press('ArrowRight');
    expect(editor.selected).to.equal('Pay');
    press('ArrowLeft');
    expect(editor.selected).to.equal('Choice');
    press('ArrowLeft');
    expect(editor.selected).to.equal('Check');
  });

  it('does not change the document by walking', async () => {
    const editor = await openEditor(BRANCHES);
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) press(key);
    expect(editor.canUndo).to.equal(false);
  });

  it('moves the selected shape with Shift and an arrow', async () => {
    const editor = await openEditor(BRANCHES);
    const before = await editor.toXml();
    editor.select('Check');
    press('ArrowDown', { shiftKey: true });
    expect(await editor.toXml()).not.to.equal(before);
    editor.undo();
    expect(await editor.toXml()).to.equal(before);
  });

  it('asks for the parameters with Enter and lets go with Escape', async () => {
    const editor = await openEditor(BRANCHES);
    let asked = 0;
    editor.on('inspect', () => (asked += 1));
    press('Enter');
    expect(asked).to.equal(0);
    editor.select('Check');
    press('Enter');
    expect(asked).to.equal(1);
    press('Escape');
    expect(editor.selected).to.equal(undefined);
  });

  it('duplicates the selection in place with Ctrl+D', async () => {
    const editor = await openEditor(BRANCHES);
    editor.select('Check');
    press('d', { ctrlKey: true });
    expect(editor.model.nodes.filter(({ name }) => name === 'Check claim')).to.have.length(2);
    expect(editor.selected).not.to.equal('Check');
    editor.undo();
    expect(editor.model.nodes).to.have.length(5);
  });

  it('says what an element is and where it leads', async () => {
    const editor = await openEditor(BRANCHES);
    expect(editor.describe('Choice')).to.equal('Exclusive gateway “Valid?”, 1 incoming, 2 outgoing');
    expect(editor.describe('No')).to.equal('Sequence flow from “Valid?” to “Decided”');
    expect(editor.describe('nowhere')).to.equal('');
  });

  it('appends what is chosen from the menu on A, and creates with N, without a mouse', async () => {
    const editor = await openEditor(BRANCHES);
    const before = editor.model.nodes.length;
    const choose = async (key: string, text: string): Promise<void> => {
      press(key);
      const search = await until(() => document.querySelector<HTMLInputElement>('.djs-popup-search input'));
      search.value = text;
      search.dispatchEvent(new KeyboardEvent('keyup', { key: text.slice(-1), bubbles: true }));
      await until(() => {
        const entry = document.querySelector('.djs-popup-results .entry.selected');
        return entry?.textContent.trim() === text ? entry : null;
      });
      search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      await until(() => (document.querySelector('.djs-popup-search') ? null : document.body));
    };
    editor.select('Pay');

    await choose('a', 'User task');

    const appended = editor.model.nodes.find(({ id }) => id === editor.selected);
    expect(appended?.type).to.equal('bpmn:UserTask');
    expect(editor.model.flows.some((f) => f.source === 'Pay' && f.target === appended?.id)).to.equal(true);
    await choose('n', 'Parallel gateway');
    const created = editor.model.nodes.find(({ id }) => id === editor.selected);
    expect(created?.type).to.equal('bpmn:ParallelGateway');
    expect(editor.model.nodes).to.have.length(before + 2);
    editor.undo();
    editor.undo();
    expect(editor.model.nodes).to.have.length(before);
  });
});

/** What `find` finds, once it does. */
async function until<T>(find: () => T | null): Promise<T> {
  for (let i = 0; i < 100; i++) {
    const found = find();
    if (found) return found;
    await new Promise((wait) => setTimeout(wait, 20));
  }
  throw new Error('never came');
}
