import type { RoundApplication } from '../round';
import type { Assignment, Certificate, Explanation, Move, Vacancy } from '../round-result';
import type { Housing } from './housing';
import { compare, compareUtf8, isSetAsideFor, type PreparedRound } from './orders';
import { lastHolder } from './proposals';

/**
 * The text of the result's file.
 * @param input SHA-256 of the bytes of the round's file, lower-case hexadecimal
 * @param options `explain` adds why each household did not get a dwelling it prefers; `moves` are those of the last departure
 */
export function resultText(
	prepared: PreparedRound,
	housing: Housing,
	input: string,
	options: { explain?: boolean; moves?: readonly Move[] }
): string {
	const wishes = unmetWishes(prepared, housing).map((wish) => lookAt(prepared, housing, wish));
	const result = {
		format: 'round-result/1',
		notice: prepared.round.notice,
		engine: 'chiavi-round/1',
		input,
		assignments: assignments(prepared, housing),
		unassigned: unassigned(prepared, housing),
		vacant: vacant(prepared, housing),
		certificate: certify(prepared, wishes),
		...(options.moves && { left: housing.left, moves: options.moves }),
		...(options.explain && { explanations: wishes.map((wish) => explain(prepared, wish)) })
	};
	return `${JSON.stringify(result)}\n`;
}

function assignments(prepared: PreparedRound, housing: Housing): Assignment[] {
	return housing
		.housed()
		.sort(compareUtf8)
		.map((application) => {
			const dwelling = housing.homeOf(application)!;
			const place = prepared.orders.get(dwelling)!.get(application) ?? null;
			return { application, dwelling, place, through: throughOf(prepared, housing, application, dwelling) };
		});
}

/** By which way a household holds its dwelling. */
function throughOf(prepared: PreparedRound, housing: Housing, household: string, dwelling: string) {
	const application = prepared.applications.get(household)!;
	const home = prepared.dwellings.get(dwelling)!;
	if (application.frozen !== undefined) return 'frozen';
	if (!home.order && isSetAsideFor(home, application)) return 'setAside';
	return housing.guaranteed.has(household) ? 'guarantee' : 'open';
}

function unassigned({ round }: PreparedRound, housing: Housing): string[] {
	const left = new Set(housing.left);
	return round.applications
		.filter(({ id, withdrawn }) => !withdrawn && !left.has(id) && housing.homeOf(id) === undefined)
		.map(({ id }) => id)
		.sort(compareUtf8);
}

function vacant({ round }: PreparedRound, housing: Housing): Vacancy[] {
	return round.dwellings
		.map(({ id, capacity = 1 }) => ({ dwelling: id, free: capacity - housing.holdersOf(id).size }))
		.filter(({ free }) => free > 0)
		.sort((a, b) => compareUtf8(a.dwelling, b.dwelling));
}

interface Wish {
	readonly application: RoundApplication;
	/** Its id. */
	readonly dwelling: string;
}

/** The dwellings that each household prefers to what it got. A household that signed, withdrew or left has no wish. */
function unmetWishes({ round }: PreparedRound, housing: Housing): Wish[] {
	const left = new Set(housing.left);
	return round.applications
		.filter(({ id, withdrawn, frozen }) => !withdrawn && frozen === undefined && !left.has(id))
		.sort((a, b) => compareUtf8(a.id, b.id))
		.flatMap((application) => {
			const home = housing.homeOf(application.id);
			const preferred =
				home === undefined ? application.choices : application.choices.slice(0, application.choices.indexOf(home));
			return preferred.map((dwelling) => ({ application, dwelling }));
		});
}

/** A wish beside what became of the dwelling. */
interface SeenWish extends Wish {
	/** The household's place in the dwelling's order; null when it is not in it. */
	readonly place: number | null;
	/** The last-placed household that holds the dwelling and has not signed, and its place. */
	readonly holder: string | undefined;
	readonly holderPlace: number | null;
	/** Whether a place of the dwelling is free. */
	readonly free: boolean;
}

function lookAt(prepared: PreparedRound, housing: Housing, wish: Wish): SeenWish {
	const order = prepared.orders.get(wish.dwelling)!;
	const { capacity = 1 } = prepared.dwellings.get(wish.dwelling)!;
	const holder = lastHolder(prepared, housing, wish.dwelling);
	return {
		...wish,
		place: order.get(wish.application.id) ?? null,
		holder,
		holderPlace: holder === undefined ? null : order.get(holder)!,
		free: housing.holdersOf(wish.dwelling).size < capacity
	};
}

/** A household stands behind the one whose wish this is, and holds the dwelling. */
function isEnvied({ place, holderPlace }: SeenWish): boolean {
	return place !== null && holderPlace !== null && holderPlace > place;
}

/** The household may have the dwelling, a place is free, and it did not get it. */
function isWasted({ place, free }: SeenWish): boolean {
	return place !== null && free;
}

/** Counts what a fair result does not have. With quotas by count both happen where a quota says so, and are not counted. */
function certify({ round }: PreparedRound, wishes: readonly SeenWish[]): Certificate {
	const quotas = (round.quotas ?? []).length > 0;
	return {
		blockingPairs: quotas ? 0 : wishes.filter(isEnvied).length,
		wasted: quotas ? 0 : wishes.filter(isWasted).length,
		checked: wishes.length
	};
}

/** Why the household did not get the dwelling: the rule that decided, and never anything about the holder. */
function explain(prepared: PreparedRound, wish: SeenWish): Explanation {
	const { application, dwelling, place, holderPlace } = wish;
	return { application: application.id, dwelling, place, holderPlace, because: becauseOf(prepared, wish) };
}

function becauseOf(prepared: PreparedRound, wish: SeenWish): Explanation['because'] {
	const { applications, dwellings, tickets, round } = prepared;
	if (wish.place === null) return 'unacceptable';
	if (round.quotas?.length && (isWasted(wish) || isEnvied(wish))) return 'quota';
	if (wish.holder === undefined) return 'frozen';
	return compare(dwellings.get(wish.dwelling)!, applications.get(wish.holder)!, wish.application, tickets).because;
}
