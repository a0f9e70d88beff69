/** The diagram in a container whose size changes: beside a strip of controls, a dock, a panel. */
import { expect } from 'chai';
import type { DesignEditor } from '../../../src/editor/design-editor.ts';
import { BRANCHES, canvas, closeEditors, openEditor, press } from './support.ts';

/** How the sheet lies: scale and place. */
const lies = (): string => canvas().querySelector('.viewport')?.getAttribute('transform') ?? '';

const container = (): HTMLElement => {
  const found = canvas().closest<HTMLElement>('.design-editor');
  if (!found) throw new Error('no editor on the page');
  return found;
};

async function resize(height: number): Promise<void> {
  container().style.height = `${height}px`;
  // A size is told after layout, and answered within the next frame.
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
}

/** The box around all shapes, in pixels of the page. */
function drawn(): { readonly top: number; readonly bottom: number; readonly height: number } {
  const boxes = [...canvas().querySelectorAll('.djs-shape .djs-visual')].map((shape) => shape.getBoundingClientRect());
  const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))];
  return { top, bottom, height: bottom - top };
}

describe('the diagram where the room for it changes', () => {
  let editor: DesignEditor;
  beforeEach(async () => {
    editor = await openEditor(BRANCHES);
  });
  afterEach(closeEditors);

  it('is seen whole in less room, and as large as before when the room comes back', async () => {
    const before = lies();
    await resize(120);
    const { bottom } = container().getBoundingClientRect();
    expect(drawn().top).to.be.at.least(0);
    expect(drawn().bottom).to.be.at.most(bottom);
    const small = drawn().height;
    await resize(600);
    expect(lies()).to.equal(before);
    expect(drawn().height).to.be.greaterThan(small);
  });

  it('stays where the user put it, until all of it is asked for again', async () => {
    editor.zoom(1);
    const put = lies();
    await resize(120);
    expect(lies()).to.equal(put);
    editor.fit();
    const whole = lies();
    await resize(300);
    expect(lies()).not.to.equal(whole);
  });

  it('does not move while a name is being typed', async () => {
    editor.select('Check');
    press('e');
    const typed = await new Promise<Element | null>((resolve) => {
      setTimeout(() => {
        resolve(document.querySelector('.djs-direct-editing-content'));
      }, 50);
    });
    expect(typed).not.to.equal(null);
    const before = lies();
    await resize(300);
    expect(lies()).to.equal(before);
    expect(document.querySelector('.djs-direct-editing-content')).not.to.equal(null);
  });
});
