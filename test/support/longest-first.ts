import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, by the names of the files: hundreds of processes, a browser, neither. */
const kinds = [/\.slow\.test\.tsx?$/, /\.browser\.test\.tsx?$/];

/** Begins with the long ones, so that at the end no core waits for one of them; a large file is a long one. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    return bySize.toSorted((one, other) => kindOf(one) - kindOf(other));
  }
}

function kindOf({ moduleId }: TestSpecification): number {
  const index = kinds.findIndex((name) => name.test(moduleId));
  return index === -1 ? kinds.length : index;
}
