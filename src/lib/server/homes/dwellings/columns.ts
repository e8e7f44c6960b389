import {
	code,
	energyClass,
	euros,
	floor,
	lengthInCm,
	oneOf,
	pastDay,
	squareMetres,
	whole,
	words,
	yesOrNo,
	type ReadCell
} from './cells';
import type { Column, Known } from './column';
import { measureColumns, moreOfBuilding, moreOfDwelling } from './measure-titles';
import { searchText } from './search-text';

const same = (reader: ReadCell) => () => reader;
const text = (longest: number) => same(words(longest));
const cm = (most: number) => same(lengthInCm(most));
const owners = ({ owners }: Known) =>
	oneOf(
		new Map(owners.flatMap(({ id, name }) => [[searchText(id), id] as const, [searchText(name), id] as const])),
		'cell-owner-unknown',
		searchText
	);
const operations = ({ operations }: Known) =>
	oneOf(
		new Map(
			operations.flatMap(({ id, name, codes }) =>
				[id, name, ...codes].map((called) => [searchText(called), id] as const)
			)
		),
		'cell-operation-unknown',
		searchText
	);
const day = ({ today }: Known) => pastDay(today);

/** The columns of the file, in the order of the template. One row is one dwelling, with its building's columns repeated. */
export const columns: readonly Column[] = [
	{
		name: 'codice_edificio',
		field: 'buildingCode',
		about: 'building',
		required: true,
		example: ['ED-0101', 'ED-0101'],
		reader: same(code)
	},
	{ name: 'via', field: 'street', about: 'building', example: ['via Padova', 'via Padova'], reader: text(120) },
	{ name: 'civico', field: 'streetNumber', about: 'building', example: ['12/A', '12/A'], reader: text(40) },
	{
		name: 'comune',
		field: 'municipality',
		about: 'building',
		required: true,
		example: ['Milano', 'Milano'],
		reader: text(80)
	},
	{ name: 'quartiere', field: 'district', about: 'building', example: ['Loreto', 'Loreto'], reader: text(80) },
	{ name: 'zona_canone', field: 'rentZone', about: 'building', example: ['3', '3'], reader: same(whole(1, 20)) },
	{ name: 'piani', field: 'floors', about: 'building', example: ['6', '6'], reader: same(whole(1, 60)) },
	{
		name: 'anno_costruzione',
		field: 'builtYear',
		about: 'building',
		example: ['1962', '1962'],
		reader: same(whole(1000, 2100))
	},
	{ name: 'ascensore', field: 'lift', about: 'building', example: ['sì', 'sì'], reader: same(yesOrNo) },
	{
		name: 'ingresso_senza_gradini',
		field: 'stepFreeEntrance',
		about: 'building',
		example: ['no', 'no'],
		reader: same(yesOrNo)
	},
	{ name: 'porta_edificio_cm', field: 'entranceDoorMm', about: 'building', example: ['90', '90'], reader: cm(1000) },
	{ name: 'porta_ascensore_cm', field: 'liftDoorMm', about: 'building', example: ['75', '75'], reader: cm(1000) },
	{
		name: 'cabina_larghezza_cm',
		field: 'liftCabinWidthMm',
		about: 'building',
		example: ['80', '80'],
		reader: cm(1000)
	},
	{
		name: 'cabina_profondita_cm',
		field: 'liftCabinDepthMm',
		about: 'building',
		example: ['120', '120'],
		reader: cm(1000)
	},
	...measureColumns('building', moreOfBuilding),
	{ name: 'edificio_misurato_il', field: 'measuredOn', about: 'building', example: ['15/01/2026', ''], reader: day },
	{ name: 'edificio_misurato_da', field: 'measuredBy', about: 'building', example: ['R. Riva', ''], reader: text(80) },
	{
		name: 'codice_alloggio',
		field: 'code',
		about: 'dwelling',
		required: true,
		example: ['AL-0101-07', 'AL-0101-08'],
		reader: same(code)
	},
	{
		name: 'proprieta',
		field: 'ownerId',
		about: 'dwelling',
		required: true,
		example: ['Comune di Milano', 'Comune di Milano'],
		reader: owners
	},
	{ name: 'operazione', field: 'operationId', about: 'dwelling', example: ['disabilita', ''], reader: operations },
	{ name: 'erp', field: 'erp', about: 'dwelling', required: true, example: ['no', 'no'], reader: same(yesOrNo) },
	{ name: 'interno', field: 'unit', about: 'dwelling', example: ['7', '8'], reader: text(20) },
	{ name: 'piano', field: 'floor', about: 'dwelling', example: ['2', '-1'], reader: same(floor) },
	{ name: 'vani', field: 'rooms', about: 'dwelling', example: ['3', '2'], reader: same(whole(1, 30)) },
	{
		name: 'superficie_netta_m2',
		field: 'netAreaDm2',
		about: 'dwelling',
		example: ['62,50', '45'],
		reader: same(squareMetres(1000))
	},
	{
		name: 'superficie_catastale_m2',
		field: 'cadastralAreaDm2',
		about: 'dwelling',
		example: ['71', '52,25'],
		reader: same(squareMetres(1000))
	},
	{
		name: 'canone_euro',
		field: 'rentCents',
		about: 'dwelling',
		example: ['480,00', ''],
		reader: same(euros(100_000))
	},
	{
		name: 'classe_energetica',
		field: 'energyClass',
		about: 'dwelling',
		example: ['D', 'G'],
		reader: same(energyClass)
	},
	{ name: 'porte_interne_cm', field: 'innerDoorMm', about: 'dwelling', example: ['75', ''], reader: cm(1000) },
	{ name: 'corridoio_cm', field: 'corridorMm', about: 'dwelling', example: ['110', ''], reader: cm(2000) },
	{ name: 'spazio_rotazione_cm', field: 'turningMm', about: 'dwelling', example: ['150', ''], reader: cm(2000) },
	{ name: 'wc_lato_cm', field: 'wcSideMm', about: 'dwelling', example: ['100', ''], reader: cm(2000) },
	{ name: 'wc_fronte_cm', field: 'wcFrontMm', about: 'dwelling', example: ['80', ''], reader: cm(2000) },
	{ name: 'doccia_a_filo', field: 'showerFloorLevel', about: 'dwelling', example: ['sì', ''], reader: same(yesOrNo) },
	...measureColumns('dwelling', moreOfDwelling),
	{ name: 'misurato_il', field: 'measuredOn', about: 'dwelling', example: ['15/01/2026', ''], reader: day },
	{ name: 'misurato_da', field: 'measuredBy', about: 'dwelling', example: ['R. Riva', ''], reader: text(80) },
	{ name: 'lavori_previsti_il', field: 'works_planned', about: 'works', example: ['10/09/2025', ''], reader: day },
	{ name: 'lavori_iniziati_il', field: 'works_started', about: 'works', example: ['01/12/2025', ''], reader: day },
	{ name: 'lavori_finiti_il', field: 'works_done', about: 'works', example: ['', ''], reader: day }
];

/** A title as it is compared: `Superficie netta (m²)` and `superficie_netta_m2` are the same. */
export const plainTitle = (title: string): string => searchText(title.normalize('NFKC')).replaceAll(' ', '_');

/** The title of the column that fills a field. */
export const columnName = (field: string): string => columns.find((column) => column.field === field)?.name ?? field;
