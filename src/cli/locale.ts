/** The language of the command line; the catalogue is the page's. */
import { configureLocalization } from '@lit/localize';
import { sourceLocale, targetLocales } from '../i18n/generated/locale-codes.ts';
import type { Language } from './options.ts';

const { getLocale, setLocale } = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: () => import('../i18n/generated/zh-CN.ts'),
});

/** Loads the language's texts; from here on `msg` speaks it. */
export async function speak(language: Language): Promise<void> {
  if (language === getLocale()) return;
  // A change of language is announced on `window`, which Node has not.
  Object.defineProperty(globalThis, 'window', { value: new EventTarget(), configurable: true });
  await setLocale(language);
  Reflect.deleteProperty(globalThis, 'window');
}
