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

declare module 'bpmn-js-i18n/translations/zn.js' {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
