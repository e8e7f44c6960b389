/** The texts of one element, by the keys of its shape, and the things below it. Nothing is judged yet. */
export class Raw<Key extends string = string> {
	private readonly texts: { [K in Key]?: string | null } = {};
	private lists: { [K in Key]?: string[] } | null = null;
	private things: Record<string, Raw[]> | null = null;

	/** @param line on which the element begins */
	constructor(readonly line: number) {}

	/** The first text; null where it is empty or not there. */
	text(key: Key): string | null {
		return this.texts[key] ?? null;
	}

	/** Whether the element was there, empty or not. */
	has(key: Key): boolean {
		return this.texts[key] !== undefined;
	}

	/** Every text of a key, the empty ones left out. */
	all(key: Key): readonly string[] {
		return this.lists?.[key] ?? [];
	}

	records<Of extends string>(path: string): readonly Raw<Of>[] {
		return (this.things?.[path] ?? []) as readonly Raw<Of>[];
	}

	set(key: Key, text: string | null): void {
		if (!this.has(key)) this.texts[key] = text;
	}

	push(key: Key, text: string | null): void {
		this.lists ??= {};
		if (text !== null) (this.lists[key] ??= []).push(text);
	}

	pushRecord(path: string, raw: Raw): void {
		this.things ??= {};
		(this.things[path] ??= []).push(raw);
	}
}
