// @ts-check
/** Finds (or unpacks) a Chromium for the browser tests: CHROME_PATH -> installed -> bundled npm build -> (opt-in) apt. */
import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, brotliDecompressSync } from 'node:zlib';
import path from 'node:path';

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const CANDIDATES =
  process.platform === 'darwin'
    ? [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ]
    : process.platform === 'win32'
      ? [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
          .filter(Boolean)
          .flatMap((r) => [
            `${r}\\Google\\Chrome\\Application\\chrome.exe`,
            `${r}\\Microsoft\\Edge\\Application\\msedge.exe`,
            `${r}\\Chromium\\Application\\chrome.exe`,
          ])
      : [
          'chromium',
          'chromium-browser',
          'google-chrome-stable',
          'google-chrome',
          'microsoft-edge-stable',
          'microsoft-edge',
          'brave-browser',
        ].flatMap((n) => ['/usr/bin/', '/usr/local/bin/', '/opt/', '/snap/bin/'].map((d) => d + n));

const works = (/** @type {string} */ exe, /** @type {NodeJS.ProcessEnv} */ env = process.env) => {
  if (process.platform === 'win32') return existsSync(exe); // chrome.exe --version opens a window on Windows
  const r = spawnSync(exe, ['--version', '--no-sandbox'], { env, encoding: 'utf8', timeout: 20000 });
  return r.status === 0 && /\d+\.\d+/.test(r.stdout);
};

/** Minimal ustar reader: regular files only. */
function untar(/** @type {Buffer} */ buf, /** @type {string} */ dir) {
  for (let o = 0; o + 512 <= buf.length;) {
    const name = buf.toString('utf8', o, o + 100).replace(/\0.*$/s, '');
    if (!name) break;
    const size = parseInt(buf.toString('utf8', o + 124, o + 136), 8) || 0,
      type = buf[o + 156];
    const to = path.join(dir, path.normalize(name));
    if (type === 0x35 || name.endsWith('/')) mkdirSync(to, { recursive: true });
    else if (type === 0x30 || type === 0) {
      mkdirSync(path.dirname(to), { recursive: true });
      writeFileSync(to, buf.subarray(o + 512, o + 512 + size));
    }
    o += 512 + Math.ceil(size / 512) * 512;
  }
}

async function bundled() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const require = createRequire(import.meta.url);
  let entry;
  try {
    entry = require.resolve('@sparticuz/chromium');
  } catch {
    return;
  }
  const bin = path.join(path.dirname(entry), '../../bin');
  const { version } = JSON.parse(readFileSync(path.join(bin, '../package.json'), 'utf8'));
  const dir = path.resolve('node_modules/.cache/chromium-' + version),
    exe = path.join(dir, 'chromium');
  if (!existsSync(exe)) {
    mkdirSync(path.dirname(dir), { recursive: true });
    // Several workers may come here at once: each unpacks for itself, and the first one's is everybody's, as it may be running already.
    const own = mkdtempSync(dir + '.');
    await pipeline(
      createReadStream(path.join(bin, 'chromium.br')),
      createBrotliDecompress({ chunkSize: 1 << 21 }),
      createWriteStream(path.join(own, 'chromium')),
    );
    for (const t of ['al2023', 'fonts'])
      untar(brotliDecompressSync(readFileSync(path.join(bin, t + '.tar.br'))), path.join(own, t));
    chmodSync(path.join(own, 'chromium'), 0o755);
    try {
      renameSync(own, dir);
    } catch (error) {
      if (!existsSync(exe)) throw error;
      rmSync(own, { recursive: true });
    }
  }
  /** @type {Record<string, string>} */ const fonts = {};
  if (!existsSync('/usr/share/fonts')) {
    // bare container: use the fonts shipped with the build
    const conf = path.join(dir, 'fonts.conf');
    writeFileSync(
      conf,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${path.join(dir, 'fonts')}</dir><cachedir>${path.join(dir, 'fc-cache')}</cachedir></fontconfig>`,
    );
    fonts.FONTCONFIG_FILE = conf;
  }
  if (works(exe)) return { path: exe, env: fonts };
  const env = { ...fonts, LD_LIBRARY_PATH: path.join(dir, 'al2023/lib') }; // no libnss3/libnspr4 on the machine
  if (works(exe, { ...process.env, ...env })) return { path: exe, env };
}

function apt() {
  if (process.env.BROWSER_APT !== '1' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const opt = { stdio: /** @type {const} */ ('inherit'), env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], opt);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], opt);
  return works('/usr/bin/chromium') ? { path: '/usr/bin/chromium', env: {} } : undefined;
}

/** @returns {Promise<{ path: string, env: Record<string, string>, from: string }>} */
export async function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (!works(given)) throw new Error(`CHROME_PATH=${given} does not start`);
    return { path: given, env: {}, from: 'CHROME_PATH' };
  }
  if (process.env.BROWSER_BUNDLED !== '1')
    for (const c of CANDIDATES) if (existsSync(c) && works(c)) return { path: c, env: {}, from: 'installed' };
  const b = await bundled();
  if (b) return { ...b, from: 'bundled' };
  const a = apt();
  if (a) return { ...a, from: 'apt' };
  throw new Error('No Chrome/Chromium/Edge found. Install one or set CHROME_PATH to its executable.');
}
