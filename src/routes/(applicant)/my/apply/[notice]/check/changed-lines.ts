type Line = { label: string; value: string };

/** A line that two versions say differently. `was` is null for one that was not there, `now` for one that was taken out. */
export type ChangedLine = { label: string; was: string | null; now: string | null };

/**
 * The lines that differ between two versions of one page. What both say is set aside first; of the rest, those with the
 * same label belong together in their order, because several people have the same label.
 */
export function changedLines(before: readonly Line[], after: readonly Line[]): ChangedLine[] {
	const gone = [...before];
	const rest = after.filter(
		(line) => take(gone, (one) => one.label === line.label && one.value === line.value) === null
	);
	const changed = rest.map(({ label, value }): ChangedLine => {
		const earlier = take(gone, (one) => one.label === label);
		return { label, was: earlier?.value ?? null, now: value };
	});
	return [...changed, ...gone.map(({ label, value }) => ({ label, was: value, now: null }))];
}

/** Takes the first line that fits out of the list; null where none does. */
function take(lines: Line[], fits: (line: Line) => boolean): Line | null {
	const place = lines.findIndex(fits);
	return place < 0 ? null : lines.splice(place, 1)[0]!;
}
