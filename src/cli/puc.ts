import type { Command } from './command';
import { complain } from './round-file';

/** Called wrongly: EX_USAGE of sysexits.h. Exit 2 says that a file is unreadable. */
const CALLED_WRONGLY = 64;

/** Loaded only when called: `check` needs no database and no settings. */
const acts = {
	check: async () => (await import('./puc-check')).checkCommand,
	write: async () => (await import('./puc-write')).writeCommand
};

export const puc: Command = {
	name: 'puc',
	usage: 'check FILE [--on YYYY-MM-DD] [--codes CODES] | write FILE',
	help: 'Checks a monitoring file (Protocollo Unico di Colloquio), or writes one of the programme if it has no fault: exit 0 no fault, 1 faults, 2 unreadable.',
	async run([act, ...rest]) {
		const run = act === 'check' || act === 'write' ? await acts[act]() : null;
		const code = await run?.(rest);
		if (typeof code === 'number') return code;
		complain(`Usage: node build/cli.js puc ${puc.usage}`);
		return CALLED_WRONGLY;
	}
};
