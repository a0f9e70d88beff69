/** In a browser: computes the golden models and hands their fingerprints to the server of `browser-bytes.mjs`. */
import { resultOf } from '../simulation/golden-hash.ts';
import { goldenModels } from '../simulation/golden-models.ts';

const hashes = Object.fromEntries(Object.entries(goldenModels()).map(([name, study]) => [name, resultOf(study).hash]));
await fetch('/hashes', { method: 'POST', body: JSON.stringify({ hashes, browser: navigator.userAgent }) });
