import { verifyChain } from '$lib/server/audit/verify';
import { closeDatabase, db } from '$lib/server/db/app';
import type { Command } from './command';

const sentences = {
	'entry-missing': 'an entry is missing',
	'entry-changed': 'the entry was changed after it was written',
	'head-differs': 'the head of the chain differs from its last entry'
};

export const audit: Command = {
	name: 'audit',
	usage: 'verify',
	help: 'Recomputes the hash chain of the audit log: exit 0 intact, 1 broken (says where).',
	async run(args) {
		if (args[0] !== 'verify' || args.length > 1) {
			process.stderr.write('Usage: node build/cli.js audit verify\n');
			return 2;
		}
		const check = await verifyChain(db());
		await closeDatabase();
		if (!check.ok) {
			process.stderr.write(`The audit log is broken at entry ${check.seq}: ${sentences[check.problem]}.\n`);
			return 1;
		}
		process.stdout.write(`The audit log is intact: ${check.entries} entries, head ${check.head}.\n`);
		return 0;
	}
};
