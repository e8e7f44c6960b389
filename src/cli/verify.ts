import { verifyPlainly, type PlainVerification } from '$lib/domain/allocation/reference/recompute';
import { verifySealed, type SealedCheckName } from '$lib/domain/publication/verify-sealed';
import type { Command } from './command';
import { answer } from './answer';
import { complain, DIFFERENT, DONE, openRoundAndResult, readWhole, REFUSED } from './round-file';

const REASONS = {
	'unreadable-result': 'different: the result is not JSON of the right shape',
	'impossible-departures': 'different: "left" names households that could not leave this round',
	'different-bytes': 'different: the round gives another result',
	'refused-round': 'file: refused by the plain version; verify without --plainly names the place'
} as const;

/** The plain version reads a file as one text, and JavaScript's texts are no longer. */
const MAX_PLAIN_BYTES = 2 ** 29 - 24;

export const verify: Command = {
	name: 'verify',
	usage: '[--plainly] FILE RESULT [SECRETS STATEMENT PUBLICATION [SET-ASIDES]]',
	help: 'Recomputes a result and compares it byte by byte: exit 0 same, 1 different; --plainly without the engine. With what opens a sealed round, also against what was signed.',
	async run(args) {
		const files = args.filter((arg) => arg !== '--plainly');
		if ((files.length === 5 || files.length === 6) && files.length === args.length) return verifyOpened(files);
		const [path, resultPath] = files;
		if (path === undefined || resultPath === undefined || files.length > 2 || args.length - files.length > 1) {
			complain('Usage: node build/cli.js verify [--plainly] FILE RESULT [SECRETS STATEMENT PUBLICATION [SET-ASIDES]]');
			return REFUSED;
		}
		return files.length < args.length ? verifyWithoutEngine(path, resultPath) : verifyWithEngine(path, resultPath);
	}
};

async function verifyWithEngine(path: string, resultPath: string): Promise<number> {
	const opened = openRoundAndResult(path, resultPath);
	if (!opened) return REFUSED;
	if (!opened.verification) return DIFFERENT;
	return tell(opened.verification);
}

async function verifyWithoutEngine(path: string, resultPath: string): Promise<number> {
	const file = readWhole(path);
	if (!file) return REFUSED;
	if (file.length > MAX_PLAIN_BYTES) {
		complain('file: larger than 512 MiB, which the plain version does not read');
		return REFUSED;
	}
	const result = readWhole(resultPath);
	return result ? tell(verifyPlainly(file, result)) : DIFFERENT;
}

async function tell(verification: PlainVerification): Promise<number> {
	if (verification.same) {
		await answer(['same\n']);
		return DONE;
	}
	complain(REASONS[verification.problem]);
	return verification.problem === 'refused-round' ? REFUSED : DIFFERENT;
}

const UNMET: Readonly<Record<SealedCheckName, string>> = {
	commitments: 'the round or its result is not the one that the statement commits to',
	recomputed: 'the round gives another result',
	orders: 'an order of a dwelling is not the one that households check against',
	setAsides: 'the set-asides are not those that were committed to before requests opened',
	drawn: 'the set-asides are not those that the published plan gives with the secret',
	publication: 'the publication is not the signed one, or says something else of the round'
};

const UNPLANNED = 'not shown: the notice opened without a plan, so nothing tells how its set-asides were drawn';

/** Recomputes a sealed version from what was opened of it; every difference is named on its own line. */
async function verifyOpened(paths: readonly string[]): Promise<number> {
	const texts = paths.map((path) => readWhole(path));
	if (texts.some((bytes) => bytes === null)) return REFUSED;
	const [round, result, secrets, statement, publication, plan] = texts.map((bytes) => new TextDecoder().decode(bytes!));
	const found = verifySealed({
		round: round!,
		result: result!,
		secrets: secrets!,
		statement: statement!,
		publication: publication!,
		plan
	});
	const unmet = found.filter(({ finding }) => finding === 'different');
	for (const { name } of unmet) complain(`different: ${UNMET[name]}`);
	if (unmet.length > 0) return DIFFERENT;
	if (found.some(({ finding }) => finding === 'absent')) complain(UNPLANNED);
	await answer(['same\n']);
	return DONE;
}
