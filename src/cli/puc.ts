import type { Command } from './command';
import { checkCommand } from './puc-check';
import { complain } from './round-file';

/** Called wrongly: EX_USAGE of sysexits.h. Exit 2 says that a file is unreadable. */
const CALLED_WRONGLY = 64;

export const puc: Command = {
	name: 'puc',
	usage: 'check FILE [--on YYYY-MM-DD] [--codes CODES]',
	help: 'Checks a monitoring file (Protocollo Unico di Colloquio): exit 0 no fault, 1 faults, 2 unreadable.',
	async run([act, ...rest]) {
		const code = act === 'check' ? await checkCommand(rest) : null;
		if (code !== null) return code;
		complain(`Usage: node build/cli.js puc ${puc.usage}`);
		return CALLED_WRONGLY;
	}
};
