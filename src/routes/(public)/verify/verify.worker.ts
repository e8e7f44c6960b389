import { bytesToHex } from '@noble/hashes/utils.js';
import { verifyProof, type CheckedProof } from '$lib/domain/publication/verify-proof';
import type { Day } from '$lib/domain/calendar/instant';
import { replacedOn } from '$lib/domain/receipt/replaced-receipts';
import { receiptLeaf } from '$lib/domain/receipt/receipt-leaf';
import { proveReceipt, provesReceipt, readLeaves } from '$lib/domain/receipt/receipt-tree';
import { checkNames, verifyPublished, type Checked, type Published } from '$lib/domain/rounds/verify-published';

/** The address of each published file, or the reader's own file in its place. */
export type VerifyRound = {
	readonly kind: 'round';
	readonly files: Readonly<Record<'round' | 'result' | 'statement' | 'signature' | 'key', string>>;
	readonly leaves: string | null;
	readonly draw: Published['draw'];
	readonly own: { readonly round: File | null; readonly result: File | null };
};

/** A leaf, or the salt and the declared row that make it. Neither leaves the browser. */
export type FindReceipt = {
	readonly kind: 'receipt';
	readonly leaves: string;
	/** The list of the receipts of earlier versions. */
	readonly replaced: string;
	readonly root: string;
	readonly leaf: string;
	readonly salt: string;
	readonly declared: string;
};

/** A household's own proof file, checked against the signed statement. It is sent to nobody. */
export type CheckProof = {
	readonly kind: 'proof';
	readonly files: Readonly<Record<'statement' | 'signature' | 'key', string>>;
	readonly file: File;
};

export type Signature = 'valid' | 'invalid' | 'unsupported';
export type RoundAnswer = {
	readonly checks: readonly Checked[];
	readonly signature: Signature;
	/** SHA-256 of the key, to compare with the one published elsewhere; null if the browser cannot compute it. */
	readonly keyHash: string | null;
	readonly households: number;
	readonly milliseconds: number;
};
export type ProofAnswer = CheckedProof & { readonly signature: Signature; readonly keyHash: string | null };
export type ReceiptAnswer =
	| { readonly found: true; readonly leaf: string; readonly place: number; readonly of: number; readonly steps: number }
	| { readonly found: false; readonly problem: 'replaced'; readonly on: Day; readonly leaf: string }
	| { readonly found: false; readonly problem: 'unreadable' | 'not-in'; readonly leaf: string | null };

/** Checks the files, the signature, and then everything that the domain checks. */
const STEPS = 2 + checkNames.length;

self.addEventListener('message', async ({ data }: MessageEvent<Ask>) => {
	try {
		self.postMessage({ done: await answer(data) });
	} catch {
		self.postMessage({ failed: true });
	}
});

type Ask = VerifyRound | FindReceipt | CheckProof;

async function answer(ask: Ask): Promise<RoundAnswer | ReceiptAnswer | ProofAnswer> {
	switch (ask.kind) {
		case 'round':
			return verifyRound(ask);
		case 'receipt':
			return findReceipt(ask);
		case 'proof':
			return checkProof(ask);
	}
}

async function checkProof({ files, file }: CheckProof): Promise<ProofAnswer> {
	const [statement, signature, key] = [
		await textAt(files.statement),
		await textAt(files.signature),
		await textAt(files.key)
	];
	return { ...verifyProof(await file.text(), statement), ...(await checkSignature(statement, signature.trim(), key)) };
}

async function verifyRound(ask: VerifyRound): Promise<RoundAnswer> {
	const started = performance.now();
	const { files, own } = ask;
	const [round, result, statement, signature, key, leaves] = [
		own.round ? new Uint8Array(await own.round.arrayBuffer()) : await bytesAt(files.round),
		own.result ? new Uint8Array(await own.result.arrayBuffer()) : await bytesAt(files.result),
		await textAt(files.statement),
		await textAt(files.signature),
		await textAt(files.key),
		ask.leaves === null ? null : await textAt(ask.leaves)
	];
	let step = 0;
	const advance = () => self.postMessage({ step: (step += 1), of: STEPS });
	advance();
	const signed = await checkSignature(statement, signature.trim(), key);
	advance();
	const checks: Checked[] = [];
	for (const checked of verifyPublished({ round, result, statement, draw: ask.draw, leaves })) {
		checks.push(checked);
		advance();
	}
	return {
		checks,
		...signed,
		households: countHouseholds(result),
		milliseconds: Math.round(performance.now() - started)
	};
}

/** For the sentence only: an earlier check has already reported a result that cannot be read. */
function countHouseholds(result: Uint8Array): number {
	try {
		const { assignments, unassigned } = JSON.parse(new TextDecoder().decode(result));
		return assignments.length + unassigned.length;
	} catch {
		return 0;
	}
}

/** Checks the signature with the browser's Ed25519. Old browsers and pages without https have none. */
async function checkSignature(statement: string, signature: string, pem: string) {
	const der = Uint8Array.from(atob(pem.replaceAll(/-----[^-]+-----|\s/g, '')), (sign) => sign.charCodeAt(0));
	try {
		const keyHash = bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', der)));
		const key = await crypto.subtle.importKey('spki', der, 'Ed25519', false, ['verify']);
		const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) => parseInt(pair, 16));
		const valid = await crypto.subtle.verify('Ed25519', key, bytes, new TextEncoder().encode(statement));
		return { signature: valid ? 'valid' : 'invalid', keyHash } as const;
	} catch {
		return { signature: 'unsupported', keyHash: null } as const;
	}
}

async function findReceipt(ask: FindReceipt): Promise<ReceiptAnswer> {
	const leaf = leafOf(ask);
	if (leaf === null) return { found: false, problem: 'unreadable', leaf };
	const leaves = readLeaves(await textAt(ask.leaves));
	const proof = leaves && proveReceipt(leaves, leaf);
	if (!proof || !provesReceipt(leaf, proof, ask.root)) {
		const on = replacedOn(await textAt(ask.replaced), leaf);
		return on ? { found: false, problem: 'replaced', on, leaf } : { found: false, problem: 'not-in', leaf };
	}
	return { found: true, leaf, place: proof.index + 1, of: proof.size, steps: proof.path.length };
}

function leafOf({ leaf, salt, declared }: FindReceipt): string | null {
	const written = leaf.trim().toLowerCase();
	if (written !== '') return /^[0-9a-f]{64}$/.test(written) ? written : null;
	try {
		return receiptLeaf(salt.trim().toLowerCase(), JSON.parse(declared));
	} catch {
		return null;
	}
}

async function bytesAt(url: string): Promise<Uint8Array> {
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
	return new Uint8Array(await answer.arrayBuffer());
}

const textAt = async (url: string) => new TextDecoder().decode(await bytesAt(url));
