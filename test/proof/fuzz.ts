/** `npm run fuzz -- [minutes] [seed]`: fuzzes for a while; what goes wrong is written to test-output/fuzz. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { round, type Tally } from '../fuzz/fuzz.ts';
import { xmlSeeds } from '../fuzz/seeds.ts';

const OUTPUT = 'test-output/fuzz';
const [minutes = '10', seed = String(Date.now())] = process.argv
  .slice(-2)
  .filter((argument) => /^[\d.]+$/.test(argument));
const until = performance.now() + Number(minutes) * 60_000;
const tally: Tally = { rounds: 0, opened: 0, refused: 0, slowest: 0 };
const known = new Set<string>();
let unhandled = 0;
process.on('unhandledRejection', (error) => {
  unhandled += 1;
  console.log(`unhandled rejection: ${String(error)}`);
});

// The writer tells of every attribute without a namespace.
console.warn = () => undefined;

mkdirSync(OUTPUT, { recursive: true });
const seeds = xmlSeeds(true);
console.log(`seed ${seed}, ${seeds.length} documents to begin with`);
for (let n = 0; performance.now() < until; n++) {
  // What ends the process leaves its input there.
  const finding = await round(`${seed}/${n}`, seeds, tally, (input) => writeFileSync(`${OUTPUT}/last.txt`, input));
  if (n % 50 === 0) await new Promise((resume) => setTimeout(resume, 0));
  if (!finding) continue;
  const kind = finding.fault
    .split('\n')
    .slice(0, 2)
    .join(' ')
    .replace(/[“"].*/, '')
    .replace(/\d+/g, '#');
  if (known.has(kind)) continue;
  known.add(kind);
  const file = `${OUTPUT}/${finding.seed.replace('/', '-')}${finding.extension}`;
  writeFileSync(file, finding.input);
  console.log(`${file}: ${finding.fault.slice(0, 1500)}`);
}
console.log(
  `${tally.rounds} rounds, ${tally.opened} opened, ${tally.refused} refused, slowest ${Math.round(tally.slowest)} ms of CPU; ${known.size} kinds of findings, ${unhandled} unhandled rejections`,
);
process.exitCode = known.size + unhandled === 0 ? 0 : 1;
