/** Starts the page: styles, icons, theme and language first, so that nothing flashes, then the app. */
import '@awesome.me/webawesome/dist/styles/themes/default.css';
import '@awesome.me/webawesome/dist/styles/utilities.css';
import './app/tokens.css';
import './app/app.css';
import '@awesome.me/webawesome/dist/translations/zh-cn.js';
import { registerIcons } from './app/icons.ts';
import { startTheme } from './app/theme.ts';
import { startLocale } from './i18n/locale.ts';

registerIcons();
startTheme();
await startLocale();
await import('./app/app-shell.ts');
