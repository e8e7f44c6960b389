import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests that mutants of the engine have to get past: `npm run prove` changes the code and runs these. */
export default defineConfig({
	resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
	test: {
		environment: 'node',
		include: ['tests/unit/domain/{allocation,ranking}/**/*.test.ts'],
		setupFiles: ['tests/support/first-failure.ts'],
		env: { PROOF_SHARE: '0.05' },
		isolate: false,
		testTimeout: 120_000
	}
});
