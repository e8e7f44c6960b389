import type { Command } from './command';
import { checkCommand } from './puc-check';
import { writeCommand } from './puc-write';
import { complain } from './round-file';

/** Called wrongly: EX_USAGE of sysexits.h. Exit 2 says that a file is unreadable. */
const CALLED_WRONGLY = 64;

export const puc: Command = {
	name: 'puc',
	usage: 'check FILE [--on YYYY-MM-DD] [--codes CODES] | write FILE',
	help: 'Checks a monitoring file (Protocollo Unico di Colloquio), or writes one of the programme if it has no fault: exit 0 no fault, 1 faults, 2 unreadable.',
	async run([act, ...rest]) {
		const acts = { check: checkCommand, write: writeCommand };
		const code = act === 'check' || act === 'write' ? await acts[act](rest) : null;
		if (code !== null) return code;
		complain(`Usage: node build/cli.js puc ${puc.usage}`);
		return CALLED_WRONGLY;
	}
};
