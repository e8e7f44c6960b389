import {
	featureKind,
	type BuildingFeature,
	type DwellingFeature,
	type Feature
} from '$lib/domain/accessibility/features';
import { lengthInCm, metres, whole, yesOrNo, type ReadCell } from './cells';
import type { Column } from './column';

/** Title and example of each measure that is not among the first columns; a threshold of nought is none. */
type Titles<Name extends Feature> = readonly (readonly [Name, string, string])[];

export const moreOfBuilding: Titles<BuildingFeature> = [
	['liftLandingMm', 'spazio_davanti_ascensore_cm', '140'],
	['liftTactileButtons', 'ascensore_tasti_rilievo', 'no'],
	['entranceLit', 'luce_automatica_ingresso', 'sì'],
	['parkingWidthMm', 'posto_auto_cm', '320'],
	['parkingDistanceMm', 'posto_auto_distanza_m', '30'],
	['stopDistanceMm', 'fermata_m', '250'],
	['pharmacyDistanceMm', 'farmacia_m', '400'],
	['clinicDistanceMm', 'ambulatorio_m', '900'],
	['shopsDistanceMm', 'negozi_m', '150'],
	['dayCareDistanceMm', 'centro_diurno_m', '1200']
];

export const moreOfDwelling: Titles<DwellingFeature> = [
	['flatDoorMm', 'porta_alloggio_cm', '85'],
	['bathDoorMm', 'porta_bagno_cm', '75'],
	['kitchenDoorMm', 'porta_cucina_cm', '80'],
	['bedroomDoorMm', 'porta_camera_cm', '80'],
	['thresholdMm', 'soglia_massima_cm', '2'],
	['bathtub', 'vasca', 'no'],
	['grabRails', 'maniglioni', 'no'],
	['kitchenTurningMm', 'cucina_rotazione_cm', '150'],
	['kitchenKneeMm', 'cucina_sotto_piano_cm', '70'],
	['balconyThresholdMm', 'balcone_soglia_cm', '2,5'],
	['balconyDepthMm', 'balcone_profondita_cm', '140'],
	['switchLowMm', 'presa_piu_bassa_cm', '40'],
	['switchHighMm', 'interruttore_piu_alto_cm', '110'],
	['bedsideSockets', 'prese_vicino_letto', '4'],
	['contrastingEdges', 'bordi_in_contrasto', 'no'],
	['lightLux', 'luce_lux', '220'],
	['visibleDoorbell', 'campanello_luminoso', 'no'],
	['noiseDb', 'rumore_notte_db', '32'],
	['separateRoom', 'stanza_appartata', 'sì']
];

function readerOf(name: Feature): ReadCell {
	const kind = featureKind[name];
	if (kind === 'yes-no') return yesOrNo;
	if (kind === 'distance') return metres(100_000);
	if (kind === 'count') return whole(0, name === 'lightLux' ? 100_000 : 200);
	return lengthInCm(2000, /threshold/i.test(name) ? 0 : 1);
}

export const measureColumns = (about: 'building' | 'dwelling', titles: Titles<Feature>): Column[] =>
	titles.map(([field, name, example]) => {
		const reader = readerOf(field);
		return { name, field, about, example: [example, about === 'building' ? example : ''], reader: () => reader };
	});
