import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take over a minute, whatever their size: begun last, they would be waited for alone. */
const longest = [
  'host/order-fleet',
  'package/runtimes',
  'host/fuzz',
  'package/tarball',
  'host/kills',
  'host/chaos',
  // A worker that files share ends where the next file is to have one of its own: those come together, and first.
  'host/',
  'demo/',
  'package/',
  'journey/sandbox-scenarios',
  'journey/demo',
  'journey/shop',
];

/** Begins with the files that take longest; the others come as Vitest sorts them, the largest first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.includes(`/test/${name}`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
