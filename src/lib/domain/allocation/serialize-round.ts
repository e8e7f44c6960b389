import { compareBytes, sortedByBytes } from './byte-order';
import { membersText } from './members-text';
import type { Quota, Round, RoundApplication, RoundDwelling, RoundRows } from './round';

/**
 * The canonical text of a `round/1`: members in the order of the format, defaults left out, rows, categories and lists
 * of keys sorted by UTF-8 bytes, no white space, one line feed. The same round gives the same bytes, hence the same
 * hash, however its rows were collected.
 */
export function serializeRound(round: Round): string {
	const sorted = {
		...round,
		dwellings: byId(round.dwellings),
		applications: byId(round.applications),
		quotas: round.quotas?.toSorted((a, b) => compareBytes(a.category, b.category))
	};
	return [...roundText(sorted)].join('');
}

/** The same in pieces, of rows that are already sorted. */
export function* roundText(rows: RoundRows): Generator<string> {
	const { format, notice, beacon, quotas } = rows;
	const quote = quoter();
	yield JSON.stringify({ format, notice, beacon }).slice(0, -1);
	yield* membersText('dwellings', rows.dwellings, (row) => dwellingText(row, quote));
	yield* membersText('applications', rows.applications, (row) => applicationText(row, quote));
	if (quotas?.length) yield* membersText('quotas', quotas, quotaText);
	yield '}\n';
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
	return rows.toSorted((a, b) => compareBytes(a.id, b.id));
}

type Quote = (text: string) => string;

/** Writes a text as JSON does; the same text again costs a look, as nearly all of a round are. */
function quoter(): Quote {
	const known = new Map<string, string>();
	return (text) => {
		let quoted = known.get(text);
		if (quoted === undefined) known.set(text, (quoted = JSON.stringify(text)));
		return quoted;
	};
}

function dwellingText({ id, list, capacity = 1, setAside, exclusive, order }: RoundDwelling, quote: Quote): string {
	let text = `{"id":${JSON.stringify(id)},"list":${quote(list)}`;
	if (capacity !== 1) text += `,"capacity":${capacity}`;
	if (setAside?.length) text += `,"setAside":${listText(setAside, quote)}`;
	if (exclusive) text += ',"exclusive":true';
	if (order) text += `,"order":${listText(order, quote)}`;
	return text + '}';
}

function applicationText(row: RoundApplication, quote: Quote): string {
	const { id, choices, categories, keys, frozen, withdrawn } = row;
	let text = `{"id":${JSON.stringify(id)},"choices":${listText(choices, quote)}`;
	if (categories?.length) text += `,"categories":${listText(sortedByBytes(categories), quote)}`;
	if (keys) text += keysText(keys, quote);
	if (frozen !== undefined) text += `,"frozen":${quote(frozen)}`;
	if (withdrawn) text += ',"withdrawn":true';
	return text + '}';
}

/** By the bytes of the lists: the members of an object would come in another order when their names are numbers. */
function keysText(keys: Readonly<Record<string, readonly number[]>>, quote: Quote): string {
	const lists = Object.keys(keys);
	if (lists.length === 0) return '';
	let text = ',"keys":{';
	for (const [i, list] of sortedByBytes(lists).entries()) {
		text += `${i > 0 ? ',' : ''}${quote(list)}:[${keys[list]!.join(',')}]`;
	}
	return text + '}';
}

function listText(texts: readonly string[], quote: Quote): string {
	let text = '[';
	for (let i = 0; i < texts.length; i++) text += (i > 0 ? ',' : '') + quote(texts[i]!);
	return text + ']';
}

function quotaText({ kind, category, places }: Quota): string {
	return JSON.stringify({ kind, category, places });
}
