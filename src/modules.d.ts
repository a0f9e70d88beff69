/** Types of the packages that ship none. */

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

declare module 'gifenc' {
  type Palette = readonly (readonly number[])[];
  type ColourFormat = 'rgb565' | 'rgb444' | 'rgba4444';

  interface Encoder {
    /** `delay`: ms the picture shows. */
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { readonly palette: Palette; readonly delay: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  }

  /** Begins a GIF that is repeated for ever. */
  export function GIFEncoder(): Encoder;
  export function quantize(
    rgba: Uint8ClampedArray,
    colours: number,
    options: { readonly format: ColourFormat },
  ): Palette;
  /** Index of the nearest colour for each pixel. */
  export function applyPalette(rgba: Uint8ClampedArray, palette: Palette, format: ColourFormat): Uint8Array;
}
