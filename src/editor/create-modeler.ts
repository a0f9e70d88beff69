/** Puts the bpmn-js modeler together with the modules of this folder. */
import Modeler from 'bpmn-js/lib/Modeler';
import colorPicker from 'bpmn-js-color-picker';
import Clipboard from 'diagram-js/lib/features/clipboard/Clipboard';
import minimap from 'diagram-js-minimap';
import { documentOrderModule } from './modules/document-order/index.ts';
import { duplicateModule } from './modules/duplicate/index.ts';
import { flowNavigationModule } from './modules/flow-navigation/index.ts';
import { heatMapModule } from './modules/heat-map/index.ts';
import { issueMarkersModule } from './modules/issue-markers/index.ts';
import type { IssueText } from './modules/issue-markers/issue-markers.ts';
import { keyboardCreateModule } from './modules/keyboard-create/index.ts';
import { namesModule } from './modules/names/index.ts';
import { readOnlyModule } from './modules/read-only/index.ts';
import { scenariosModule } from './modules/scenarios/index.ts';
import { undrawnNamesModule } from './modules/undrawn-names/index.ts';
import { translateModule, type Translation } from './modules/translate/translate.ts';

/** One for the window, so that copy and paste works between designs. */
const clipboard = new Clipboard();

/** With fonts that have Chinese; exported pictures name them too. */
export const FONT = 'system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';

export function createModeler(container: HTMLElement, translation: Translation, issueText: IssueText): Modeler {
  return new Modeler({
    container,
    issueText,
    textRenderer: { defaultStyle: { fontFamily: FONT }, externalStyle: { fontFamily: FONT } },
    additionalModules: [
      minimap,
      colorPicker,
      { clipboard: ['value', clipboard] },
      translateModule(translation),
      readOnlyModule,
      scenariosModule,
      documentOrderModule,
      heatMapModule,
      issueMarkersModule,
      flowNavigationModule,
      duplicateModule,
      keyboardCreateModule,
      namesModule,
      undrawnNamesModule,
    ],
  });
}
