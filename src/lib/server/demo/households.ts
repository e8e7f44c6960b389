import type { Day } from '$lib/domain/calendar/instant';
import { hasPermit, type Citizenship } from '$lib/domain/household/choices';
import type { Member } from '$lib/domain/household/fact-parts';
import type { Household } from '$lib/domain/household/household';
import type { LoadDay } from './day';
import { aHome } from './current-homes';
import type { Random } from './random';

const sizes = [
	[1, 31],
	[2, 22],
	[3, 18],
	[4, 17],
	[5, 8],
	[6, 3],
	[7, 1]
] as const;

const citizenships: readonly (readonly [Citizenship, number])[] = [
	['italian', 52],
	['eu', 7],
	['eu-long-term-permit', 25],
	['two-year-permit-and-work', 12],
	['international-protection', 4]
];

/** An invented household that meets the requirements; `iseeMaxCents` is the limit of its notice. It has no name. */
export function aSyntheticHousehold(random: Random, load: LoadDay, iseeMaxCents: number): Household {
	const members = family(random, load, random.weighted(sizes));
	const citizenship = random.weighted(citizenships);
	const { regionSince, municipalitySince } = residence(random, load, members[0]!.birthDate, citizenship);
	return {
		members,
		citizenship,
		...(hasPermit(citizenship) && { permitValidTo: permitEnd(load, members[0]!.birthDate) }),
		iseeCents: isee(random, iseeMaxCents),
		assetsCents: random.chance(0.7) ? random.integer(0, 300) * 1_000 : random.integer(0, 1_500) * 1_000,
		regionSince,
		municipalitySince,
		worksInLombardy: regionSince === null || random.chance(0.55),
		home: aHome(random, members.length),
		ownsAdequateHome: false,
		earlier: { lostPublicDwelling: false, unpaidArrears: false, squatted: false }
	};
}

function family(random: Random, load: LoadDay, size: number): Member[] {
	const age =
		size > 2
			? random.integer(24, 58)
			: random.weighted([[random.integer(22, 64), 65] as const, [random.integer(65, 88), 35] as const]);
	const members: Member[] = [{ id: 'm1', relation: 'applicant', birthDate: born(random, load, age) }];
	const couple = size > 1 && random.chance(size === 2 ? 0.55 : 0.72);
	if (couple) {
		const relation = random.chance(0.75) ? 'spouse' : 'partner';
		members.push({ id: 'm2', relation, birthDate: born(random, load, Math.max(20, age + random.integer(-8, 6))) });
	}
	while (members.length < size) {
		const parent = members.length === size - 1 && size > 2 && age < 50 && random.chance(0.08);
		const years = parent ? age + random.integer(20, 32) : random.integer(0, Math.min(26, age - 18));
		const birthDate = born(random, load, years);
		members.push({ id: `m${members.length + 1}`, relation: parent ? 'parent' : 'child', birthDate });
	}
	return members;
}

/** A birth date of someone who is `years` old on the day of the load. */
function born(random: Random, { day }: LoadDay, years: number): Day {
	return day(-Math.floor(years * 365.25) - random.integer(5, 355));
}

/** One in four is very poor (docs/domain-rules.md: up to 3,000 euro); the rest spread up to the limit. In cents. */
function isee(random: Random, maxCents: number): number {
	if (random.chance(0.25)) return random.integer(0, 300_000);
	const spread = Math.max(random.integer(300_001, maxCents), random.integer(300_001, maxCents));
	return random.chance(0.5) ? spread : random.integer(300_001, maxCents);
}

/** Most live in Milan, many since birth; households from abroad came later. */
function residence(random: Random, { day }: LoadDay, birth: Day, citizenship: Citizenship) {
	const sinceBirth = citizenship === 'italian' && random.chance(0.35);
	const regionDays = random.integer(200, citizenship === 'italian' ? 14_000 : 8_500);
	const regionSince = sinceBirth ? birth : later(day(-regionDays), birth);
	if (!random.chance(0.9)) return { regionSince, municipalitySince: null };
	const movedWithin = !sinceBirth && random.chance(0.4);
	return {
		regionSince,
		municipalitySince: movedWithin ? later(day(-random.integer(60, regionDays)), birth) : regionSince
	};
}

/** Permits end from six months to four years after the load; the day of birth spreads them. */
const permitEnd = ({ day }: LoadDay, birth: Day): Day => day(180 + 40 * Number(birth.slice(-2)));

const later = (a: Day, b: Day) => (a > b ? a : b);
