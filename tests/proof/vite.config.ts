import { mergeConfig } from 'vite';
import commandLine from '../../vite.cli.config';

/** The build of the command line with its jobs, and the long proof beside it. */
export default mergeConfig(commandLine, {
	build: {
		outDir: '.cache/proof',
		rolldownOptions: {
			input: { 'random-rounds': 'tests/proof/random-rounds.ts', histories: 'tests/proof/histories.ts' }
		}
	}
});
