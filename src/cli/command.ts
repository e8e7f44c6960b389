/** One command of `node build/cli.js`. `run` gets the words after its name and answers the exit code. */
export type Command = {
	readonly name: string;
	/** The words after the name: `FILE [--explain]`. */
	readonly usage: string;
	/** One line for the list of commands. */
	readonly help: string;
	run(args: readonly string[]): Promise<number>;
};
