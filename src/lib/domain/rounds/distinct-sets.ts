/** Sets of names, each held once: 15,000 households have few different ones. */
export class DistinctSets<Name extends string = string> {
	private readonly places = new Map<string, number>();
	private readonly sets: (readonly Name[])[] = [];

	/** The position of this set. The same names in the same order are the same set. */
	placeOf(names: readonly Name[]): number {
		// Names are words of the rule set and contain no line feed.
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
