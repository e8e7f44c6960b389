import { Unreadable } from '$lib/domain/bank/unreadable';
import { readBankFile } from '$lib/server/money/statements/read-bank-file';
import { Report } from '$lib/server/money/statements/report';
import { unreadableSentence } from '$lib/words/bank/unreadable-text';
import { answer } from './answer';
import type { Command } from './command';

const CLEAN = 0;
const FAULTY = 1;
const UNREADABLE = 2;
/** EX_USAGE of sysexits.h: no other exit code says that the command itself was wrong. */
const CALLED_WRONGLY = 64;

export const bank: Command = {
	name: 'bank',
	usage: 'check FILE',
	help: 'Reads a bank statement (camt.053, camt.054, CBI RH) and prints it as JSON: exit 0 no fault, 1 faults, 2 unreadable.',
	async run([word, path, ...more]) {
		if (word !== 'check' || path === undefined || path.startsWith('-') || more.length > 0) {
			process.stderr.write('Usage: node build/cli.js bank check FILE\n');
			return CALLED_WRONGLY;
		}
		return check(path);
	}
};

async function check(path: string): Promise<number> {
	const report = new Report();
	try {
		const { sha256, ...read } = readBankFile(path, report);
		await answer(report.text(read, sha256));
		return report.hasFaults ? FAULTY : CLEAN;
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		process.stderr.write(`bank: ${error.code}: ${unreadableSentence(error)}\n`);
		return UNREADABLE;
	} finally {
		report.close();
	}
}
