/** Builds the app and serves it as plain static files from a sub-path, the way a simple web host would. */
import { cpSync, createReadStream, existsSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { build } from 'vite';

export interface Site {
  /** Address of the start page. */
  readonly url: string;
  /** The folder that is served, for tests that deploy another version. */
  readonly root: string;
  close(): Promise<void>;
}

const BASE = '/tools/preflight/';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves the app on a free port from a folder of its own, as test files run side by side and some deploy other versions. Anything
 * missing is a 404, never the start page. The app is built for it, unless `BUILT_SITE` names the folder of a fresh build.
 */
export async function serveSite(): Promise<Site> {
  const root = path.resolve(`test-output/site-${process.pid}`);
  const built = process.env.BUILT_SITE;
  if (built) cpSync(built, root, { recursive: true });
  else {
    // The test runner says `test`, and the build would leave out what only users get, such as the service worker.
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    await build({ configFile: './vite.config.ts', logLevel: 'error', build: { outDir: root, emptyOutDir: true } });
    process.env.NODE_ENV = before;
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.startsWith(BASE) ? decodeURIComponent(pathname.slice(BASE.length)) || 'index.html' : '';
    const file = path.join(root, path.normalize(`/${inside}`));
    if (!inside || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to serve on');
  return {
    url: `http://127.0.0.1:${address.port}${BASE}`,
    root,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => {
          rmSync(root, { recursive: true, force: true });
          closed();
        });
      }),
  };
}
