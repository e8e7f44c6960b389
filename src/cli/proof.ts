import { verifyProof } from '$lib/domain/publication/verify-proof';
import type { Command } from './command';
import { answer } from './answer';
import { complain, DIFFERENT, DONE, readWhole, REFUSED } from './round-file';

export const proof: Command = {
	name: 'proof',
	usage: 'PROOF STATEMENT',
	help: 'Checks a household’s own outcome against the signed statement: exit 0 it holds, 1 it does not.',
	async run(args) {
		const [path, statementPath] = args;
		if (path === undefined || statementPath === undefined || args.length > 2) {
			complain('Usage: node build/cli.js proof PROOF STATEMENT');
			return REFUSED;
		}
		const files = [path, statementPath].map(readText);
		const [file, statement] = files;
		if (file == null || statement == null) return REFUSED;
		const { checks, dwellings } = verifyProof(file, statement);
		const lines = [
			...checks.map(({ name, finding }) => `${name} ${finding}`),
			...dwellings.map(({ dwelling, position, finding }) => `${dwelling} ${position ?? '-'} ${finding}`)
		];
		await answer([`${lines.join('\n')}\n`]);
		return checks.some(({ finding }) => finding === 'different') ? DIFFERENT : DONE;
	}
};

function readText(path: string): string | null {
	const bytes = readWhole(path);
	return bytes && new TextDecoder().decode(bytes);
}
