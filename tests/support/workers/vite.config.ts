import { mergeConfig } from 'vite';
import commandLine from '../../../vite.cli.config';

/** The command line's own build, with a job to test the threads and a program that runs it. */
export default mergeConfig(commandLine, {
	build: {
		outDir: '.cache/threads',
		rolldownOptions: {
			input: {
				threads: 'tests/support/workers/threads.ts',
				count: 'tests/support/workers/count.worker.ts',
				'print-letters': 'tests/support/workers/print-letters.ts'
			}
		}
	}
});
