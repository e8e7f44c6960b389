import type { Round } from '../round';

/** Which household holds which dwelling, and what has happened to the households so far. */
export class Housing {
	/** Households that a guarantee housed (see choose-in-turn.ts). */
	readonly guaranteed = new Set<string>();
	/** Households that left after the round, in order. */
	readonly left: string[] = [];
	/** Per household: the dwelling it holds. */
	private readonly homes = new Map<string, string>();
	/** Per dwelling: the households that hold it. */
	private readonly households = new Map<string, Set<string>>();

	/**
	 * A household that signed before the round (`frozen`) holds its dwelling and keeps it, whatever the orders say. Law: not
	 * found in the sources at hand; a signed contract is not undone by a round.
	 */
	constructor(round: Round) {
		for (const { id } of round.dwellings) this.households.set(id, new Set());
		for (const { id, frozen } of round.applications) if (frozen !== undefined) this.house(id, frozen);
	}

	/** The dwelling a household holds. */
	homeOf(household: string): string | undefined {
		return this.homes.get(household);
	}

	/** The households that hold a dwelling: one, or as many as a lot of identical dwellings has places. */
	holdersOf(dwelling: string): ReadonlySet<string> {
		return this.households.get(dwelling)!;
	}

	/** All the households that hold a dwelling. */
	housed(): string[] {
		return [...this.homes.keys()];
	}

	/** Gives a dwelling to a household, which gives up the one it held. */
	house(household: string, dwelling: string): void {
		this.unhouse(household);
		this.homes.set(household, dwelling);
		this.households.get(dwelling)!.add(household);
	}

	unhouse(household: string): void {
		const home = this.homes.get(household);
		if (home === undefined) return;
		this.homes.delete(household);
		this.households.get(home)!.delete(household);
	}
}
