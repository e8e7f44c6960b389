import fc from 'fast-check';
import { computeRound } from '../../src/lib/domain/allocation/compute-round';
import type { Round, RoundApplication } from '../../src/lib/domain/allocation/round';
import { runRound } from '../../src/lib/domain/allocation/run-round';
import { resultText } from '../../src/lib/domain/allocation/serialize-result';
import { roundText } from '../../src/lib/domain/allocation/serialize-round';
import { committedOrders, type Listed } from '../../src/lib/domain/publication/committed-orders';
import { proveDwelling, type HouseholdProof } from '../../src/lib/domain/publication/household-proof';
import { publicationText } from '../../src/lib/domain/publication/publication';
import { publicationOf } from '../../src/lib/domain/publication/publication-of';
import { commitToRound, type OpenedSetAsides, type RoundSecrets } from '../../src/lib/domain/publication/sealed-round';
import { sealedStatementText } from '../../src/lib/domain/publication/sealed-statement';
import { canonicalJson } from '../../src/lib/domain/receipt/canonical-json';
import { receiptLeaf } from '../../src/lib/domain/receipt/receipt-leaf';
import { proveReceipt, receiptsRoot, sortLeaves, type SortedLeaves } from '../../src/lib/domain/receipt/receipt-tree';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { CATEGORIES } from './random-round';

const HOMES = ['u1', 'u2', 'u3', 'u4'];
const HOUSEHOLDS = ['a', 'b', 'c', 'd', 'e', 'f', '\u{1f511}', '__proto__', 'ß'];
const SALT = '5a'.repeat(16);

/** A round of one ranking, as a notice has it: each household has the same keys wherever it asks. */
export const aRankedRound: fc.Arbitrary<Round> = fc
	.record({
		homes: fc.tuple(
			...HOMES.map(() =>
				fc.record({
					list: fc.constantFrom('comune', 'aler'),
					capacity: fc.constantFrom(1, 1, 1, 2),
					setAside: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 2 })
				})
			)
		),
		rows: fc.array(
			fc.record({
				choices: fc.shuffledSubarray(HOMES, { minLength: 1 }),
				categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 2 }),
				keys: fc.tuple(fc.nat(2), fc.nat(2)),
				withdrawn: fc.integer({ min: 0, max: 9 }).map((die) => die === 0)
			}),
			{ minLength: 1, maxLength: HOUSEHOLDS.length }
		)
	})
	.map(({ homes, rows }) => ({
		format: 'round/1',
		notice: 'n',
		beacon: 'c0ffee',
		dwellings: homes.map((home, i) => ({ id: HOMES[i]!, ...home })),
		applications: rows.map(({ keys, ...row }, i) => ({
			id: HOUSEHOLDS[i]!,
			...row,
			keys: { comune: keys, aler: keys }
		}))
	}));

/** Requests that listed each dwelling. */
export function listedIn({ applications }: Round): Listed {
	const listed: Record<string, number> = {};
	for (const { choices } of applications) for (const id of choices) listed[id] = (listed[id] ?? 0) + 1;
	return listed;
}

export const SECRETS = { round: '11'.repeat(32), setAsides: '22'.repeat(32) };

const sha256Of = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));

/** A round sealed and published as a first final version, with what opens it. */
export function aSealedVersion(round: Round, secret = SECRETS.round, setAsides = setAsidesOf(round)) {
	const secrets: RoundSecrets = { format: 'round-secrets/1', round: secret, setAsides };
	const file = [...roundText(round)].join('');
	const computed = computeRound(round);
	const outcome = runRound(round, sha256Of(file));
	const result = [...resultText(outcome)].join('');
	const listed = listedIn(round);
	const about = { notice: round.notice, version: 1, kind: 'final', listed, before: null } as const;
	const publication = publicationText(publicationOf(computed, outcome, about));
	const leaves = sortLeaves(round.applications.map((one) => receiptLeaf(SALT, declaredOf(round, one))));
	const statement = sealedStatementText({
		...{ noticeId: round.notice, version: 1, kind: 'final' },
		...commitToRound(secrets, { round: file, result }, computed, outcome, listed),
		publication: sha256Of(publication),
		receiptsRoot: receiptsRoot(leaves),
		logHead: null
	});
	const orders = new Map([...committedOrders(computed, outcome, listed)].map((one) => [one.dwelling, one]));
	const proofOf = (application: RoundApplication): HouseholdProof => ({
		format: 'household-proof/1',
		...{ notice: round.notice, version: 1, pseudonym: application.id },
		receipt: receiptOf(round, application, leaves),
		dwellings: application.choices.map((id) => proveDwelling(secret, orders.get(id)!, application.id))
	});
	return { round: file, result, secrets: JSON.stringify(secrets), statement, publication, outcome, proofOf };
}

function setAsidesOf({ dwellings }: Round): OpenedSetAsides {
	const labels = Object.fromEntries(
		dwellings.flatMap(({ id, setAside = [] }) => (setAside.length > 0 ? [[id, setAside] as const] : []))
	);
	return { secret: SECRETS.setAsides, labels };
}

function receiptOf(round: Round, application: RoundApplication, leaves: SortedLeaves) {
	const declared = declaredOf(round, application);
	const path = proveReceipt(leaves, receiptLeaf(SALT, declared))!;
	return { salt: SALT, declared: canonicalJson(declared), path };
}

const declaredOf = ({ notice }: Round, { id, choices }: RoundApplication) => ({ notice, pseudonym: id, choices });
