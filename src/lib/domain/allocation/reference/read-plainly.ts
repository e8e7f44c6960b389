import type { Round } from '../round';

/**
 * Reads the file of a round, and refuses what the format refuses. `JSON.parse` reads it; a walk over the text finds what
 * `JSON.parse` allows and the format does not (repeated members, numbers it would round, empty texts); checks of each
 * member do the rest. The engine's reader names the place of a fault, this one does not.
 * @returns null when the file is to be refused
 */
export function readPlainly(file: Uint8Array): Round | null {
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
		const value: unknown = JSON.parse(text);
		return isStrict(text) && hasShape(value) && isConsistent(value as Round) ? (value as Round) : null;
	} catch {
		return null;
	}
}

/** A text, with the colon behind it if it names a member; a bracket; a number or a word. */
const TOKEN = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]|[^\s{}[\],:"]+/g;

/** Checks a text that is JSON: no null, no member twice in an object, no empty text, whole numbers only. */
function isStrict(json: string): boolean {
	/** Per object that is open: the names of its members so far. */
	const objects: Set<string>[] = [];
	for (const [token, text, colon] of json.matchAll(TOKEN)) {
		if (token === '{') objects.push(new Set());
		if (token === '}') objects.pop();
		if (token === 'null') return false;
		if (/^[-\d]/.test(token) && !isSafeInteger(token)) return false;
		if (text === undefined) continue;
		const read = JSON.parse(text) as string;
		if (read === '' || !read.isWellFormed()) return false;
		if (colon === undefined) continue;
		const members = objects.at(-1)!;
		if (members.has(read)) return false;
		members.add(read);
	}
	return true;
}

/** By value, on the digits: 1.0 is one, and 1e-400 is not nought. At most 2^53 - 1 either way. */
function isSafeInteger(number: string): boolean {
	const [mantissa = '', exponent = '0'] = number.replace('-', '').toLowerCase().split('e');
	const [whole = '', decimals = ''] = mantissa.split('.');
	const digits = whole + decimals;
	if (/^0*$/.test(digits)) return true;
	const shift = Number(exponent) - decimals.length;
	if (shift < 0)
		return digits.length + shift > 0 && /^0*$/.test(digits.slice(shift)) && isSmall(digits.slice(0, shift));
	return shift < 17 && isSmall(digits + '0'.repeat(shift));
}

const isSmall = (digits: string) => BigInt(digits) <= BigInt(Number.MAX_SAFE_INTEGER);

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isInteger: Check = (value) => Number.isSafeInteger(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const isBeacon: Check = (value) => typeof value === 'string' && /^(?:[0-9a-f]{2})+$/.test(value);
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isOneOf =
	(...texts: string[]): Check =>
	(value) =>
		texts.includes(value as string);
const isArrayOf =
	(check: Check): Check =>
	(value) =>
		Array.isArray(value) && value.every(check);
/** Texts, none of them twice. */
const areDifferent: Check = (value) =>
	isArrayOf(isText)(value) && new Set(value as string[]).size === (value as string[]).length;

/** An object with these members, and no other. */
function isShape(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
	const checks = new Map(Object.entries({ ...required, ...optional }));
	return (value) =>
		isObject(value) &&
		Object.keys(required).every((name) => Object.hasOwn(value as object, name)) &&
		Object.entries(value as object).every(([name, member]) => checks.get(name)?.(member));
}

const isDwelling = isShape(
	{ id: isText, list: isText },
	{ capacity: isCount, setAside: areDifferent, exclusive: isFlag, order: areDifferent }
);
const isApplication = isShape(
	{ id: isText, choices: areDifferent },
	{
		categories: areDifferent,
		keys: (value) => isObject(value) && Object.values(value as object).every(isArrayOf(isInteger)),
		frozen: isText,
		withdrawn: isFlag
	}
);
const isQuota = isShape({ kind: isOneOf('guarantee', 'ceiling'), category: isText, places: isCount });
const hasShape = isShape(
	{
		format: isOneOf('round/1'),
		notice: isText,
		beacon: isBeacon,
		dwellings: isArrayOf(isDwelling),
		applications: isArrayOf(isApplication)
	},
	{ quotas: isArrayOf(isQuota) }
);

function isConsistent(round: Round): boolean {
	return (
		dwellingsAreConsistent(round) && applicationsAreConsistent(round) && keysCompare(round) && quotasAreFair(round)
	);
}

function dwellingsAreConsistent({ dwellings, applications }: Round): boolean {
	const known = new Set(applications.map(({ id }) => id));
	const signed = new Map<string, number>();
	for (const { frozen } of applications) if (frozen !== undefined) signed.set(frozen, (signed.get(frozen) ?? 0) + 1);
	const areUnique = new Set(dwellings.map(({ id }) => id)).size === dwellings.length;
	return (
		areUnique &&
		dwellings.every(({ id, capacity = 1, setAside = [], exclusive = false, order = [] }) => {
			if (exclusive && setAside.length === 0) return false;
			return order.every((application) => known.has(application)) && (signed.get(id) ?? 0) <= capacity;
		})
	);
}

function applicationsAreConsistent({ dwellings, applications }: Round): boolean {
	const known = new Set(dwellings.map(({ id }) => id));
	const areUnique = new Set(applications.map(({ id }) => id)).size === applications.length;
	return (
		areUnique &&
		applications.every(({ choices, frozen, withdrawn }) => {
			if (frozen !== undefined && (withdrawn || !known.has(frozen))) return false;
			return choices.every((dwelling) => known.has(dwelling));
		})
	);
}

/** All households of a list have as many keys for it. */
function keysCompare({ applications }: Round): boolean {
	const counts = new Map<string, number>();
	return applications.every(({ keys = {} }) =>
		Object.entries(keys).every(([list, { length }]) => {
			if (!counts.has(list)) counts.set(list, length);
			return counts.get(list) === length;
		})
	);
}

/**
 * Quotas by count only over one list, and beside no set-aside, exclusive dwelling or explicit order: elsewhere a household
 * could lose by telling the truth or by having more points.
 */
function quotasAreFair({ quotas = [], dwellings }: Round): boolean {
	if (quotas.length === 0) return true;
	const oneEach = new Set(quotas.map(({ category }) => category)).size === quotas.length;
	const oneList = new Set(dwellings.map(({ list }) => list)).size <= 1;
	return oneEach && oneList && dwellings.every((row) => !row.setAside?.length && !row.exclusive && !row.order);
}
