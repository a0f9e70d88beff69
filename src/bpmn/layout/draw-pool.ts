/** A pool with its lanes and its process, of which nothing is drawn. */
import type { ModdleElement } from '../moddle.ts';
import { arrange, CELL, type Arrangement } from './arrange.ts';
import { contentsOf } from './contents.ts';
import { addStep, drawBesides } from './draw-whole.ts';
import { around, bottom, moved, right } from './geometry.ts';
import { banded, HEADER, lanesOf, type Banded } from './lanes.ts';
import type { Sheet } from './sheet.ts';

const PADDING = 20;

/** Draws the pool with its top at `top`. */
export async function drawPool(
  sheet: Sheet,
  plane: ModdleElement,
  participant: ModdleElement,
  process: ModdleElement,
  top: number,
): Promise<void> {
  const contents = contentsOf(process);
  const arranged = await arrange(contents);
  const lanes = lanesOf(process);
  const { shapes, bands } = lanes.length > 0 ? banded(arranged, lanes) : unbanded(arranged);
  const header = lanes.length > 0 ? 2 * HEADER : HEADER;
  const origin = { x: header + PADDING, y: top };
  const extent = around([...shapes.values()]) ?? { x: 0, y: 0, width: CELL.width, height: CELL.height };
  const rows = Math.max(1, Math.ceil(bottom(extent) / CELL.height)) * CELL.height;
  const height = lanes.length > 0 ? [...bands.values()].reduce((sum, band) => sum + band.height, 0) : rows;
  const artifacts = contents.artifacts.length > 0 ? 120 : 0;
  const width = Math.max(600, right(extent) + header + 2 * PADDING);

  sheet.addShape(plane, participant, { x: 0, y: top, width, height: height + artifacts }, { isHorizontal: true });
  const lastLane = lanes.at(-1);
  for (const lane of lanes) {
    const band = bands.get(lane);
    if (!band) continue;
    const more = lane === lastLane ? artifacts : 0;
    const at = { x: HEADER, y: top + band.y, width: width - HEADER, height: band.height + more };
    sheet.addShape(plane, lane, at, { isHorizontal: true });
  }
  for (const [step, bounds] of shapes) addStep(sheet, plane, step, moved(bounds, origin));
  if (lanes.length === 0)
    for (const [flow, points] of arranged.lines)
      sheet.addLine(
        plane,
        flow,
        points.map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y })),
      );
  drawBesides(sheet, plane, contents);
}

const unbanded = ({ shapes }: Arrangement): Banded => ({ shapes, bands: new Map() });
