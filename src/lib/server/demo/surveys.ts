import type { Insertable } from 'kysely';
import { buildingFeatureNames, dwellingFeatureNames } from '$lib/domain/accessibility/features';
import { newFindings, type Provenance } from '$lib/domain/accessibility/survey';
import { buildingMeasuresOf, dwellingMeasuresOf } from '$lib/server/homes/dwellings/measure-columns';
import { surveyRow, type Surveyed } from '$lib/server/homes/dwellings/survey-rows';
import type { BuildingsTable, DwellingsTable, SurveysTable } from '$lib/server/homes/dwellings/table';
import type { LoadDay } from './day';
import type { Random } from './random';

/** No person's name: nobody made the surveys of the demo. */
export const SURVEYOR = 'rilevatore sintetico';
export const OWNER = 'proprietà (dato sintetico)';

/** What an owner declares without measuring. The rest needs a survey on the spot. */
const declared: readonly string[] = ['noiseDb', 'lightLux', 'separateRoom', 'bedsideSockets', 'visibleDoorbell'];
const names = ['route', ...buildingFeatureNames, ...dwellingFeatureNames];

/** The records behind the measures of the invented homes: first what the owners declared, then what was measured. */
export function surveysOf(
	random: Random,
	{ at }: LoadDay,
	homes: { readonly buildings: readonly BuildingsTable[]; readonly dwellings: readonly DwellingsTable[] }
): Insertable<SurveysTable>[] {
	const record = (of: Surveyed, measures: object, measuredOn: string | null) => {
		const known = newFindings(names, null, measures);
		const saidOf = (name: string) => measuredOn === null || declared.includes(name);
		const pick = (said: boolean) => Object.fromEntries(Object.entries(known).filter(([name]) => saidOf(name) === said));
		const parts: Provenance[] = [{ how: 'declared', on: null, surveyor: OWNER }];
		if (measuredOn !== null) parts.push({ how: 'measured', on: measuredOn, surveyor: SURVEYOR });
		return parts.flatMap((part) => {
			const findings = pick(part.how === 'declared');
			const days = part.how === 'declared' ? -375 : -15;
			if (Object.keys(findings).length === 0) return [];
			return [surveyRow(of, { ...part, findings }, { by: null, at: at(days) }, random.id(at(days)))];
		});
	};
	const synthetic = <Row extends { synthetic: number }>(rows: readonly Row[]) =>
		rows.filter((row) => row.synthetic === 1);
	return [
		...synthetic(homes.buildings).flatMap((row) =>
			record({ buildingId: row.id }, buildingMeasuresOf(row), row.measured_on)
		),
		...synthetic(homes.dwellings).flatMap((row) =>
			record({ dwellingId: row.id }, dwellingMeasuresOf(row), row.measured_on)
		)
	];
}
