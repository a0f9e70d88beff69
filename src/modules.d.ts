/** Types of the bpmn-js extensions that ship none. */

declare module 'diagram-js-minimap' {
  import type { ModuleDeclaration } from 'didi';
  const minimap: ModuleDeclaration;
  export default minimap;
}

declare module 'bpmn-js-color-picker' {
  import type { ModuleDeclaration } from 'didi';
  const colorPicker: ModuleDeclaration;
  export default colorPicker;
}

declare module 'bpmn-js-create-append-anything' {
  import type { ModuleDeclaration } from 'didi';
  export const CreateAppendAnythingModule: ModuleDeclaration;
}

declare module 'bpmn-js-i18n/translations/zn.js' {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}

declare module 'bpmn-js-differ' {
  import type { ModdleElement } from './bpmn/index.ts';

  interface Changes {
    readonly _added: Readonly<Record<string, ModdleElement>>;
    readonly _removed: Readonly<Record<string, ModdleElement>>;
    readonly _changed: Readonly<Record<string, { readonly model: ModdleElement }>>;
    readonly _layoutChanged: Readonly<Record<string, ModdleElement>>;
  }

  /** Compares two documents read with bpmn-moddle, element by element of the same id. */
  export function diff(from: ModdleElement, to: ModdleElement): Changes;
}
