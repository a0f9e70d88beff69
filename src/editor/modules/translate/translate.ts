/** The texts of the diagram editor's own tools in the chosen language, switchable while it is open. */
import type { ModuleDeclaration } from 'didi';
import { zhCn } from './zh-cn.ts';

const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'zh-CN': zhCn };

/** What bpmn-js calls to show a text; English is the key. `{name}` in it is replaced. */
export type Translate = (text: string, replacements?: Readonly<Record<string, string>>) => string;

/** A language that `setLocale` changes; texts unknown in it stay English. */
export interface Translation {
  readonly translate: Translate;
  locale: string;
}

/** One per editor, so that two of them never share a language by accident. */
export function createTranslation(locale: string): Translation {
  const translation: Translation = {
    locale,
    translate: (text, replacements = {}) =>
      (TEXTS[translation.locale]?.[text] ?? text).replace(
        /{([^}]+)}/g,
        (whole, key: string) => replacements[key] ?? whole,
      ),
  };
  return translation;
}

/** Replaces the service of that name in diagram-js. */
export const translateModule = (translation: Translation): ModuleDeclaration => ({
  translate: ['value', translation.translate],
});
