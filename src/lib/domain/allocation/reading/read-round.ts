import type { ByteSource } from './byte-window';
import { ByteTable } from './byte-table';
import { JsonReader } from './json-reader';
import { JsonShape } from './json-shape';
import { RoundColumns } from '../round-columns';

/**
 * Reads a `round/1` file into columns as its bytes arrive, and holds none of it as text or objects. It is written by
 * hand because a general JSON parser accepts what must not decide who is housed: repeated members, rounded numbers, a
 * byte order mark, broken UTF-8. `checkColumns` checks what the round says.
 * @throws RoundRefused if the file does not follow the format
 */
export function readRound(from: Uint8Array | ByteSource): RoundColumns<ByteTable> {
	const reader = new JsonReader(from);
	const columns = new RoundColumns({
		dwelling: new ByteTable(),
		application: new ByteTable(),
		category: new ByteTable(),
		list: new ByteTable()
	});
	const dwelling = dwellingReader(reader, columns);
	const application = applicationReader(reader, columns);
	const quota = quotaReader(reader, columns);
	const round = new JsonShape(
		{
			format: () => reader.text() === 'round/1' || reader.refuse('not "round/1"'),
			notice: () => (columns.notice = reader.text()),
			beacon: () => {
				columns.beacon = reader.text();
				if (!/^(?:[\da-f]{2})+$/.test(columns.beacon)) reader.refuse('not lower-case hexadecimal pairs');
			},
			dwellings: () => reader.array(dwelling),
			applications: () => reader.array(application),
			quotas: () => reader.array(quota)
		},
		['format', 'notice', 'beacon', 'dwellings', 'applications']
	);
	reader.object(round);
	reader.finish();
	return columns;
}

function dwellingReader(reader: JsonReader, { names, dwellings }: RoundColumns<ByteTable>): () => void {
	const none = { id: 0, list: 0, capacity: 1, exclusive: false, ordered: false };
	let row = { ...none };
	const category = () => dwellings.setAside.push(reader.name(names.category));
	const application = () => dwellings.order.push(reader.name(names.application));
	const members = new JsonShape(
		{
			id: () => (row.id = reader.name(names.dwelling)),
			list: () => (row.list = reader.name(names.list)),
			capacity: () => (row.capacity = atLeastOne(reader)),
			setAside: () => reader.array(category),
			exclusive: () => (row.exclusive = reader.boolean()),
			order: () => {
				row.ordered = true;
				reader.array(application);
			}
		},
		['id', 'list']
	);
	return () => {
		row = { ...none };
		reader.object(members);
		dwellings.end(row);
	};
}

function applicationReader(reader: JsonReader, { names, applications }: RoundColumns<ByteTable>): () => void {
	const none = { id: 0, frozen: -1, withdrawn: false };
	let row = { ...none };
	const choice = () => applications.choices.push(reader.name(names.dwelling));
	const category = () => applications.categories.push(reader.name(names.category));
	const key = () => applications.keys.push(reader.integer());
	const keysOf = (list: number) => {
		reader.array(key);
		applications.endKeys(list);
	};
	const members = new JsonShape(
		{
			id: () => (row.id = reader.name(names.application)),
			choices: () => reader.array(choice),
			categories: () => reader.array(category),
			keys: () => reader.record(names.list, keysOf),
			frozen: () => (row.frozen = reader.name(names.dwelling)),
			withdrawn: () => (row.withdrawn = reader.boolean())
		},
		['id', 'choices']
	);
	return () => {
		row = { ...none };
		reader.object(members);
		applications.end(row);
	};
}

function quotaReader(reader: JsonReader, { names, quotas }: RoundColumns<ByteTable>): () => void {
	let kind: 'guarantee' | 'ceiling' = 'guarantee';
	let category = 0;
	let places = 0;
	const members = new JsonShape(
		{
			kind: () => {
				const text = reader.text();
				if (text !== 'guarantee' && text !== 'ceiling') reader.refuse('neither "guarantee" nor "ceiling"');
				kind = text;
			},
			category: () => (category = reader.name(names.category)),
			places: () => (places = atLeastOne(reader))
		},
		['kind', 'category', 'places']
	);
	return () => {
		reader.object(members);
		quotas.push({ kind, category, places });
	};
}

function atLeastOne(reader: JsonReader): number {
	const value = reader.integer();
	return value >= 1 ? value : reader.refuse('less than 1');
}
