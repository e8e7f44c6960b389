/**
 * The tables of the monitoring file (Protocollo Unico di Colloquio, 2014-2020), in the order in which it is written.
 * A field is `name`, `*` for mandatory, then its kind: the greatest length of a text, `date`, `year`, an amount with its
 * least value, or the values of a closed list. `TC…` names the State's table of codes that governs a text.
 *
 * Source: the tables that RegioneER/rer.sfinge2020 (e1fe1c55, 18 April 2023) writes; certainty: single source. Lengths
 * of codes that a table of codes governs are bounds of ours. FO00 and SC01 (participants) were not found.
 */
export const tables = {
	PA00: {
		fields: [
			'code* 30',
			'localCode* 30',
			'aidCode 30',
			'kind* 10 TC2',
			'aid* S/N',
			'description* 255',
			'responsible* 10 TC3',
			'name* 255',
			'start* date',
			'end date',
			'flag S'
		],
		key: ['code']
	},
	PA01: {
		fields: ['procedure* 30', 'programme* 50 TC4', 'amount* amount > 0', 'flag S'],
		key: ['procedure', 'programme']
	},
	AP00: {
		fields: [
			'project* 60',
			'title* 500',
			'summary* 1300',
			'operation* 11 TC5',
			'cup* 15',
			'aid* 10 TC6',
			'start* date',
			'plannedEnd* date',
			'actualEnd date',
			'originalKind 10 TC48',
			'originalCode 30',
			'flag S'
		],
		key: ['project']
	},
	AP01: { fields: ['project* 60', 'procedure* 30', 'flag S'], key: ['project', 'procedure'] },
	AP02: {
		fields: [
			'project* 60',
			'complex 30 TC7',
			'major 30 TC8',
			'revenue* S/N',
			'institution 10 TC9',
			'fundOfFunds S/N',
			'place* 10 TC10',
			'vulnerable* 10 TC13',
			'flag S'
		],
		key: ['project']
	},
	AP03: {
		fields: ['project* 60', 'programme* 50 TC4', 'kind* 10 TC11', 'class* 100 TC12', 'flag S'],
		key: ['project', 'programme', 'kind', 'class']
	},
	// Cancelled by state 2: the one table without a flag.
	AP04: {
		fields: ['project* 60', 'programme* 50 TC4', 'state* 1/2', 'detail 10 TC14'],
		key: ['project', 'programme']
	},
	AP05: { fields: ['project* 60', 'instrument* 20 TC15', 'flag S'], key: ['project', 'instrument'] },
	AP06: {
		fields: [
			'project* 60',
			'region* 3 TC16',
			'province* 3 TC16',
			'municipality* 3 TC16',
			'address 1000',
			'postcode 5',
			'flag S'
		],
		key: ['project', 'region', 'province', 'municipality']
	},
	FN00: {
		fields: [
			'project* 60',
			'fund* 10 TC33',
			'norm* 20 TC35',
			'cipe* 20 TC34',
			'place* 20 TC16',
			'taxCode* 16',
			'amount* amount > 0',
			'flag S'
		],
		key: ['project', 'fund', 'norm', 'cipe', 'place', 'taxCode']
	},
	FN01: {
		fields: ['project* 60', 'programme* 50', 'level* 100 TC36', 'amount* amount >= 0', 'flag S'],
		key: ['project', 'programme', 'level']
	},
	FN02: { fields: ['project* 60', 'item* 10 TC37', 'amount* amount > 0', 'flag S'], key: ['project', 'item'] },
	FN03: {
		fields: ['project* 60', 'year* year', 'done* amount >= 0', 'toDo* amount >= 0', 'flag S'],
		key: ['project', 'year']
	},
	FN04: {
		fields: [
			'project* 60',
			'code* 20',
			'kind* I/D/I-TR/D-TR',
			'date* date',
			'amount* amount > 0',
			'cause 10 TC38',
			'note 1000',
			'flag S'
		],
		key: ['project', 'code', 'kind', 'date']
	},
	FN05: {
		fields: [
			'project* 60',
			'code* 20',
			'kind* I/D/I-TR/D-TR',
			'date* date',
			'programme* 50',
			'level* 100 TC36',
			'admittedDate* date',
			'admittedKind* I/D/I-TR/D-TR',
			'cause 10 TC38',
			'amount* amount > 0',
			'note 1000',
			'flag S'
		],
		key: ['project', 'code', 'kind', 'date', 'programme', 'level', 'admittedDate', 'admittedKind']
	},
	FN06: {
		fields: [
			'project* 60',
			'code* 20',
			'kind* P/R/P-TR/R-TR',
			'date* date',
			'amount* amount > 0',
			'cause* 10 TC39',
			'note 1000',
			'flag S'
		],
		key: ['project', 'code', 'kind', 'date']
	},
	FN07: {
		fields: [
			'project* 60',
			'code* 20',
			'kind* P/R/P-TR/R-TR',
			'date* date',
			'programme* 50',
			'level* 100 TC36',
			'admittedDate* date',
			'admittedKind* P/R/P-TR/R-TR',
			'cause* 10 TC39',
			'amount* amount > 0',
			'note 1000',
			'flag S'
		],
		key: ['project', 'code', 'kind', 'date', 'programme', 'level', 'admittedDate', 'admittedKind']
	},
	FN08: {
		fields: [
			'project* 60',
			'code* 20',
			'kind* P/R/P-TR/R-TR',
			'date* date',
			'taxCode* 16',
			'public S/N',
			'payee* 10 TC40',
			'amount* amount > 0',
			'flag S'
		],
		key: ['project', 'code', 'kind', 'date', 'taxCode']
	},
	FN09: {
		fields: [
			'project* 60',
			'date* date',
			'claim* 60 TC41',
			'kind* 1',
			'level* 100 TC36',
			'total* amount > 0',
			'publicAmount* amount > 0',
			'flag S'
		],
		key: ['project', 'date', 'claim', 'kind', 'level']
	},
	FN10: { fields: ['project* 60', 'fund* 10 TC33', 'amount* amount > 0', 'flag S'], key: ['project', 'fund'] },
	IN00: {
		fields: ['project* 60', 'kind* COM/DPR', 'indicator* 80 TC42/43', 'flag S'],
		key: ['project', 'kind', 'indicator']
	},
	IN01: {
		fields: [
			'project* 60',
			'kind* COM/DPR',
			'indicator* 80 TC44/45',
			'planned* amount > 0',
			'achieved amount >= 0',
			'flag S'
		],
		key: ['project', 'kind', 'indicator']
	},
	PG00: {
		fields: [
			'project* 60',
			'code* 60',
			'cig* 10',
			'noCig 10 TC22',
			'description 1500',
			'kind 10 TC23',
			'amount amount >= 0',
			'published date',
			'awarded amount >= 0',
			'awardDate date',
			'flag S'
		],
		key: ['project', 'code']
	},
	PR00: {
		fields: [
			'project* 60',
			'phase* 10 TC46',
			'plannedStart* date',
			'actualStart date',
			'plannedEnd* date',
			'actualEnd date',
			'flag S'
		],
		key: ['project', 'phase']
	},
	PR01: { fields: ['project* 60', 'state* 3 TC47', 'date* date', 'flag S'], key: ['project', 'state', 'date'] },
	SC00: {
		fields: [
			'project* 60',
			'role* 3 TC24',
			'taxCode* 16',
			'public* S/N',
			'ipa 10',
			'name 255',
			'form* 10 TC25',
			'ateco 20 TC26',
			'note 1000',
			'flag S'
		],
		key: ['project', 'role', 'taxCode']
	},
	TR00: {
		fields: [
			'code* 60',
			'date* date',
			'programme* 50',
			'cause* 10 TC49',
			'amount* amount > 0',
			'taxCode* 16',
			'public* S/N',
			'flag S'
		],
		key: ['code', 'date', 'programme']
	}
} as const;

export type TableName = keyof typeof tables;
type NameIn<Written> = Written extends `${infer Name}* ${string}`
	? Name
	: Written extends `${infer Name} ${string}`
		? Name
		: never;

/** The name of a field of the table. */
export type FieldName<Table extends TableName> = NameIn<(typeof tables)[Table]['fields'][number]>;

export const tableNames = Object.keys(tables) as readonly TableName[];

export function isTable(name: string): name is TableName {
	return Object.hasOwn(tables, name);
}
