import { expect } from 'chai';
import { exporters, type ExportSource } from '../../../src/exporters/index.ts';
import { parseSvg, pngFile, sizeOf } from '../../../src/exporters/picture.ts';
import { fakeResult, fakeScenario } from '../../support/fake-result.ts';

const DIAGRAM =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120" viewBox="-10 -20 300 120">' +
  '<rect x="20" y="0" width="200" height="80" fill="none" stroke="#000"/><text x="40" y="45" font-size="20">判定责任</text></svg>';

const source: ExportSource = {
  run: { result: fakeResult({ chinese: true }), scenario: fakeScenario(true) },
  chart: 'cycle-time-distribution',
  diagram: () => Promise.resolve(DIAGRAM),
  locale: 'en',
};

const write = (id: string): Promise<Blob> => {
  const exporter = exporters.find((e) => e.id === id);
  if (!exporter) throw new Error(`no exporter <${id}>`);
  return exporter.write(source);
};

describe('exporters', () => {
  it('offer only what there is', () => {
    const ids = (from: ExportSource) => exporters.filter((e) => e.accepts(from)).map(({ id }) => id);
    expect(ids({ locale: 'en' })).to.deep.equal([]);
    expect(ids({ locale: 'en', diagram: () => Promise.resolve(DIAGRAM) })).to.deep.equal([
      'diagram-svg',
      'diagram-png',
    ]);
  });

  it('write the result document as it is', async () => {
    const read: unknown = JSON.parse(await (await write('result-json')).text());
    expect(read).to.deep.equal(JSON.parse(JSON.stringify(source.run?.result.document)));
  });

  it('write a CSV that spreadsheets read as UTF-8', async () => {
    const bytes = new Uint8Array(await (await write('result-csv')).arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
  });

  it('write charts that need nothing of the page', async () => {
    const text = await (await write('chart-svg')).text();
    expect(text).not.to.contain('var(--');
    expect(text).not.to.contain('<style');
    const svg = parseSvg(text.replace(/^<\?xml[^>]*>\s*/, ''));
    expect(svg.textContent).to.contain('Cycle time of cases').and.to.contain('R = 30');
  });

  it('write diagrams on white paper at twice their size', async () => {
    const picture = await createImageBitmap(await write('diagram-png'));
    expect([picture.width, picture.height]).to.deep.equal([600, 240]);
    expect(colourAt(picture, 2, 2)).to.deep.equal([255, 255, 255, 255]);
    expect(colourAt(picture, 598, 238)).to.deep.equal([255, 255, 255, 255]);
  });

  it('keep Chinese text in pictures', async () => {
    const picture = await createImageBitmap(await pngFile(parseSvg(DIAGRAM)));
    expect(darkPixels(picture, 100, 90, 160, 44)).to.be.greaterThan(200);
  });

  it('take the size from the view box where width and height are relative', () => {
    const svg = parseSvg('<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="0 0 40 30"/>');
    expect(sizeOf(svg)).to.deep.equal({ width: 40, height: 30 });
  });

  it('refuse what is no drawing', () => {
    expect(() => parseSvg('<html xmlns="http://www.w3.org/1999/xhtml"/>')).to.throw('expected <svg>');
  });
});

function contextOf(picture: ImageBitmap): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context for <canvas>');
  context.drawImage(picture, 0, 0);
  return context;
}

const colourAt = (picture: ImageBitmap, x: number, y: number): readonly number[] => [
  ...contextOf(picture).getImageData(x, y, 1, 1).data,
];

function darkPixels(picture: ImageBitmap, x: number, y: number, width: number, height: number): number {
  const { data } = contextOf(picture).getImageData(x, y, width, height);
  let dark = 0;
  for (let i = 0; i < data.length; i += 4) if ((data[i] ?? 255) < 128) dark++;
  return dark;
}
