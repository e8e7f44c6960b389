/** A version of a request. `replaces`: the earlier one whose place it took. */
type Version = { readonly id: string; readonly replaces: string | null };

/** The versions of the request of which `id` is one, the newest first. */
export function versionsOf<Row extends Version>(all: readonly Row[], id: string): Row[] {
	const byId = new Map(all.map((one) => [one.id, one]));
	const laterThan = new Map(all.map((one) => [one.replaces, one]));
	let newest = byId.get(id);
	while (newest && laterThan.has(newest.id)) newest = laterThan.get(newest.id);
	const versions: Row[] = [];
	for (let one = newest; one; one = one.replaces === null ? undefined : byId.get(one.replaces)) versions.push(one);
	return versions;
}

/** Each request in its last version, in the order given. */
export function lastVersions<Row extends Version>(all: readonly Row[]): Row[] {
	const replaced = new Set(all.map(({ replaces }) => replaces));
	return all.filter(({ id }) => !replaced.has(id));
}
