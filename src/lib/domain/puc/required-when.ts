import type { Row } from './row';
import type { FieldName, TableName } from './tables';

/** Fields that are mandatory because of what another field says. `when` is said in Italian. */
type Condition<Table extends TableName> = {
	readonly holds: (row: Row<Table>) => boolean;
	readonly when: string;
	readonly fields: readonly FieldName<Table>[];
};

const hasKind = (row: Row<'FN04'>) => ['D', 'D-TR'].includes(row.get('kind'));
const hasAdmittedKind = (row: Row<'FN05'>) => ['D', 'D-TR'].includes(row.get('admittedKind'));
const isPublic = (row: Row<'SC00'>) => row.get('public') === 'S';
/** A tax code that ends with an asterisk stands for a subject without one. */
const isWithoutTaxCode = (row: Row<'SC00'>) => [...row.get('taxCode')][15] === '*';

const conditions: { readonly [Table in TableName]?: readonly Condition<Table>[] } = {
	FN04: [{ holds: hasKind, when: 'il tipo è un disimpegno', fields: ['cause'] }],
	FN05: [{ holds: hasAdmittedKind, when: 'il tipo ammesso è un disimpegno', fields: ['cause'] }],
	AP02: [
		{
			holds: (row) => ['2', '3'].includes(row.get('institution')),
			when: 'il livello istituzionale è 2 o 3',
			fields: ['fundOfFunds']
		}
	],
	SC00: [
		{ holds: isPublic, when: 'il soggetto è pubblico', fields: ['ipa', 'name'] },
		{ holds: isWithoutTaxCode, when: 'il codice fiscale ha un asterisco in fondo', fields: ['name', 'ateco'] }
	],
	PG00: [
		{
			holds: (row) => row.get('cig') === '9999',
			when: 'il CIG è 9999 (assente)',
			fields: ['noCig', 'description', 'kind', 'amount', 'published', 'awarded', 'awardDate']
		}
	]
};

/** The empty fields that something else in the record makes mandatory, each once, with the reason in Italian. */
export function missingFields<Table extends TableName>(row: Row<Table>): Map<FieldName<Table>, string> {
	const missing = new Map<FieldName<Table>, string>();
	const asked: readonly Condition<Table>[] = conditions[row.table] ?? [];
	for (const { holds, when, fields } of asked) {
		if (!holds(row)) continue;
		for (const field of fields) if (row.get(field) === '' && !missing.has(field)) missing.set(field, when);
	}
	return missing;
}
