import { verifyChain } from '$lib/server/platform/audit/verify';
import { closeDatabase, db } from '$lib/server/platform/db/app';
import type { Command } from './command';

const sentences = {
	'entry-missing': 'an entry is missing',
	'entry-changed': 'the entry was changed after it was written',
	'published-differs': 'another hash was published for it',
	'head-differs': 'the head of the chain differs from its last entry'
};

const HEAD = /^(0|[1-9]\d{0,14}):[0-9a-f]{64}$/;

export const audit: Command = {
	name: 'audit',
	usage: 'verify [NUMBER:HASH …]',
	help: 'Recomputes the hash chain of the audit log and finds the published heads in it: exit 0 intact, 1 broken (says where).',
	async run([word, ...heads]) {
		if (word !== 'verify' || !heads.every((head) => HEAD.test(head))) {
			process.stderr.write(
				'Usage: node build/cli.js audit verify [NUMBER:HASH …], as the page of a ranking shows it\n'
			);
			return 2;
		}
		const check = await verifyChain(db(), heads);
		await closeDatabase();
		if (!check.ok) {
			process.stderr.write(`The audit log is broken at entry ${check.seq}: ${sentences[check.problem]}.\n`);
			return 1;
		}
		const { entries, head, published } = check;
		process.stdout.write(
			`The audit log is intact: ${entries} entries, head ${entries}:${head}; published heads found in it: ${published}.\n`
		);
		return 0;
	}
};
