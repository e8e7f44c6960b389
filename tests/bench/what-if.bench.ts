import { buildMarket } from '../../src/lib/domain/allocation/build-market';
import { computeMarket } from '../../src/lib/domain/allocation/compute-round';
import { asRound } from '../../src/lib/domain/allocation/public-projection';
import { rankRequest, type SentRequest } from '../../src/lib/domain/rounds/rank-request';
import { RequestCollector } from '../../src/lib/domain/rounds/request-columns';
import { rowsOfRequests } from '../../src/lib/domain/rounds/rows-of-requests';
import { agency2026 } from '../../src/lib/domain/ruleset/sets/agency-2026';
import { imagineRound } from '../../src/lib/domain/what-if/imagine-round';
import { scalePoints } from '../../src/lib/domain/what-if/scale-points';
import { aHouseholdOf, healthFacts } from '../support/builders/household';
import { seededRandom } from './seeded-random';

/**
 * How long staff wait for one changed rule and 1,000 simulated rounds, at the size of the notice of 2020. The ratio is
 * to one round with tickets given, in the same run. Numbers are printed and never asserted.
 */
const HOUSEHOLDS = 14_901;
const DWELLINGS = 560;
const CHOICES = 5;
const SIMULATED = 1_000;

const random = seededRandom(560);
/** Most wishes are for few homes. */
const skewed = () => `u${String(Math.floor(random() ** 2 * DWELLINGS)).padStart(3, '0')}`;

const requests = Array.from({ length: HOUSEHOLDS }, (_, n): SentRequest => {
	const choices = new Set<string>();
	while (choices.size < CHOICES) choices.add(skewed());
	return {
		pseudonym: `S-${String(n).padStart(5, '0')}`,
		household: aHouseholdOf((n % 5) + 1, {
			iseeCents: (n * 997) % 1_600_000,
			home: {
				kind: n % 9 === 0 ? 'improper' : 'rented',
				netAreaDm2: 3_000 + (n % 50) * 100,
				eviction: n % 7 === 0 ? 'enforceable' : 'none',
				unhealthy: n % 11 === 0
			}
		}),
		health: n % 60 === 0 ? healthFacts('wheelchairIndoors') : healthFacts(),
		choices: [...choices],
		submittedAt: '2026-10-01T10:00:00.000Z',
		ended: false
	};
});
const dwellings = Array.from({ length: DWELLINGS }, (_, n) => ({
	id: `u${String(n).padStart(3, '0')}`,
	list: n % 3 === 0 ? 'aler' : 'comune',
	setAside: n % 5 === 0 ? ['indigent'] : n % 40 === 1 ? ['wheelchair', 'reduced-mobility'] : [],
	exclusive: false
}));

async function timed<Value>(work: () => Value | Promise<Value>): Promise<{ value: Value; ms: number }> {
	const started = performance.now();
	const value = await work();
	return { value, ms: performance.now() - started };
}

const rank = (rules = agency2026) => requests.map((request) => rankRequest(request, rules));
const asked = new RequestCollector(dwellings);
for (const one of rank()) asked.add(one);
const round = asRound(
	rowsOfRequests({ notice: 'n', beacon: 'c0ffee', dwellings, requests: asked.columns(), quotas: [] })
);
const market = buildMarket(round);
for (let warm = 0; warm < 20; warm++) computeMarket(market);
const once = (await timed(() => Array.from({ length: 50 }, () => computeMarket(market)))).ms / 50;

const changed = scalePoints(agency2026, 'eviction', 150);
const scored = await timed(() => rank(changed));
const rescored = new Map(scored.value.map(({ pseudonym, keys }) => [pseudonym, keys]));
const about = {
	round,
	change: { kind: 'points' as const, criterion: 'eviction' as const, percent: 150 },
	dwellings: dwellings.map(({ id }, n) => ({ id, sizeClass: n % 4, zone: `zone-${n % 9}`, areaDm2: 5_000 })),
	sizes: new Map(requests.map(({ pseudonym, household }) => [pseudonym, household.members.length])),
	rescored
};
const imagine = (rounds: number) =>
	timed(() => imagineRound({ ...about, simulation: { rounds, dropOutPercent: 10, seed: 1 } }, async () => {}));

const compared = await imagine(1);
const whole = await imagine(SIMULATED);
const times = (ms: number) => `${ms.toFixed(1)} ms, ${(ms / once).toFixed(1)} times one round`;
console.log(`${HOUSEHOLDS} households, ${DWELLINGS} dwellings, ${CHOICES} choices`);
console.log(`one round, tickets given: ${once.toFixed(2)} ms`);
console.log(`every household scored again under the changed rule: ${times(scored.ms)}`);
console.log(`the changed round compared with the real one, one simulated round included: ${times(compared.ms)}`);
console.log(`the same with ${SIMULATED} simulated rounds: ${times(whole.ms)}`);
console.log(
	`gain ${whole.value.moves.winners}, lose ${whole.value.moves.losers}, bands ${whole.value.bands.join(' ')}`
);
