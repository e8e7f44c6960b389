/** The values of a form's fields as texts. A field that holds nothing is not there. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/** One field that two people, or one person in two tabs, changed in different ways. */
export type Clash = {
	/** When the form was opened. */
	readonly opened: readonly string[];
	/** Saved by now. */
	readonly saved: readonly string[];
	/** Sent with the form. */
	readonly yours: readonly string[];
};

/** What a form that was opened before another save has to show. */
export type TwoVersions = {
	/** The saved values by now: the next post is compared with them. */
	readonly saved: Fields;
	/** Fields to choose for, by name. */
	readonly clashes: Readonly<Record<string, Clash>>;
	/** Fields that only the other save changed: its value stays. */
	readonly theirs: Readonly<Record<string, Clash>>;
};

/** The texts of a record of values; empty texts, `null` and `undefined` count as nothing. */
export function fieldsOfValues(values: Readonly<Record<string, unknown>>): Fields {
	const fields: Record<string, string[]> = {};
	for (const [name, value] of Object.entries(values)) {
		const texts = [value].flat().flatMap((one) => (one === null || one === undefined ? [] : [plain(String(one))]));
		const told = texts.filter((text) => text !== '');
		if (told.length > 0) fields[name] = told;
	}
	return fields;
}

const plain = (text: string) => text.normalize('NFC').replaceAll('\r\n', '\n').trim();

/**
 * Compares what is sent with what was shown and with what is saved by now. Undefined when nobody saved another value
 * meanwhile, or when the same values were saved, as by a double click.
 */
export function compareVersions(opened: Fields, saved: Fields, yours: Fields): TwoVersions | undefined {
	const names = new Set([...Object.keys(opened), ...Object.keys(saved)]);
	const clashes: Record<string, Clash> = {};
	const theirs: Record<string, Clash> = {};
	for (const name of names) {
		const three = { opened: opened[name] ?? [], saved: saved[name] ?? [], yours: yours[name] ?? [] };
		if (isSame(three.opened, three.saved) || isSame(three.saved, three.yours)) continue;
		if (isSame(three.opened, three.yours)) theirs[name] = three;
		else clashes[name] = three;
	}
	const isStale = Object.keys(clashes).length + Object.keys(theirs).length > 0;
	return isStale ? { saved, clashes, theirs } : undefined;
}

const isSame = (one: readonly string[], other: readonly string[]) =>
	one.length === other.length && one.every((text) => other.includes(text));
