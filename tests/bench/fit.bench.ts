import { fitFor } from '../../src/lib/domain/accessibility/fit';
import { fitTable } from '../../src/lib/domain/accessibility/fit-classes';
import { nothingMeasured, type Measures } from '../../src/lib/domain/accessibility/measures';
import { needMask, needNames, needsOf, type Needs } from '../../src/lib/domain/accessibility/needs';
import { surveyList } from '../../src/lib/domain/accessibility/survey-list';
import { seededRandom } from './seeded-random';

/**
 * How 25,000 households fit 1,500 dwellings, by classes and pair by pair on a sample, and which dwellings to measure,
 * in one run. Every dwelling has different measures, the worst case for classes. Numbers are printed and never
 * asserted.
 */
const HOUSEHOLDS = 25_000;
const DWELLINGS = 1_500;
const SAMPLE = 20_000;
const ROUNDS = 15;

const random = seededRandom(236);
const cm = (low: number, high: number) => 10 * (low + Math.floor(random() * (high - low + 1)));
const known = <Value>(chance: number, value: Value) => (random() < chance ? value : null);

function aDwelling(): Measures {
	return {
		...nothingMeasured,
		floor: Math.floor(random() * 6),
		rooms: 1 + Math.floor(random() * 4),
		builtYear: 1930 + Math.floor(random() * 80),
		lift: random() < 0.7,
		stepFreeEntrance: random() < 0.5,
		entranceDoorMm: cm(75, 100),
		liftDoorMm: cm(65, 90),
		liftCabinWidthMm: cm(70, 110),
		liftCabinDepthMm: cm(90, 140),
		liftLandingMm: known(0.8, cm(120, 160)),
		stopDistanceMm: 1000 * cm(5, 90),
		pharmacyDistanceMm: known(0.8, 1000 * cm(5, 90)),
		flatDoorMm: known(0.9, cm(75, 90)),
		innerDoorMm: cm(65, 90),
		bathDoorMm: known(0.7, cm(60, 90)),
		thresholdMm: known(0.8, cm(0, 5)),
		corridorMm: cm(85, 130),
		turningMm: known(0.9, cm(110, 170)),
		wcSideMm: cm(40, 120),
		wcFrontMm: cm(60, 110),
		showerFloorLevel: random() < 0.3,
		noiseDb: known(0.5, 25 + Math.floor(random() * 20)),
		contrastingEdges: known(0.5, random() < 0.4),
		visibleDoorbell: known(0.5, random() < 0.2)
	};
}

/** Half need nothing; the others one to five things. */
const aHousehold = (): Needs =>
	random() < 0.5
		? needsOf([])
		: needsOf(Array.from({ length: 1 + Math.floor(random() * 5) }, () => needNames[Math.floor(random() * 16)]!));

const households = Array.from({ length: HOUSEHOLDS }, aHousehold);
const dwellings = Array.from({ length: DWELLINGS }, aDwelling);

function median(times: number[]): number {
	return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
/** Processor time in ms, so that other work on the machine does not count. */
function timed(work: () => void): number {
	const start = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

let table = fitTable(households, dwellings);
const byClasses = median(Array.from({ length: ROUNDS }, () => timed(() => (table = fitTable(households, dwellings)))));

const pairs = Array.from({ length: SAMPLE }, () => ({
	household: Math.floor(random() * HOUSEHOLDS),
	dwelling: Math.floor(random() * DWELLINGS)
}));
let different = 0;
const plainSample = median(
	Array.from({ length: 3 }, () =>
		timed(() => {
			different = 0;
			for (const { household, dwelling } of pairs)
				if (fitFor(households[household]!, dwellings[dwelling]!).verdict !== table.verdict(household, dwelling))
					different += 1;
		})
	)
);
const plain = (plainSample / SAMPLE) * HOUSEHOLDS * DWELLINGS;

console.log(`${HOUSEHOLDS} households x ${DWELLINGS} dwellings`);
console.log(`classes: ${table.needClasses} of needs, ${table.homeClasses} of dwellings`);
console.log(`by classes: ${byClasses.toFixed(1)} ms of processor time (median of ${ROUNDS})`);
console.log(`pair by pair: ${(plain / 1000).toFixed(1)} s, worked out from ${SAMPLE} pairs`);
console.log(`ratio: ${Math.round(plain / byClasses)}; pairs that differ: ${different}`);

const waiting = households.map((needs, at) => ({ mask: needMask(needs), size: at % 12 }));
const toMeasure = dwellings.map((measures, at) => ({
	id: String(at),
	measures,
	sizes: new Set([at % 12, (at + 1) % 12, (at + 5) % 12])
}));
let rows = surveyList(toMeasure, waiting);
const listed = median(Array.from({ length: 5 }, () => timed(() => (rows = surveyList(toMeasure, waiting)))));
console.log(
	`which to measure: ${rows.length} dwellings in order, ${listed.toFixed(1)} ms of processor time (median of 5)`
);
