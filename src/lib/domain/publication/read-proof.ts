import type { InclusionProof } from '../receipt/merkle-tree';
import type { HouseholdProof } from './household-proof';

type Unread = Readonly<Record<string, unknown>>;

/** Reads a household's proof file; null when a member is missing or is of another kind. It believes nothing of it. */
export function readProof(text: string): HouseholdProof | null {
	try {
		const read: unknown = JSON.parse(text);
		return isProof(read) ? (read as unknown as HouseholdProof) : null;
	} catch {
		return null;
	}
}

const isObject = (value: unknown): value is Unread => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isHash = (value: unknown): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isPosition = (value: unknown): boolean => isCount(value) && value > 0;
const isListOf = (value: unknown, is: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);

const isProof = (value: unknown): boolean =>
	isObject(value) &&
	value.format === 'household-proof/1' &&
	isText(value.notice) &&
	isCount(value.version) &&
	isText(value.pseudonym) &&
	value.pseudonym !== '' &&
	(value.receipt === null || isReceipt(value.receipt)) &&
	isListOf(value.dwellings, isDwelling);

const isReceipt = (value: unknown): boolean =>
	isObject(value) &&
	isText(value.salt) &&
	/^[0-9a-f]{32}$/.test(value.salt) &&
	isText(value.declared) &&
	isPath(value.path);

const isPath = (value: unknown): value is InclusionProof =>
	isObject(value) && isCount(value.index) && isCount(value.size) && isListOf(value.path, isHash);

const isDwelling = (value: unknown): boolean =>
	isObject(value) &&
	isText(value.dwelling) &&
	isHead(value.head) &&
	(value.own === null || isOwn(value.own)) &&
	isListOf(value.holders, isHolder);

const isHead = (value: unknown): boolean =>
	isObject(value) &&
	isCount(value.places) &&
	isCount(value.leaves) &&
	isHash(value.salt) &&
	isPath(value.path) &&
	isListOf(value.holders, isHeldPosition);

const isHeldPosition = (value: unknown): boolean =>
	isObject(value) && typeof value.signed === 'boolean' && (value.position === null || isPosition(value.position));

const isOwn = (value: unknown): boolean =>
	isObject(value) && isPosition(value.position) && isHash(value.salt) && isPath(value.path);

const isHolder = (value: unknown): boolean =>
	isObject(value) && isPosition(value.position) && isHash(value.household) && isPath(value.path);
