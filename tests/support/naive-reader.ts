import type { Round } from '../../src/lib/domain/allocation/round';

/**
 * The strict rules of `round/1`, once more and another way: JSON.parse reads, a walk over the text's tokens finds what
 * JSON.parse forgives (repeated members, numbers rounded to fit), and plain checks do the rest. Says only whether a file
 * is to be refused, not where.
 */
export function naiveRead(bytes: Uint8Array): Round | null {
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		const value: unknown = JSON.parse(text);
		return tokensAreStrict(text) && isRound(value) ? value : null;
	} catch {
		return null;
	}
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

function tokensAreStrict(text: string): boolean {
	const open: (Set<string> | null)[] = [];
	const tokens = text.match(TOKEN) ?? [];
	return tokens.every((token, i) => {
		if (token === '{') open.push(new Set());
		if (token === '[') open.push(null);
		if (token === '}' || token === ']') open.pop();
		if (/^[-\d]/.test(token)) return isSafeInteger(token);
		if (!token.startsWith('"')) return token !== 'null';
		const members = open.at(-1);
		const string = JSON.parse(token) as string;
		if (string === '' || !string.isWellFormed()) return false;
		if (!members || tokens[i + 1] !== ':') return true;
		return members.size < members.add(string).size;
	});
}

/** By value, on the digits: 1.0 is one, 1e-400 is not nought. */
function isSafeInteger(token: string): boolean {
	const [mantissa = '', exponent = '0'] = token.replace('-', '').toLowerCase().split('e');
	const [whole = '', decimals = ''] = mantissa.split('.');
	const digits = whole + decimals;
	if (/^0*$/.test(digits)) return true;
	const shift = Number(exponent) - decimals.length;
	if (shift < 0) return digits.length + shift > 0 && /^0*$/.test(digits.slice(shift)) && small(digits.slice(0, shift));
	return shift < 17 && small(digits + '0'.repeat(shift));
}

const small = (digits: string) => BigInt(digits) <= BigInt(Number.MAX_SAFE_INTEGER);

type Row = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isFlag: Check = (value) => typeof value === 'boolean';
const isWhole: Check = (value) => Number.isSafeInteger(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1;
const arrayOf =
	(check: Check): Check =>
	(value) =>
		Array.isArray(value) && value.every(check);
const different: Check = (value) =>
	arrayOf(isText)(value) && new Set(value as string[]).size === (value as string[]).length;
const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

function shape(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
	return (value) => {
		if (!isObject(value)) return false;
		const known = new Map(Object.entries({ ...required, ...optional }));
		const has = Object.keys(required).every((name) => Object.hasOwn(value, name));
		return has && Object.entries(value).every(([name, member]) => known.get(name)?.(member));
	};
}

const isKeys: Check = (value) => isObject(value) && Object.values(value).every(arrayOf(isWhole));

const hasShape = shape(
	{
		format: (value) => value === 'round/1',
		notice: isText,
		beacon: (value) => isText(value) && /^(?:[0-9a-f][0-9a-f])+$/.test(String(value)) && !String(value).includes('\n'),
		dwellings: arrayOf(
			shape(
				{ id: isText, list: isText },
				{ capacity: isCount, setAside: different, exclusive: isFlag, order: different }
			)
		),
		applications: arrayOf(
			shape(
				{ id: isText, choices: different },
				{ categories: different, keys: isKeys, frozen: isText, withdrawn: isFlag }
			)
		)
	},
	{
		quotas: arrayOf(
			shape({ kind: (value) => value === 'guarantee' || value === 'ceiling', category: isText, places: isCount })
		)
	}
);

function isRound(value: unknown): value is Round {
	if (!hasShape(value)) return false;
	const round = value as Round;
	const dwellings = new Map(round.dwellings.map((dwelling) => [dwelling.id, dwelling]));
	const applications = new Set(round.applications.map(({ id }) => id));
	if (dwellings.size < round.dwellings.length || applications.size < round.applications.length) return false;
	const signed = (id: string) => round.applications.filter(({ frozen }) => frozen === id).length;
	return (
		round.dwellings.every(({ id, capacity = 1, setAside = [], exclusive, order = [] }) => {
			const possible = !exclusive || setAside.length > 0;
			return possible && order.every((name) => applications.has(name)) && signed(id) <= capacity;
		}) &&
		round.applications.every(({ choices, frozen, withdrawn }) => {
			if (frozen !== undefined && (withdrawn || !dwellings.has(frozen))) return false;
			return choices.every((id) => dwellings.has(id));
		}) &&
		keysAreComparable(round) &&
		quotasAreFair(round)
	);
}

function keysAreComparable({ applications }: Round): boolean {
	const entries = applications.flatMap(({ keys }) => Object.entries(keys ?? {}));
	return entries.every(([list, keys]) =>
		entries.every(([other, more]) => list !== other || keys.length === more.length)
	);
}

function quotasAreFair({ quotas = [], dwellings }: Round): boolean {
	if (quotas.length === 0) return true;
	const oneEach = new Set(quotas.map(({ category }) => category)).size === quotas.length;
	const oneList = new Set(dwellings.map(({ list }) => list)).size <= 1;
	return oneEach && oneList && dwellings.every((row) => !row.setAside?.length && !row.exclusive && !row.order);
}
