import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes: begun last, they would keep one core busy and leave the other idle. */
const LONG =
  /test\/(?:cluster\/|kill\/(?:matrix|load)|simulation\/|language\/(?:steps|hangs)|story\/|page\/)/;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Nobody waits for a test so long; it is only that none is ended while it works, on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // As patient as a test: what is polled for comes late on a busy machine.
    expect: { poll: { timeout: 60_000 } },
    // One more than the cores that a check has: many tests wait for a browser, a process or a socket.
    maxWorkers: 3,
    // No test changes a module, so that the files of a worker can share them: loading them anew took as long as testing.
    isolate: false,
    sequence: { sequencer: LongFirst },
  },
});
