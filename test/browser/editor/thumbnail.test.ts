import { expect } from 'chai';
import { thumbnail } from '../../../src/editor/index.ts';
import { BRANCHES, closeEditors, openEditor } from './support.ts';

describe('thumbnails', () => {
  afterEach(closeEditors);

  it('are pictures of the diagram that fit into storage', async () => {
    const editor = await openEditor(BRANCHES);
    const url = thumbnail(await editor.toSvg());
    expect(url).to.have.length.below(60_000);
    const image = new Image();
    image.src = url ?? '';
    await image.decode();
    expect(image.naturalWidth).to.be.greaterThan(500);
  });

  it('are left out when the diagram is too large for one', () => {
    expect(thumbnail(`<svg xmlns="http://www.w3.org/2000/svg"><path d="${'M 1 2 '.repeat(20_000)}"/></svg>`)).to.equal(
      undefined,
    );
  });
});
