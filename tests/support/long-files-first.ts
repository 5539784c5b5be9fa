import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes minutes by itself begins first, so that at the end no processor stands idle; of the rest Vitest takes large files first.
 * Who is not here is only later.
 */
const long = ['tests/browser/work-pages.test.ts', 'tests/browser/pages.test.ts', 'tests/browser/bank-account.test.ts'];

export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => long.findIndex((path) => moduleId.endsWith(`/${path}`));
    const first = sorted.filter((file) => place(file) !== -1).sort((one, other) => place(one) - place(other));
    return [...first, ...sorted.filter((file) => place(file) === -1)];
  }
}
