import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The comparison with the naive implementation first: most mutants get no further. */
class MostDeadlyFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const late = ({ moduleId }: TestSpecification) => (moduleId.includes('naive-agreement') ? 0 : 1);
		return files.toSorted((a, b) => late(a) - late(b) || (a.moduleId < b.moduleId ? -1 : 1));
	}
}

/** The tests that mutants of the engine have to get past: `npm run prove` changes the code and runs these. */
export default defineConfig({
	resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
	test: {
		environment: 'node',
		include: ['tests/unit/domain/{allocation,ranking}/**/*.test.ts'],
		setupFiles: ['tests/support/first-failure.ts'],
		sequence: { sequencer: MostDeadlyFirst },
		env: { PROOF_SHARE: '0.4' },
		isolate: false,
		testTimeout: 120_000
	}
});
