import { proveReceipt, provesReceipt, readLeaves, receiptsRoot } from '$lib/domain/receipt/receipt-tree';
import type { Command } from './command';
import { answer } from './answer';
import { complain, DIFFERENT, DONE, readWhole, REFUSED } from './round-file';

export const receipt: Command = {
	name: 'receipt',
	usage: 'LEAVES LEAF',
	help: 'Proves that a receipt was in at closing, and prints the root: exit 0 in, 1 not in.',
	async run(args) {
		const [path, leaf] = args;
		if (path === undefined || leaf === undefined || args.length > 2) {
			complain('Usage: node build/cli.js receipt LEAVES LEAF');
			return REFUSED;
		}
		const bytes = readWhole(path);
		if (!bytes) return REFUSED;
		const leaves = readLeaves(new TextDecoder().decode(bytes));
		if (!leaves) {
			complain('file: not a published list of receipts (one fingerprint a line, sorted)');
			return REFUSED;
		}
		const root = receiptsRoot(leaves);
		const proof = proveReceipt(leaves, leaf.toLowerCase());
		if (!proof || !provesReceipt(leaf.toLowerCase(), proof, root)) {
			complain(`not in: the root of these ${leaves.length} receipts is ${root}`);
			return DIFFERENT;
		}
		const lines = [`root ${root}`, `place ${proof.index + 1} of ${proof.size}`, ...proof.path];
		await answer([`${lines.join('\n')}\n`]);
		return DONE;
	}
};
