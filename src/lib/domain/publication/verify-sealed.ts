import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { computeRound } from '../allocation/compute-round';
import { parseRound } from '../allocation/reading/parse-round';
import type { Round } from '../allocation/round';
import type { RoundResult } from '../allocation/round-result';
import { verifyResult } from '../allocation/verify-result';
import { readPlan } from '../notice/set-aside-plan';
import { canonicalJson } from '../receipt/canonical-json';
import { isSecret } from './commitment';
import type { Listed } from './committed-orders';
import { generalOrder } from './general-order';
import { readPublication, type Publication } from './publication';
import { commitToRound, openSetAsides, planHash, type RoundSecrets } from './sealed-round';
import { readSealedStatement, type SealedStatement } from './sealed-statement';

/** A sealed version, opened for an auditor, a court or a person with a right of access. */
export interface OpenedVersion {
	readonly round: string;
	readonly result: string;
	/** `round-secrets/1`. */
	readonly secrets: string;
	readonly statement: string;
	readonly publication: string;
	/** `notice-set-asides/1`, as the notice published it when it opened; left out of a notice that has none. */
	readonly plan?: string | undefined;
}

/**
 * In this order: the opened files are those of the signed statement; the round gives the result, byte by byte; each
 * dwelling's order is the one that households check against; the set-asides are those that were committed to before
 * requests opened; they follow from the published plan and the secret; the publication says of this round what it may say.
 */
export const sealedCheckNames = ['commitments', 'recomputed', 'orders', 'setAsides', 'drawn', 'publication'] as const;
export type SealedCheckName = (typeof sealedCheckNames)[number];
/** `absent`: the notice opened without a plan, and nothing shows how its set-asides were drawn. */
export type SealedFinding = 'same' | 'different' | 'absent';

/** Recomputes a sealed version. A check that cannot be made, because a file cannot be read, has failed. */
export function verifySealed(
	opened: OpenedVersion
): { readonly name: SealedCheckName; readonly finding: SealedFinding }[] {
	const found = findings(opened);
	return sealedCheckNames.map((name) => {
		const same = found ? found[name] : false;
		return { name, finding: same === null ? 'absent' : same ? 'same' : 'different' };
	});
}

function findings(opened: OpenedVersion): Readonly<Record<SealedCheckName, boolean | null>> | null {
	const statement = readSealedStatement(opened.statement);
	const publication = readPublication(opened.publication);
	const secrets = readSecrets(opened.secrets);
	const parsed = parseRound(utf8ToBytes(opened.round));
	if (!statement || !publication || !secrets || !parsed.ok) return null;
	const { round } = parsed;
	const resultBytes = utf8ToBytes(opened.result);
	const inputHash = bytesToHex(sha256(utf8ToBytes(opened.round)));
	const recomputed = verifyResult(round, inputHash, resultBytes).same;
	const result = recomputed ? (JSON.parse(opened.result) as RoundResult) : null;
	const listed: Listed = Object.fromEntries(publication.dwellings.map((one) => [one.id, one.listed]));
	const made = result && commitToRound(secrets, opened, computeRound(round), result, listed);
	return {
		commitments: made !== null && made.round === statement.round && made.result === statement.result,
		recomputed: recomputed && round.notice === statement.noticeId,
		orders: made !== null && sameOrders(made.orders, statement.orders),
		setAsides: made !== null && made.setAsides === statement.setAsides && hasLabels(round, secrets),
		drawn: isDrawn(opened.plan, round, secrets),
		publication: result !== null && saysSo(opened.publication, publication, statement, round, result)
	};
}

function readSecrets(text: string): RoundSecrets | null {
	try {
		const read = JSON.parse(text) as RoundSecrets;
		const known = read.format === 'round-secrets/1' && isSecret(read.round) && isSecret(read.setAsides.secret);
		return known && typeof read.setAsides.labels === 'object' && read.setAsides.labels !== null ? read : null;
	} catch {
		return null;
	}
}

const sameOrders = (a: SealedStatement['orders'], b: SealedStatement['orders']): boolean =>
	Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((id) => a[id] === b[id]);

/** The dwellings of the round are set aside as was committed to. */
function hasLabels({ dwellings }: Round, { setAsides: { labels } }: RoundSecrets): boolean {
	const labelOf = (id: string) => (Object.hasOwn(labels, id) ? labels[id]! : []);
	return dwellings.every(({ id, setAside = [] }) => JSON.stringify(setAside) === JSON.stringify(labelOf(id)));
}

/**
 * The dwellings of the round are those of the published plan, and their set-asides are those that it gives with the
 * secret; null where the notice has no plan.
 */
function isDrawn(text: string | undefined, { dwellings }: Round, { setAsides }: RoundSecrets): boolean | null {
	const { secret, labels, plan: hash } = setAsides;
	if (hash === undefined) return null;
	const plan = text !== undefined && planHash(text) === hash ? readPlan(text) : null;
	if (!plan) return false;
	const listOf = new Map(plan.dwellings.map(({ id, list }) => [id, list]));
	const asPlanned = dwellings.every(({ id, list }) => listOf.get(id) === list);
	return asPlanned && canonicalJson(openSetAsides(plan, secret).labels) === canonicalJson(labels);
}

/** The publication is the signed one, and its order and its allocated dwellings are those of the round. */
function saysSo(
	text: string,
	{ notice, version, kind, order, dwellings }: Publication,
	statement: SealedStatement,
	round: Round,
	result: RoundResult
): boolean {
	const about = notice === statement.noticeId && version === statement.version && kind === statement.kind;
	if (!about || bytesToHex(sha256(utf8ToBytes(text))) !== statement.publication) return false;
	const taking = generalOrder(computeRound(round).market);
	const [present, free] = [new Set(taking), new Set(result.vacant.map(({ dwelling }) => dwelling))];
	// Later versions keep in the order who went since.
	const inOrder = order.filter((id) => present.has(id)).join('\n') === taking.join('\n');
	const ids = new Set(round.dwellings.map(({ id }) => id));
	const allocated = dwellings.every((one) => one.allocated === undefined || one.allocated === !free.has(one.id));
	return inOrder && allocated && dwellings.length === ids.size && dwellings.every(({ id }) => ids.has(id));
}
