/** Sets of names, each held once: of 15,000 households few differ. */
export class DistinctSets<Name extends string = string> {
	private readonly places = new Map<string, number>();
	private readonly sets: (readonly Name[])[] = [];

	/** Where this set is; the same names in the same order are the same set. */
	placeOf(names: readonly Name[]): number {
		// Names hold no line feed, being words of the rule set.
		const called = names.join('\n');
		let place = this.places.get(called);
		if (place === undefined) {
			place = this.sets.push(names) - 1;
			this.places.set(called, place);
		}
		return place;
	}

	read(): readonly (readonly Name[])[] {
		return this.sets;
	}
}
