import type { Day } from '$lib/domain/calendar/instant';
import { fieldOf } from '$lib/domain/household/fact-fields';
import type { FactName } from '$lib/domain/household/facts';
import { area, money, type NumberKind } from '$lib/domain/numbers/number-kinds';
import { readDay } from '$lib/server/homes/dwellings/read-day';
import { numberOf, yesOrNo, type ReadCell } from '$lib/server/homes/dwellings/cells';
import { citizenshipWords, evictionWords, homeWords, iseeWords, relationWords, type Words } from './cell-words';

/** The parts of a request that a file can tell. Health and choices of homes are told on the pages of the form alone. */
export type FilePart = 'residence' | 'home' | 'income';

/** How a cell becomes the text of a field of the form. */
type Kind =
	| { readonly kind: 'text' }
	| { readonly kind: 'words'; readonly words: Words }
	| { readonly kind: 'read'; readonly read: (today: Day) => ReadCell; readonly number?: NumberKind };

/** A column of the file. `about`: what it tells; `row`: whose draft it is, and for which notice. */
export type DraftColumn = Kind & {
	readonly name: string;
	/** The field of the form that it fills. */
	readonly field: string;
	readonly about: 'row' | 'people' | FilePart;
	readonly fact?: FactName;
	readonly required?: true;
	readonly example: readonly [string, string];
};

/** Rows of one file. */
export const MOST_ROWS = 500;
/** People of a household that a row can tell, the applicant included. Further ones are told on the page. */
export const MOST_PEOPLE = 8;

const text = { kind: 'text' } as const;
const words = (of: Words) => ({ kind: 'words', words: of }) as const;
const yesNo = { kind: 'read', read: () => yesOrNo } as const;
const number = (kind: NumberKind) => ({ kind: 'read', read: () => numberOf(kind), number: kind }) as const;

/** A day, gone or to come: the field of the form says which it may be. */
const day = {
	kind: 'read',
	read:
		(today: Day): ReadCell =>
		(cell) =>
			dayCell(cell, today)
} as const;

function dayCell(cell: string, today: Day): ReturnType<ReadCell> {
	const read = readDay(cell, today);
	if (read === 'short-year') return { ok: false, problem: 'cell-short-year' };
	return read === null ? { ok: false, problem: 'cell-not-date' } : { ok: true, value: read };
}

const fact = (about: FilePart, name: string, of: FactName, kind: Kind, example: DraftColumn['example']) =>
	({ ...kind, name, field: fieldOf(of), about, fact: of, example }) satisfies DraftColumn;

const others = Array.from({ length: MOST_PEOPLE - 1 }, (_, index) => index + 2);

const row = (name: string, field: string, example: DraftColumn['example']): DraftColumn => ({
	...{ ...text, name, field, about: 'row', example }
});
export const mandateColumn = row('mandato', 'mandate', ['', '019a0000-0000-7000-8000-000000000001']);
export const taxCodeColumn = row('codice_fiscale', 'taxCode', ['SMPRTI86E54F205X', '']);
export const noticeColumn: DraftColumn = { ...row('avviso', 'notice', ['AGENZIA-2', 'AGENZIA-2']), required: true };

/** All columns, in the order of the template. Names of people are in none of them. */
export const draftColumns: readonly DraftColumn[] = [
	mandateColumn,
	taxCodeColumn,
	noticeColumn,
	{
		...{ ...day, name: 'nascita', field: 'birthDate-1', about: 'people', required: true },
		example: ['14/05/1986', '03/02/1971']
	},
	...others.flatMap((row): DraftColumn[] => [
		{
			...{ ...words(relationWords), name: `parentela_${row}`, field: `relation-${row}`, about: 'people' },
			example: [row === 2 ? 'figlia' : '', '']
		},
		{
			...{ ...day, name: `nascita_${row}`, field: `birthDate-${row}`, about: 'people' },
			example: [row === 2 ? '03/02/2014' : '', '']
		}
	]),
	fact('residence', 'cittadinanza', 'citizenship', words(citizenshipWords), ['italiana', '']),
	fact('residence', 'permesso_fino_al', 'permitValidTo', day, ['', '']),
	fact('residence', 'residente_milano_dal', 'municipalitySince', day, ['01/09/2012', '']),
	fact('residence', 'residente_lombardia_dal', 'regionSince', day, ['', '']),
	fact('residence', 'lavora_in_lombardia', 'worksInLombardy', yesNo, ['sì', '']),
	fact('home', 'casa', 'kind', words(homeWords), ['affitto', '']),
	fact('home', 'superficie_m2', 'netAreaDm2', number(area), ['48,50', '']),
	fact('home', 'sfratto', 'eviction', words(evictionWords), ['no', '']),
	fact('home', 'casa_inagibile', 'unhealthy', yesNo, ['no', '']),
	fact('home', 'casa_condivisa', 'shared', yesNo, ['no', '']),
	fact('home', 'possiede_casa_adatta', 'ownsAdequateHome', yesNo, ['no', '']),
	fact('income', 'isee_euro', 'iseeCents', number(money), ['8.750,00', '']),
	fact('income', 'isee_tipo', 'iseeKind', words(iseeWords), ['ordinario', '']),
	fact('income', 'isee_fino_al', 'iseeValidTo', day, ['31/12/2026', '']),
	fact('income', 'patrimonio_euro', 'assetsCents', number(money), ['1.200,00', '']),
	fact('income', 'perso_alloggio_pubblico', 'lostPublicDwelling', yesNo, ['no', '']),
	fact('income', 'debiti_alloggio_pubblico', 'unpaidArrears', yesNo, ['no', '']),
	fact('income', 'occupazione_senza_titolo', 'squatted', yesNo, ['no', ''])
];
