import { Column, RowsColumn } from '../allocation/column';
import { DistinctSets } from './distinct-sets';

/** A dwelling of the notice. */
export interface OfferedDwelling {
	readonly id: string;
	/** Owner and municipality. */
	readonly list: string;
	readonly setAside: readonly string[];
	readonly exclusive: boolean;
}

/** A household's request, ready to be compared. */
export interface RankedApplication {
	readonly pseudonym: string;
	/** Dwelling ids, most wanted first. */
	readonly choices: readonly string[];
	readonly categories: readonly string[];
	/** Points in hundredths, then each tie-breaker. */
	readonly keys: readonly number[];
	/** It withdrew or was excluded: it stays in the file and takes no part. */
	readonly withdrawn: boolean;
}

/**
 * Ranked requests in columns. 15,000 requests take two megabytes and are copied to a thread at once; as objects they
 * take thirty and are copied one by one. Request r has the choices from `choiceStart[r]` to `choiceStart[r + 1]`, as
 * positions among the dwellings, and the keys from `keyStart[r]` to `keyStart[r + 1]`.
 */
export interface RequestColumns {
	readonly pseudonyms: readonly string[];
	readonly choiceStart: Int32Array;
	readonly choices: Int32Array;
	readonly keyStart: Int32Array;
	readonly keys: Float64Array;
	/** Per request: a position in `categorySets`. Few different sets occur. */
	readonly categories: Int32Array;
	readonly categorySets: readonly (readonly string[])[];
	readonly withdrawn: Uint8Array;
}

/** Collects requests one by one into columns. Leaves out a choice that is no longer in the notice. */
export class RequestCollector {
	private readonly places: ReadonlyMap<string, number>;
	private readonly pseudonyms: string[] = [];
	private readonly choices = new RowsColumn();
	private readonly keyStart = Column.integers();
	private readonly keys = Column.numbers();
	private readonly categories = Column.integers();
	private readonly sets = new DistinctSets();
	private readonly withdrawn = Column.flags();

	constructor(dwellings: readonly OfferedDwelling[]) {
		this.places = new Map(dwellings.map(({ id }, place) => [id, place]));
		this.keyStart.push(0);
	}

	add(request: RankedApplication): void {
		for (const choice of request.choices) {
			const place = this.places.get(choice);
			if (place !== undefined) this.choices.push(place);
		}
		this.end(request);
	}

	/** The same, with its choices given as positions. */
	addPlaces(choices: readonly number[], request: Omit<RankedApplication, 'choices'>): void {
		for (const place of choices) this.choices.push(place);
		this.end(request);
	}

	private end({ pseudonym, categories, keys, withdrawn }: Omit<RankedApplication, 'choices'>): void {
		this.pseudonyms.push(pseudonym);
		this.choices.end();
		for (const key of keys) this.keys.push(key);
		this.keyStart.push(this.keys.length);
		this.categories.push(this.sets.placeOf(categories));
		this.withdrawn.push(withdrawn ? 1 : 0);
	}

	/** Copies the columns, so that no unused memory is sent to a thread. */
	columns(): RequestColumns {
		const { start, values } = this.choices.read();
		return {
			pseudonyms: this.pseudonyms,
			choiceStart: start.slice(),
			choices: values.slice(),
			keyStart: this.keyStart.read().slice(),
			keys: this.keys.read().slice(),
			categories: this.categories.read().slice(),
			categorySets: this.sets.read(),
			withdrawn: this.withdrawn.read().slice()
		};
	}
}
