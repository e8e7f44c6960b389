import { mergeConfig } from 'vite';
import commandLine from '../../vite.cli.config';

/** The build of the command line with its jobs, and the benches beside it. */
export default mergeConfig(commandLine, {
	build: {
		outDir: '.cache/bench',
		rolldownOptions: {
			input: {
				'round.bench': 'tests/bench/round.bench.ts',
				'inputs.bench': 'tests/bench/inputs.bench.ts',
				'import.bench': 'tests/bench/import.bench.ts',
				'bank.bench': 'tests/bench/bank.bench.ts',
				'effects.bench': 'tests/bench/effects.bench.ts',
				'desk.bench': 'tests/bench/desk.bench.ts',
				'duplicates.bench': 'tests/bench/duplicates.bench.ts'
			}
		}
	}
});
