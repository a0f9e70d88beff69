/** The languages figures are written in; each tag is also the tag for `Intl`. */
export type FormatLocale = 'en' | 'zh-CN';
