/** A fact of the register as the cell of its column holds it: areas and money with decimals, lengths in cm, distances in m. */
export function writeCell(field: string, value: unknown): string | number | boolean | null {
	if (typeof value !== 'number') return (value ?? null) as string | boolean | null;
	if (field.endsWith('DistanceMm')) return value / 1000;
	if (field.endsWith('Mm')) return decimals(value, 10);
	return field.endsWith('Dm2') || field.endsWith('Cents') ? decimals(value, 100) : value;
}

/** `62,5`, as Italian spreadsheets read it. */
const decimals = (value: number, units: number) => String(value / units).replace('.', ',');
