import { Numbering } from './numbering';
import type { Round, RoundApplication, RoundDwelling } from './round';
import { RoundColumns } from './round-columns';

/** Turns a round given as objects into columns. Checks nothing. */
export function columnsOf(round: Round): RoundColumns<Numbering> {
	const columns = new RoundColumns({
		dwelling: new Numbering(),
		application: new Numbering(),
		category: new Numbering(),
		list: new Numbering()
	});
	columns.notice = round.notice;
	columns.beacon = round.beacon;
	for (const dwelling of round.dwellings) addDwelling(columns, dwelling);
	for (const application of round.applications) addApplication(columns, application);
	for (const { kind, category, places } of round.quotas ?? []) {
		columns.quotas.push({ kind, category: columns.names.category.add(category), places });
	}
	return columns;
}

function addDwelling({ names, dwellings }: RoundColumns<Numbering>, row: RoundDwelling): void {
	const { capacity = 1, exclusive = false } = row;
	for (const category of row.setAside ?? []) dwellings.setAside.push(names.category.add(category));
	for (const application of row.order ?? []) dwellings.order.push(names.application.add(application));
	const [id, list] = [names.dwelling.add(row.id), names.list.add(row.list)];
	dwellings.end({ id, list, capacity, exclusive, ordered: row.order !== undefined });
}

function addApplication({ names, applications }: RoundColumns<Numbering>, row: RoundApplication): void {
	const { keys, frozen, withdrawn = false } = row;
	for (const dwelling of row.choices) applications.choices.push(names.dwelling.add(dwelling));
	for (const category of row.categories ?? []) applications.categories.push(names.category.add(category));
	for (const list in keys) {
		for (const key of keys[list]!) applications.keys.push(key);
		applications.endKeys(names.list.add(list));
	}
	applications.end({
		id: names.application.add(row.id),
		frozen: frozen === undefined ? -1 : names.dwelling.add(frozen),
		withdrawn
	});
}
