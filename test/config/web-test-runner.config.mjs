// @ts-check
import { chromeLauncher } from '@web/test-runner-chrome';
import { createServer } from 'vite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FLAGS, findBrowser } from '../support/browser.mjs';

const browser = await findBrowser();
console.log(`browser: ${browser.path} (${browser.from})`);

/** Serve everything except the runner's own URLs through Vite (same transforms as the app). */
const vite = await createServer({
  configFile: './vite.config.ts',
  logLevel: 'warn',
  appType: 'custom',
  cacheDir: 'node_modules/.vite-wtr',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { entries: ['test/browser/**/*.test.ts', 'src/main.ts', 'simulation/worker.ts'] },
});
const own = (p) => p === '/' || p.startsWith('/__web') || p.startsWith('/__wds') || p.startsWith('/node_modules/@web/');
/** Vite's client would open a HMR socket; tests only need its style helpers. */
const CLIENT_STUB = `const m=new Map();export function updateStyle(id,css){let s=m.get(id);if(!s){s=document.createElement('style');s.dataset.viteDevId=id;document.head.append(s);m.set(id,s)}s.textContent=css}
export function removeStyle(id){m.get(id)?.remove();m.delete(id)}export const createHotContext=()=>({accept(){},prune(){},dispose(){},on(){},off(){},send(){},invalidate(){},data:{}});export const injectQuery=(u)=>u;export class ErrorOverlay{}`;
/** Sources do not change during a run: each page takes them from the cache of the browser, whose profile is new. */
const keeps = !process.argv.includes('--watch');
function keptByBrowser(response) {
  const { setHeader } = response;
  response.setHeader = (name, value) =>
    setHeader.call(response, name, name.toLowerCase() === 'cache-control' ? 'max-age=31536000, immutable' : value);
}
const viteMiddleware = (ctx, next) =>
  own(ctx.path)
    ? next()
    : ctx.path === '/@vite/client'
      ? ((ctx.type = 'text/javascript'), void (ctx.body = CLIENT_STUB))
      : new Promise((resolve, reject) => {
          ctx.respond = false; // vite writes to ctx.res itself
          ctx.res.statusCode = 200; // koa presets 404
          ctx.res.once('close', resolve);
          if (keeps) keptByBrowser(ctx.res);
          vite.middlewares(ctx.req, ctx.res, (err) => {
            if (err) return reject(err);
            ctx.respond = true;
            ctx.status = 404;
            resolve(next());
          });
        });
const profile = mkdtempSync(path.join(tmpdir(), 'wtr-'));
process.once('exit', () => rmSync(profile, { recursive: true, force: true }));

export default {
  files: 'test/browser/**/*.test.ts',
  middleware: [viteMiddleware],
  plugins: [{ name: 'vite-close', serverStop: () => vite.close() }],
  concurrency: 2,
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: browser.path,
        env: { ...process.env, ...browser.env },
        headless: true,
        userDataDir: profile,
        args: FLAGS,
      },
    }),
  ],
  filterBrowserLogs: ({ args }) =>
    !args.some((a) => typeof a === 'string' && (a.startsWith('[vite]') || a.startsWith('Lit is in dev mode'))),
  coverageConfig: { include: ['src/**/*.ts', 'simulation/**/*.ts'] },
  testFramework: { config: { timeout: 40000, ui: 'bdd' } },
};
