import type { Difference } from './round-summary';

/** How a home became free: its household left the ranking, or refused that home and waits for others. */
export interface Vacancy {
	readonly application: string;
	readonly dwelling: string;
	readonly how: 'left' | 'refused';
}

/**
 * A vacancy and the households that move because of it, in order. The first takes the home that became free, the next
 * takes the home of the first.
 */
export interface VacancyChain {
	readonly vacancy: Vacancy;
	readonly moves: readonly Difference[];
}

export interface Chains {
	readonly chains: readonly VacancyChain[];
	/** Moves that no vacancy started: into homes that were free, and exchanges that a signature made possible. */
	readonly others: readonly Difference[];
}

/**
 * The differences between two versions as chains, which staff read before applying them.
 * @param vacancies in the order in which they happened
 */
export function vacancyChains(changed: readonly Difference[], vacancies: readonly Vacancy[]): Chains {
	const takers = new Map<string, Difference[]>();
	for (const move of changed) {
		if (move.to !== null) takers.set(move.to, [...(takers.get(move.to) ?? []), move]);
	}
	const began = new Set(vacancies.map(({ application }) => application));
	const told = new Set<Difference>();
	const chains = vacancies.map((vacancy): VacancyChain => {
		const moves: Difference[] = [];
		for (let free: string | null = vacancy.dwelling; free !== null;) {
			const taker: Difference | undefined = takers.get(free)?.shift();
			if (!taker) break;
			moves.push(taker);
			told.add(taker);
			// A home that a refusing household gives up starts a chain of its own.
			free = began.has(taker.application) ? null : taker.from;
		}
		return { vacancy, moves };
	});
	return { chains, others: changed.filter((move) => move.to !== null && !told.has(move)) };
}
