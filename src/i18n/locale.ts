/** The language of the page: English source texts and Simplified Chinese, switched at run time without a reload. */
import { configureLocalization } from '@lit/localize';
import { prefer, preference } from '../app/preferences.ts';
import { allLocales, sourceLocale, targetLocales } from './generated/locale-codes.ts';

export type Locale = (typeof allLocales)[number];

const localization = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: () => import('./generated/zh-CN.ts'),
});

/** Every language with its own name, as the menu shows it. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '简体中文' };

/** The language shown now; also the tag for `Intl`. */
export const locale = (): Locale => known(localization.getLocale()) ?? sourceLocale;

/** Switches the language and remembers it. Elements redraw themselves; `document.lang` follows. */
export async function switchLocale(choice: Locale): Promise<void> {
  prefer('locale', choice);
  await apply(choice);
}

/** Shows the remembered language, else the first of the browser's that we speak, else English. */
export async function startLocale(): Promise<void> {
  await apply(known(preference('locale')) ?? spoken(navigator.languages));
}

/** The first of the languages we speak: any Chinese is answered in Simplified Chinese. */
export function spoken(languages: readonly string[]): Locale {
  for (const tag of languages) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return sourceLocale;
}

const known = (tag: string | undefined): Locale | undefined => allLocales.find((l) => l === tag);

async function apply(choice: Locale): Promise<void> {
  await localization.setLocale(choice);
  document.documentElement.lang = choice;
}
