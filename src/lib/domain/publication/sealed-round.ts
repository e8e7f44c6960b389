import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ComputedColumns } from '../allocation/compute-round';
import type { RoundResult } from '../allocation/round-result';
import { drawPlan, planText, type SetAsidePlan } from '../notice/set-aside-plan';
import { canonicalJson } from '../receipt/canonical-json';
import { commitTo, saltFrom } from './commitment';
import { committedOrders, type Listed } from './committed-orders';
import { orderRoot } from './order-tree';
import type { SealedStatement } from './sealed-statement';

/**
 * The secrets that open the commitments of a version. They are kept sealed, and shown to a person who may recompute the
 * version.
 */
export interface RoundSecrets {
	readonly format: 'round-secrets/1';
	/** Every salt of the version follows from it: 64 lower-case hexadecimal digits. */
	readonly round: string;
	/** The secret that was committed to before requests opened, and the set-asides drawn with it. */
	readonly setAsides: OpenedSetAsides;
}

export interface OpenedSetAsides {
	readonly secret: string;
	/** Dwelling -> categories in order; dwellings open to everybody are left out. */
	readonly labels: Readonly<Record<string, readonly string[]>>;
	/** SHA-256 of the published plan from which they were drawn; left out of a notice that opened without one. */
	readonly plan?: string;
}

export type Commitments = Pick<SealedStatement, 'round' | 'result' | 'orders' | 'setAsides'>;

/** The set-asides that a published plan gives with a secret. */
export function openSetAsides(plan: SetAsidePlan, secret: string): OpenedSetAsides {
	const labels = Object.fromEntries([...drawPlan(plan, secret)].filter(([, categories]) => categories.length > 0));
	return { secret, labels, plan: planHash(planText(plan)) };
}

/** SHA-256 of the file of a plan. */
export const planHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The commitment to the set-asides of a notice and to their plan, as it is published before requests open. */
export const commitToSetAsides = ({ secret, labels, plan }: OpenedSetAsides): string =>
	commitTo(saltFrom(secret, 'set-asides'), canonicalJson(plan === undefined ? labels : { labels, plan }));

/** The salted commitments of a version: to its file, to its result, to each dwelling's order and to the set-asides. */
export function commitToRound(
	secrets: RoundSecrets,
	files: { readonly round: string; readonly result: string },
	computed: ComputedColumns,
	result: Pick<RoundResult, 'assignments'>,
	listed: Listed
): Commitments {
	const orders: Record<string, string> = Object.create(null) as Record<string, string>;
	for (const committed of committedOrders(computed, result, listed)) {
		orders[committed.dwelling] = orderRoot(secrets.round, committed);
	}
	return {
		round: commitTo(saltFrom(secrets.round, 'round'), files.round),
		result: commitTo(saltFrom(secrets.round, 'result'), files.result),
		setAsides: commitToSetAsides(secrets.setAsides),
		orders
	};
}
