/** Starts the page: styles, icons, theme and language first, so that nothing flashes, then the app. */
import '@awesome.me/webawesome/dist/styles/themes/default.css';
import '@awesome.me/webawesome/dist/styles/utilities.css';
import './app/tokens.css';
import './app/app.css';
import '@awesome.me/webawesome/dist/translations/zh-cn.js';
import { beamerOf } from './app/beamer-hash.ts';
import { registerIcons } from './app/icons.ts';
import { startTheme } from './app/theme.ts';
import { startLocale } from './i18n/locale.ts';

registerIcons();
startTheme();
await startLocale();
const beamer = beamerOf(location.hash);
if (beamer === undefined) await import('./app/app-shell.ts');
else (await import('./app/beamer-window.ts')).startBeamer(beamer);
