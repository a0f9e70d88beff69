/**
 * Draws what a document says but does not show: whole diagrams of files that have none, single steps and flows of others. What is
 * drawn already stays where it is.
 */
import { issue } from '#simulation';
import { freeId } from '../free-id.ts';
import { contained, idOf, list, many, named, one, type Moddle, type ModdleElement } from '../moddle.ts';
import type { ReportLog } from '../report.ts';
import { addMissing } from './add-missing.ts';
import { connection, contentsOf, usualSize } from './contents.ts';
import { drawPool } from './draw-pool.ts';
import { drawWhole } from './draw-whole.ts';
import { around, bottom, route } from './geometry.ts';
import { Sheet } from './sheet.ts';

/** Space between pools, and between what was drawn and what is added below. */
const GAP = 60;

/** Adds shapes and lines for all that has none, and says so. */
export async function layOutMissing(definitions: ModdleElement, moddle: Moddle, log: ReportLog): Promise<void> {
  const sheet = new Sheet(definitions, moddle);
  const wasEmpty = sheet.isEmpty;
  if (!sheet.firstPlane && !drawableRoot(definitions)) {
    sheet.ensurePlane(addProcess(definitions, moddle));
    log.add('repaired', issue('info', 'process-added'));
  }
  const roots = many(definitions, 'rootElements');
  const processes = roots.filter(({ $type }) => $type === 'bpmn:Process');
  const collaboration = roots.find(({ $type }) => $type === 'bpmn:Collaboration');
  if (collaboration) await drawCollaboration(sheet, collaboration);
  const shown = new Set(collaboration ? many(collaboration, 'participants').map((p) => one(p, 'processRef')) : []);
  for (const process of processes) {
    if (shown.has(process)) continue;
    const plane = sheet.firstPlane && !wasEmpty ? sheet.firstPlane : sheet.ensurePlane(process);
    await drawContainer(sheet, plane, process);
  }
  for (const process of processes) await drawInside(sheet, process);
  tell(sheet, wasEmpty, log);
}

/** Gives a document without any diagram an empty one. */
export function ensurePlane(definitions: ModdleElement, moddle: Moddle): void {
  const sheet = new Sheet(definitions, moddle);
  const root = drawableRoot(definitions);
  if (root && !sheet.firstPlane) sheet.ensurePlane(root);
}

/** What a diagram may show as a whole. */
function drawableRoot(definitions: ModdleElement): ModdleElement | undefined {
  const roots = many(definitions, 'rootElements');
  return (
    roots.find(({ $type }) => $type === 'bpmn:Collaboration') ?? roots.find(({ $type }) => $type === 'bpmn:Process')
  );
}

/** Without a process there is nothing to draw in. */
function addProcess(definitions: ModdleElement, moddle: Moddle): ModdleElement {
  const process = moddle.create('bpmn:Process', { id: freeId(definitions, 'Process_1') });
  process.$parent = definitions;
  list(definitions, 'rootElements').push(process);
  return process;
}

async function drawCollaboration(sheet: Sheet, collaboration: ModdleElement): Promise<void> {
  const plane = sheet.planeOf(collaboration) ?? sheet.firstPlane ?? sheet.ensurePlane(collaboration);
  const participants = many(collaboration, 'participants');
  for (const participant of participants) {
    const process = one(participant, 'processRef');
    const isDrawn =
      sheet.shapes.has(participant) || (process && contentsOf(process).nodes.some((n) => sheet.shapes.has(n)));
    if (isDrawn && process) await drawContainer(sheet, plane, process);
    else if (process) await drawPool(sheet, plane, participant, process, below(sheet));
    else if (!isDrawn) {
      const width = around([...sheet.shapes.values()])?.width ?? usualSize(participant).width;
      sheet.addShape(
        plane,
        participant,
        { ...usualSize(participant), x: 0, y: below(sheet), width },
        { isHorizontal: true },
      );
    }
  }
  for (const { element, source, target } of many(collaboration, 'messageFlows').flatMap(connection)) {
    const [from, to] = [sheet.shapes.get(source), sheet.shapes.get(target)];
    if (!sheet.lines.has(element) && from && to) sheet.addLine(plane, element, route(from, to));
  }
}

/** Draws a container on a plane: all of it below the rest when nothing of it is there, else what is missing. */
async function drawContainer(sheet: Sheet, plane: ModdleElement, container: ModdleElement): Promise<void> {
  const contents = contentsOf(container);
  const isDrawn = [...contents.nodes, ...contents.artifacts].some((node) => sheet.shapes.has(node));
  if (isDrawn) addMissing(sheet, plane, contents);
  else await drawWhole(sheet, plane, contents, { x: 0, y: below(sheet) });
}

/** Sub-processes: where their shape shows the inside, on a plane of their own where it does not. */
async function drawInside(sheet: Sheet, container: ModdleElement): Promise<void> {
  const inner = [...contained(container)].filter(
    (element) => element !== container && element.$instanceOf('bpmn:SubProcess'),
  );
  for (const subProcess of inner) {
    const contents = contentsOf(subProcess);
    const isDrawn = [...contents.nodes, ...contents.artifacts].some((node) => sheet.shapes.has(node));
    const plane = sheet.planeOf(subProcess);
    if (contents.nodes.length === 0) continue;
    const at = sheet.shapes.get(subProcess);
    if (isDrawn) addMissing(sheet, plane ?? sheet.firstPlane ?? sheet.ensurePlane(subProcess), contents);
    else if (at && sheet.isExpanded(subProcess) && sheet.firstPlane)
      await drawWhole(sheet, sheet.firstPlane, contents, { x: at.x + 10, y: at.y + 20 });
    else await drawWhole(sheet, plane ?? sheet.ensurePlane(subProcess), contents, { x: 0, y: 0 });
  }
}

/** Where the next thing goes that belongs nowhere else. */
function below(sheet: Sheet): number {
  const drawn = around([...sheet.shapes.values()]);
  return drawn ? bottom(drawn) + GAP : 0;
}

function tell({ added }: Sheet, wasEmpty: boolean, log: ReportLog): void {
  const [first] = added;
  if (!first) return;
  if (wasEmpty) log.add('repaired', issue('info', 'diagram-laid-out', undefined, { count: added.length }));
  else
    for (const element of added)
      log.add(
        'repaired',
        issue('info', 'element-laid-out', idOf(element) ? named(element) : undefined),
        'elements-laid-out',
      );
}
