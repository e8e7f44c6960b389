import { compareBytes } from '../allocation/byte-order';
import type { RoundKind } from '../rounds/round-kind';
import { roundKinds } from '../rounds/round-kind';
import type { Listed } from './committed-orders';

/**
 * The public file of a version of a notice with sensitive grounds. It follows from the general order, the number of
 * wishes per dwelling and the set of allocated dwellings alone. It holds no order of a dwelling, no household beside a
 * dwelling, and no road by which a home was given.
 */
export interface Publication {
	readonly format: 'round-publication/1';
	readonly notice: string;
	readonly version: number;
	readonly kind: RoundKind;
	/** Pseudonyms, the first one first. */
	readonly order: readonly string[];
	/** In the byte order of the ids. */
	readonly dwellings: readonly PublishedDwelling[];
}

export interface PublishedDwelling {
	readonly id: string;
	/** Requests that listed it when the notice closed, whatever became of them since. */
	readonly listed: number;
	/** Whether no place of it is free. Of a final version only. */
	readonly allocated?: boolean;
}

/** The facts from which a version is published. */
export interface ToPublish {
	readonly notice: string;
	readonly version: number;
	readonly kind: RoundKind;
	readonly order: readonly string[];
	/** Every dwelling of the version. */
	readonly dwellings: readonly string[];
	readonly listed: Listed;
	readonly allocated: ReadonlySet<string>;
	/** The publication of the final version before, if there is one. */
	readonly before: Publication | null;
}

/**
 * The publication of a version. What a reader could learn by comparing two versions is left out: wishes are counted once, at
 * closing; which dwellings are allocated is said by final versions only, because a household that is excluded before
 * leaves the order; and from the first final version on the order stays as it is, because a household that goes later
 * would leave it together with its home.
 */
export function publish({
	notice,
	version,
	kind,
	order,
	dwellings,
	listed,
	allocated,
	before
}: ToPublish): Publication {
	const counted = new Map(before?.dwellings.map((one) => [one.id, one.listed]));
	return {
		format: 'round-publication/1',
		notice,
		version,
		kind,
		order: before?.order ?? order,
		dwellings: dwellings.toSorted(compareBytes).map((id) => ({
			id,
			listed: counted.get(id) ?? (Object.hasOwn(listed, id) ? listed[id]! : 0),
			...(kind === 'final' && { allocated: allocated.has(id) })
		}))
	};
}

/** The file: members in the order of `Publication`, no white space, one line feed at the end. */
export function publicationText({ format, notice, version, kind, order, dwellings }: Publication): string {
	const rows = dwellings.map(({ id, listed, allocated }) => ({ id, listed, allocated }));
	return `${JSON.stringify({ format, notice, version, kind, order, dwellings: rows })}\n`;
}

/** Reads such a file; null when it is not one to the byte. */
export function readPublication(text: string): Publication | null {
	const read = parsed(text);
	return read && publicationText(read) === text ? read : null;
}

function parsed(text: string): Publication | null {
	try {
		const read = JSON.parse(text) as Publication;
		const { format, kind, version, order, dwellings } = read;
		const known = format === 'round-publication/1' && roundKinds.includes(kind) && Number.isSafeInteger(version);
		const texts = Array.isArray(order) && order.every((one) => typeof one === 'string');
		const rows = Array.isArray(dwellings) && dwellings.every(isRow);
		return known && texts && rows && typeof read.notice === 'string' ? read : null;
	} catch {
		return null;
	}
}

const isRow = (row: unknown): boolean => {
	if (typeof row !== 'object' || row === null) return false;
	const { id, listed, allocated } = row as PublishedDwelling;
	const said = allocated === undefined || typeof allocated === 'boolean';
	return typeof id === 'string' && Number.isSafeInteger(listed) && listed >= 0 && said;
};
