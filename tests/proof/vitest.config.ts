import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tests = 'tests/unit/domain/allocation';

/** The tests that mutation testing runs: those of the allocation and of its publication, without the pages and their messages. */
export default defineConfig({
	root,
	resolve: { alias: { $lib: `${root}src/lib` } },
	test: {
		environment: 'node',
		include: [`${tests}/**/*.test.ts`, 'tests/unit/domain/{publication,ranking}/*.test.ts'],
		// These take longest, and notice hardly any mutant that the others do not notice.
		exclude: ['stable-outcomes', 'truthfulness', 'wide-standings', 'reading/long-texts'].map(
			(name) => `${tests}/${name}.test.ts`
		),
		setupFiles: ['tests/support/first-failure.ts'],
		// Each property is tried on a twentieth of its rounds.
		env: { PROOF_SHARE: '0.05' },
		testTimeout: 60_000
	}
});
