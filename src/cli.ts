import { commands } from './cli/commands';

/** `node build/cli.js COMMAND …`; exit 0 done, 1 refused or different, 2 called wrongly. */
async function main([name, ...args]: readonly string[]): Promise<number> {
	if (!name || name === 'help' || name === '--help' || name === '-h') {
		process.stdout.write(await helpText());
		return name ? 0 : 2;
	}
	const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!load) {
		process.stderr.write(`There is no command "${name}". "node build/cli.js help" lists them.\n`);
		return 2;
	}
	const command = await load();
	if (args[0] === '--help') {
		process.stdout.write(`node build/cli.js ${command.name} ${command.usage}\n${command.help}\n`);
		return 0;
	}
	return command.run(args);
}

async function helpText(): Promise<string> {
	const loaded = await Promise.all(Object.values(commands).map((load) => load()));
	const lines = loaded.map((command) => [`${command.name} ${command.usage}`.trim(), command.help] as const);
	const width = Math.max(...lines.map(([usage]) => usage.length));
	const list = lines.map(([usage, help]) => `  ${usage.padEnd(width)}  ${help}`).join('\n');
	return `Chiavi, from a housing request to a set of keys.\n\nnode build/cli.js COMMAND\n\n${list}\n`;
}

// A reader that has read enough, as `head` has, is no failure to report: 128 + SIGPIPE, as of any command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(141);
	process.stderr.write(`standard output: cannot be written (${error.code})\n`);
	process.exit(1);
});

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}
