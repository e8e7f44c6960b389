import { checkRound } from './check-round';
import { JsonReader, quote, RoundRefused } from './json-reader';
import type { Quota, Round, RoundApplication, RoundDwelling } from './round';

/** One GiB: beyond it a file is refused unread. */
export const MAX_ROUND_BYTES = 2 ** 30;

export type ParsedRound =
	| { readonly ok: true; readonly round: Round }
	/** `place` as in `applications[17].choices[2]`; together they make the line to show. */
	| { readonly ok: false; readonly place: string; readonly reason: string };

/**
 * Reads and checks a `round/1` file. Written by hand because a general JSON parser forgives what must not decide who is
 * housed: repeated members, numbers rounded to fit, a byte order mark, broken UTF-8.
 */
export function parseRound(bytes: Uint8Array): ParsedRound {
	if (bytes.length > MAX_ROUND_BYTES) return { ok: false, place: 'file', reason: 'larger than 1 GiB' };
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
		return { ok: false, place: 'file', reason: 'begins with a byte order mark' };
	}
	try {
		const reader = new JsonReader(bytes);
		const round = readRound(reader);
		reader.end();
		const fault = checkRound(round);
		return fault ? { ok: false, ...fault } : { ok: true, round };
	} catch (error) {
		if (error instanceof RoundRefused) return { ok: false, place: error.place, reason: error.reason };
		throw error;
	}
}

type Members<Row> = { readonly [Name in keyof Row]-?: (reader: JsonReader) => Exclude<Row[Name], undefined> };

const texts = (reader: JsonReader) => reader.array(() => reader.text());
const text = (reader: JsonReader) => reader.text();

const ROUND: Members<Round> = {
	format: (reader) => (reader.text() === 'round/1' ? 'round/1' : reader.refuse('not "round/1"')),
	notice: text,
	beacon: (reader) => {
		const beacon = reader.text();
		return /^(?:[\da-f]{2})+$/.test(beacon) ? beacon : reader.refuse('not lower-case hexadecimal pairs');
	},
	dwellings: (reader) => reader.array(() => readRow(reader, DWELLING, ['id', 'list'])),
	applications: (reader) => reader.array(() => readRow(reader, APPLICATION, ['id', 'choices'])),
	quotas: (reader) => reader.array(() => readRow(reader, QUOTA, ['kind', 'category', 'places']))
};

const DWELLING: Members<RoundDwelling> = {
	id: text,
	list: text,
	capacity: atLeastOne,
	setAside: texts,
	exclusive: (reader) => reader.boolean(),
	order: texts
};

const APPLICATION: Members<RoundApplication> = {
	id: text,
	choices: texts,
	categories: texts,
	keys: readKeys,
	frozen: text,
	withdrawn: (reader) => reader.boolean()
};

const QUOTA: Members<Quota> = {
	kind: (reader) => {
		const kind = reader.text();
		return kind === 'guarantee' || kind === 'ceiling' ? kind : reader.refuse('neither "guarantee" nor "ceiling"');
	},
	category: text,
	places: atLeastOne
};

function readRound(reader: JsonReader): Round {
	return readRow(reader, ROUND, ['format', 'notice', 'beacon', 'dwellings', 'applications']);
}

function readRow<Row extends object>(
	reader: JsonReader,
	members: Members<Row>,
	required: readonly (keyof Row & string)[]
): Row {
	const row: Partial<Row> = {};
	reader.object((name) => {
		if (!isMember(members, name)) return false;
		row[name] = members[name](reader);
		return true;
	});
	const missing = required.find((name) => row[name] === undefined);
	if (missing !== undefined) reader.refuse(`${quote(missing)} is missing`);
	return row as Row;
}

function isMember<Row extends object>(members: Members<Row>, name: PropertyKey): name is keyof Row {
	return Object.hasOwn(members, name);
}

function atLeastOne(reader: JsonReader): number {
	const value = reader.integer();
	return value >= 1 ? value : reader.refuse('less than 1');
}

function readKeys(reader: JsonReader): Record<string, readonly number[]> {
	// No prototype, so that a list called "__proto__" is a list like any other.
	const keys: Record<string, readonly number[]> = Object.create(null);
	reader.object((list) => {
		keys[list] = reader.array(() => reader.integer());
		return true;
	});
	return keys;
}
