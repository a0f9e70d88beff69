import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { ENGINE_BUNDLE } from '../support/build-engine.ts';

/** Files that drive browsers and programs take longest: begun last, one of them would be waited for with a core idle. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => /\/test\/(e2e|src\/cli|analytic)\//.test(moduleId);
    return [...bySize.filter(isLong), ...bySize.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve: { alias: { '#simulation': ENGINE_BUNDLE } },
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'node_modules/**'],
    environment: 'node',
    server: { deps: { external: [/\/dist-cli\//] } }, // the built command line, as it is
    globalSetup: ['test/support/build-engine.ts'],
    testTimeout: 120_000,
    // The runner itself needs little: two files at a time on two cores.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Files of one worker share the modules they import, which takes half the time; what modules keep are caches.
    isolate: false,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
