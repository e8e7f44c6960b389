import { readAmount } from '../amount';
import type { Say } from '../fault-log';
import type { EntryPlace } from '../open-statement';
import { centsBySign, signedCents, signOfIndicator } from '../sign';
import type { Batch, Part } from '../statement';
import { sumOf } from '../tally';
import type { RawPart, Whole } from './part';
import type { BatchKey } from './paths';
import type { Raw } from './raw';

type RawBatch = Raw<BatchKey>;

/** One `NtryDtls`: a group of payments and, perhaps, what the bank says of the group. */
export interface Details {
	readonly batch: RawBatch | null;
	readonly parts: readonly RawPart[];
}

/** The groups of an entry, each compared with the parts that stand beside it. @param parts of all groups, in file order */
export function readBatches(
	details: readonly Details[],
	parts: readonly Part[],
	whole: Whole,
	place: EntryPlace
): Batch[] {
	const batches: Batch[] = [];
	let next = 0;
	for (const { batch: raw, parts: own } of details) {
		const beside = parts.slice(next, next + own.length);
		next += own.length;
		if (raw === null) continue;
		const say = place.say(raw.line);
		const batch = readBatch(raw, whole, say);
		if (own.length > 0) compare(batch, raw, beside, whole, say);
		batches.push(batch);
	}
	return batches;
}

function readBatch(raw: RawBatch, whole: Whole, say: Say): Batch {
	const count = raw.text('count');
	return {
		id: raw.text('paymentId') ?? raw.text('messageId'),
		count: count !== null && /^\d+$/.test(count) ? Number(count) : null,
		cents: totalOf(raw, whole, say)
	};
}

/** The signed total, of its own indicator or else of the entry's. A total in another currency is ignored. */
function totalOf(raw: RawBatch, { currency, sign }: Whole, say: Say): number | null {
	if (!raw.has('amount') || currency === null || raw.text('currency') !== currency) return null;
	const amount = readAmount(raw.text('amount'));
	const indicator = raw.text('indicator');
	if (indicator === null) return centsBySign(amount, sign, say, 'batch');
	return signedCents(amount, signOfIndicator(indicator), say, 'batch');
}

function compare(batch: Batch, raw: RawBatch, parts: readonly Part[], { currency }: Whole, say: Say): void {
	const amounts = parts.map(({ cents }) => cents).filter((cents) => cents !== null);
	const found = sumOf(amounts);
	const isWhole = amounts.length === parts.length;
	if (batch.cents !== null && isWhole && found !== BigInt(batch.cents)) {
		say('batch-total', { found, declared: batch.cents, currency });
	}
	if (batch.count !== null && batch.count !== parts.length) {
		say('batch-count', { found: parts.length, text: raw.text('count') ?? '' });
	}
}
