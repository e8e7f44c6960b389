import { build, loadConfigFromFile } from 'vite';

/**
 * Builds the jobs of worker threads into `folder`, and again after each change of what they import.
 * Answers once they are there, with how to stop.
 *
 * @param {string} folder
 * @returns {Promise<{ close(): Promise<void> }>}
 */
export async function buildJobs(folder) {
	const mode = 'development';
	const loaded = await loadConfigFromFile({ command: 'build', mode }, 'vite.cli.config.ts');
	if (!loaded) throw new Error('vite.cli.config.ts is missing.');
	const { config } = loaded;
	const options = config.build?.rolldownOptions ?? {};
	const { cli: _, ...input } = /** @type {Record<string, string>} */ (options.input);
	const watcher = await build({
		...config,
		mode,
		configFile: false,
		logLevel: 'error',
		build: { ...config.build, outDir: folder, watch: {}, rolldownOptions: { ...options, input } }
	});
	if (!('on' in watcher)) throw new Error('The jobs are built once and not watched.');
	await new Promise((resolve, reject) => {
		watcher.on('event', (event) => {
			if (event.code === 'END') resolve(undefined);
			if (event.code === 'ERROR') {
				process.stderr.write(`The jobs were not built: ${event.error.message}\n`);
				reject(event.error);
			}
		});
	});
	return watcher;
}
