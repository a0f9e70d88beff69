/** Shortcuts are found on every keyboard layout and keep out of the way of input methods. */
import { expect } from 'chai';
import { matches } from '../../../src/app/commands/shortcut.ts';

const press = (init: KeyboardEventInit): KeyboardEvent => new KeyboardEvent('keydown', init);

describe('a shortcut', () => {
  it('is its letter with exactly its modifiers', () => {
    expect(matches('Ctrl+S', press({ key: 's', code: 'KeyS', ctrlKey: true }))).to.be.true;
    expect(matches('Ctrl+S', press({ key: 'S', code: 'KeyS', ctrlKey: true, shiftKey: true }))).to.be.false;
    expect(matches('Ctrl+Shift+S', press({ key: 'S', code: 'KeyS', ctrlKey: true, shiftKey: true }))).to.be.true;
    expect(matches('Ctrl+S', press({ key: 's', code: 'KeyS' }))).to.be.false;
  });

  it('goes by what the key types: Ctrl+Z and Ctrl+Y of a German keyboard are not swapped', () => {
    expect(matches('Ctrl+Z', press({ key: 'z', code: 'KeyY', ctrlKey: true }))).to.be.true;
    expect(matches('Ctrl+Y', press({ key: 'z', code: 'KeyY', ctrlKey: true }))).to.be.false;
  });

  it('goes by the place of the key where the layout types no Latin letters', () => {
    expect(matches('Ctrl+S', press({ key: 'ы', code: 'KeyS', ctrlKey: true }))).to.be.true;
  });

  it('knows ? wherever the layout puts it', () => {
    expect(matches('?', press({ key: '?', code: 'Slash', shiftKey: true }))).to.be.true;
    expect(matches('?', press({ key: '?', code: 'Minus', shiftKey: true }))).to.be.true;
    expect(matches('?', press({ key: '/', code: 'Slash' }))).to.be.false;
  });

  it('is never a key that an input method is working on', () => {
    expect(matches('Ctrl+S', press({ key: 's', code: 'KeyS', ctrlKey: true, isComposing: true }))).to.be.false;
  });
});
