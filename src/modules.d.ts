/** Types of the bpmn-js extensions that ship none. */

declare module 'diagram-js-minimap' {
  const minimap: import('didi').ModuleDeclaration;
  export default minimap;
}

declare module 'bpmn-js-color-picker' {
  const colorPicker: import('didi').ModuleDeclaration;
  export default colorPicker;
}

declare module 'bpmn-js-i18n/translations/zn.js' {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
