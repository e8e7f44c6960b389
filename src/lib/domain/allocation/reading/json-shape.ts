import { ByteTable } from './byte-table';

/** The members that an object may have, each with the reader of its value, and those that it must have. At most 31. */
export class JsonShape {
	readonly members: readonly string[];
	readonly readers: readonly (() => void)[];
	readonly names: ByteTable;

	constructor(
		readers: Readonly<Record<string, () => void>>,
		private readonly required: readonly string[]
	) {
		this.members = Object.keys(readers);
		this.readers = Object.values(readers);
		this.names = ByteTable.of(this.members);
	}

	/** @param seen one bit for each member that was present */
	firstMissing(seen: number): string | undefined {
		return this.required.find((name) => (seen & (1 << this.members.indexOf(name))) === 0);
	}
}
