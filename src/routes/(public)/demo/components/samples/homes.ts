import { unsurveyedBuilding, unsurveyedDwelling } from '$lib/domain/accessibility/features';
import type { Measures } from '$lib/domain/accessibility/measures';
import type { Route } from '$lib/domain/accessibility/route';
import type { Provenance } from '$lib/domain/accessibility/survey';
import type { Building, Dwelling } from '$lib/domain/dwelling/dwelling';
import { arabic, longCode, longSentence, longWord } from './texts';

/** The way into the sample building: two pieces without a step, then a door. */
export const route: Route = [
	{ kind: 'path', widthMm: 1_500, slope: 20, steps: null, heightMm: null, handrail: null },
	{ kind: 'ramp', widthMm: 1_200, slope: 60, steps: null, heightMm: null, handrail: true },
	{ kind: 'door', widthMm: 900, slope: null, steps: null, heightMm: 20, handrail: null }
];
export const steepRoute: Route = [
	...route,
	{ kind: 'steps', widthMm: 1_100, slope: null, steps: 14, heightMm: 170, handrail: true },
	{ kind: 'lift', widthMm: null, slope: null, steps: null, heightMm: null, handrail: null }
];

const building: Building = {
	...unsurveyedBuilding,
	...{ id: 'sample-building', code: 'ED-12', street: 'via Rogoredo', streetNumber: '70', municipality: 'Milano' },
	...{ district: 'Rogoredo', rentZone: 13, floors: 6, builtYear: 1968, synthetic: true },
	...{ lift: true, stepFreeEntrance: true, entranceDoorMm: 900, liftDoorMm: 800, liftCabinWidthMm: 950 },
	...{ liftCabinDepthMm: 1_300, liftLandingMm: 1_500, stopDistanceMm: 250_000, route },
	measuredOn: '2026-03-03',
	measuredBy: 'R. Riva'
};

/** A flat whose measures suit a wheelchair, but for the door of the bathroom. */
export const home: Dwelling = {
	...unsurveyedDwelling,
	...{ id: 'sample-home', code: 'AL-0412', building, synthetic: true, erp: false, unit: 'scala B, interno 7' },
	owner: { id: 'city', name: 'Comune di Milano' },
	operation: { id: 'agenzia', name: 'Agenzia sociale per la locazione' },
	...{ floor: 2, rooms: 3, netAreaDm2: 6_850, cadastralAreaDm2: 7_400, rentCents: 412_00, energyClass: 'D' },
	...{ flatDoorMm: 900, innerDoorMm: 800, bathDoorMm: 680, thresholdMm: 15, corridorMm: 1_100, turningMm: 1_500 },
	...{ wcSideMm: 1_000, wcFrontMm: 900, showerFloorLevel: true, switchLowMm: 450, switchHighMm: 1_100 },
	measuredOn: '2026-03-03',
	measuredBy: 'R. Riva'
};

export const unknownHome: Dwelling = {
	...home,
	...unsurveyedDwelling,
	building: {
		...building,
		...unsurveyedBuilding,
		...{ street: null, streetNumber: null, rentZone: null, floors: null, builtYear: null },
		...{ measuredOn: null, measuredBy: null }
	},
	...{ code: 'AL-0001', operation: null, floor: null, rooms: null, netAreaDm2: null, cadastralAreaDm2: null },
	...{ rentCents: null, energyClass: null, measuredOn: null, measuredBy: null, unit: null }
};

export const longHome: Dwelling = {
	...home,
	code: longCode,
	unit: longSentence,
	owner: { id: 'long', name: longWord },
	operation: { id: 'long', name: longSentence },
	measuredBy: longWord,
	building: { ...building, street: `via ${longWord}`, municipality: longWord, route: steepRoute, measuredBy: longWord }
};

export const arabicHome: Dwelling = {
	...home,
	owner: { id: 'arabic', name: arabic.name },
	building: { ...building, street: arabic.street, municipality: arabic.city }
};

export const provenance: Readonly<Record<string, Provenance>> = {
	wcSideMm: { how: 'declared', on: null, surveyor: 'G. Bianchi' },
	innerDoorMm: { how: 'measured', on: '2026-05-11', surveyor: longWord }
};

export const measuresOf = ({ building: { lift, ...more }, ...dwelling }: Dwelling): Measures => ({
	...more,
	...dwelling,
	lift
});

const states = ['keys_delivered', 'offered', 'restored', 'in_works', 'identified', 'withdrawn'] as const;
const row = (dwelling: Dwelling, state: (typeof states)[number]) => ({ ...dwelling, state, href: '#' });

export const rows = states.map((state, index) => row({ ...home, code: `AL-${index + 1}` }, state));
export const longRows = [row(longHome, 'in_works'), row(unknownHome, 'identified')];
export const arabicRows = [row(arabicHome, 'offered'), row({ ...arabicHome, code: 'AL-2' }, 'keys_delivered')];
export const manyRows = Array.from({ length: 40 }, (_, index) =>
	row({ ...home, code: `AL-${1_000 + index}` }, states[index % states.length]!)
);
