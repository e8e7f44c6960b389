import { hexToBytes } from '@noble/hashes/utils.js';
import { provesInclusion, type InclusionProof } from '../receipt/merkle-tree';
import { receiptLeaf } from '../receipt/receipt-leaf';
import { provesReceipt } from '../receipt/receipt-tree';
import type { HouseholdProof, ProvenDwelling } from './household-proof';
import { headEntry, householdHash, positionEntry, type HolderPosition } from './order-tree';
import { readProof } from './read-proof';
import { readSealedStatement, type SealedStatement } from './sealed-statement';

/**
 * In this order: the file is about the signed version; its row was in when the notice closed; every position in it is that of
 * the committed order; the household has the dwelling it wants most of those it could have.
 */
export const proofCheckNames = ['version', 'receipt', 'orders', 'outcome'] as const;
export type ProofCheckName = (typeof proofCheckNames)[number];
/** `absent`: the file says nothing of it that could be checked. */
export type ProofFinding = 'same' | 'different' | 'absent';

/**
 * The finding about one dwelling, most wanted first. `held`: the household holds it. `before`: every place went to a
 * household that stands before this one. `signed`: a holder had signed. `not-in-order`: the household is not in its
 * order. `after`: the household wants the dwelling it holds more. `passed-over`: a place is free, or went to a
 * household that stands behind.
 */
export type DwellingFinding = 'held' | 'before' | 'signed' | 'not-in-order' | 'after' | 'passed-over';

export interface CheckedDwelling {
	readonly dwelling: string;
	readonly position: number | null;
	readonly holders: readonly HolderPosition[];
	readonly finding: DwellingFinding;
}

export interface CheckedProof {
	readonly checks: readonly { readonly name: ProofCheckName; readonly finding: ProofFinding }[];
	readonly pseudonym: string | null;
	readonly dwellings: readonly CheckedDwelling[];
}

/** Checks a household's proof file against the statement of the version; its signature is checked apart. */
export function verifyProof(file: string, statementText: string): CheckedProof {
	const proof = readProof(file);
	const statement = readSealedStatement(statementText);
	if (!proof || !statement) return nothingShown;
	const dwellings = outcomeOf(proof.dwellings);
	const findings: Record<ProofCheckName, ProofFinding> = {
		version: sameIf(proof.notice === statement.noticeId && proof.version === statement.version),
		receipt: checkReceipt(proof, statement),
		orders: sameIf(
			proof.dwellings.every((one) => provesDwelling(proof.pseudonym, one, statement)) && isWhole(proof, statement)
		),
		outcome: sameIf(dwellings.every(({ finding }) => finding !== 'passed-over'))
	};
	const checks = proofCheckNames.map((name) => ({ name, finding: findings[name] }));
	return { checks, pseudonym: proof.pseudonym, dwellings };
}

const nothingShown: CheckedProof = {
	checks: proofCheckNames.map((name) => ({ name, finding: 'different' })),
	pseudonym: null,
	dwellings: []
};

const sameIf = (same: boolean): ProofFinding => (same ? 'same' : 'different');

function checkReceipt({ receipt, pseudonym, notice }: HouseholdProof, { receiptsRoot }: SealedStatement): ProofFinding {
	if (!receipt || receiptsRoot === null) return 'absent';
	const declared = declaredOf(receipt.declared);
	if (!declared || declared.pseudonym !== pseudonym || declared.notice !== notice) return 'different';
	return sameIf(provesReceipt(receiptLeaf(receipt.salt, declared), receipt.path, receiptsRoot));
}

/** Every dwelling that the household declared to want and that the version has is there, in its order of wishes. */
function isWhole({ receipt, dwellings }: HouseholdProof, { orders }: SealedStatement): boolean {
	const shown = dwellings.map(({ dwelling }) => dwelling);
	if (new Set(shown).size < shown.length) return false;
	const declared = receipt && declaredOf(receipt.declared);
	if (!declared) return true;
	const wanted = declared.choices.filter((id) => Object.hasOwn(orders, id));
	return JSON.stringify(wanted) === JSON.stringify(shown);
}

function declaredOf(text: string): { notice: unknown; pseudonym: unknown; choices: readonly string[] } | null {
	try {
		const row = JSON.parse(text) as { notice: unknown; pseudonym: unknown; choices: unknown };
		return Array.isArray(row.choices) ? { ...row, choices: row.choices as string[] } : null;
	} catch {
		return null;
	}
}

/** Whether the head, the own position and the holders' are those of the committed order. */
function provesDwelling(pseudonym: string, proven: ProvenDwelling, { orders }: SealedStatement): boolean {
	const { dwelling, head, own, holders } = proven;
	if (!Object.hasOwn(orders, dwelling)) return false;
	const root = hexToBytes(orders[dwelling]!);
	const leads = (entry: Uint8Array, index: number, path: InclusionProof) =>
		path.index === index && path.size === head.leaves && provesInclusion(entry, path, root);
	if (!leads(headEntry(dwelling, head, hexToBytes(head.salt)), 0, head.path)) return false;
	const listed = head.holders.flatMap(({ position }) => position ?? []);
	if (listed.join() !== holders.map(({ position }) => position).join()) return false;
	const ownEntry = own && positionEntry(own.position, householdHash(hexToBytes(own.salt), pseudonym));
	if (own && !leads(ownEntry!, own.position, own.path)) return false;
	return holders.every((one) => leads(positionEntry(one.position, one.household), one.position, one.path));
}

/**
 * The finding about each dwelling, and whether the household was passed over at one it wanted more than the one it
 * holds.
 */
function outcomeOf(dwellings: readonly ProvenDwelling[]): CheckedDwelling[] {
	let reached = false;
	return dwellings.map(({ dwelling, head, own }) => {
		const position = own?.position ?? null;
		const finding = reached ? 'after' : findingOf(position, head);
		reached ||= finding === 'held';
		return { dwelling, position, holders: head.holders, finding };
	});
}

function findingOf(position: number | null, { places, holders }: ProvenDwelling['head']): DwellingFinding {
	if (position === null) return 'not-in-order';
	if (holders.some((holder) => holder.position === position)) return 'held';
	const behind = holders.filter((holder) => !holder.signed && (holder.position ?? Infinity) > position);
	if (holders.length < places || behind.length > 0) return 'passed-over';
	return holders.some(({ signed }) => signed) ? 'signed' : 'before';
}
