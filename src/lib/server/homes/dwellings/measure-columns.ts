import {
	buildingFeatures,
	dwellingFeatures,
	type FeatureKind,
	type ValuesOf
} from '$lib/domain/accessibility/features';
import type { BuildingMeasures, DwellingMeasures } from '$lib/domain/accessibility/measures';
import { storedRoute } from './stored-findings';

/** `innerDoorMm` -> `inner_door_mm`. */
type Snake<Text extends string> = Text extends `${infer First}${infer Rest}`
	? First extends Lowercase<First>
		? `${First}${Snake<Rest>}`
		: `_${Lowercase<First>}${Snake<Rest>}`
	: Text;

type Columns<Features> = { [Name in keyof Features & string as Snake<Name>]: number | null };

/** The columns that hold the current value of each feature: mm and counts as they are, yes and no as 1 and 0. */
export type BuildingMeasureColumns = Columns<typeof buildingFeatures> & { route: string | null };
export type DwellingMeasureColumns = Columns<typeof dwellingFeatures>;

const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columnsOf = (features: Record<string, FeatureKind>) =>
	Object.entries(features).map(([name, kind]) => ({ name, column: columnOf(name), yesNo: kind === 'yes-no' }));

const ofBuilding = columnsOf(buildingFeatures);
const ofDwelling = columnsOf(dwellingFeatures);

export const buildingMeasureColumns = [
	'route',
	...ofBuilding.map(({ column }) => column)
] as readonly (keyof BuildingMeasureColumns)[];
export const dwellingMeasureColumns = ofDwelling.map(
	({ column }) => column
) as readonly (keyof DwellingMeasureColumns)[];

type Named = readonly { name: string; column: string; yesNo: boolean }[];

function fromColumns(named: Named, row: object): Record<string, number | boolean | null> {
	const cells = row as Record<string, number | null>;
	const values: Record<string, number | boolean | null> = {};
	for (const { name, column, yesNo } of named) {
		const cell = cells[column] ?? null;
		values[name] = yesNo && cell !== null ? cell === 1 : cell;
	}
	return values;
}

function toColumns(named: Named, values: object): Record<string, number | null> {
	const given = values as Record<string, number | boolean | null | undefined>;
	return Object.fromEntries(
		named.map(({ name, column, yesNo }) => {
			const value = given[name] ?? null;
			return [column, yesNo && value !== null ? Number(value) : (value as number | null)];
		})
	);
}

export const dwellingMeasuresOf = (row: DwellingMeasureColumns) =>
	fromColumns(ofDwelling, row) as ValuesOf<typeof dwellingFeatures>;

export const buildingMeasuresOf = (row: BuildingMeasureColumns) =>
	({
		...fromColumns(ofBuilding, row),
		route: row.route === null ? null : storedRoute(row.route)
	}) as BuildingMeasures;

/** Features that are not given are unknown. */
export const dwellingColumns = (values: Partial<DwellingMeasures>) =>
	toColumns(ofDwelling, values) as DwellingMeasureColumns;

export const buildingColumns = ({ route = null, ...values }: Partial<BuildingMeasures>) =>
	({ ...toColumns(ofBuilding, values), route: route && JSON.stringify(route) }) as BuildingMeasureColumns;
