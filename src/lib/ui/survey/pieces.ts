import type { Route } from '$lib/domain/accessibility/route';

/** A piece of the route as typed. `key` identifies it while others are added and removed. */
export type Piece = { readonly key: number; readonly values: Readonly<Record<string, string>> };

const NAME = /^route\.(\d{1,2})\.(\w+)$/;

let lastKey = 0;
const keyed = (values: Record<string, string>): Piece => ({ key: (lastKey += 1), values });

export const newPiece = (): Piece => keyed({});

/** The pieces of a returned form; undefined if the form has no pieces. */
export function typedPieces(typed: Readonly<Record<string, string | string[]>>): Piece[] | undefined {
	const pieces: Record<string, string>[] = [];
	for (const [name, value] of Object.entries(typed)) {
		const [, index, part] = NAME.exec(name) ?? [];
		if (part === undefined || typeof value !== 'string') continue;
		(pieces[Number(index)] ??= {})[part] = value;
	}
	return typed['pieces'] === undefined ? undefined : pieces.filter(Boolean).map(keyed);
}

/** The pieces of a known route as texts of a form. */
export const knownPieces = (route: Route | null): Piece[] =>
	(route ?? []).map(({ kind, widthMm, slope, steps, heightMm, handrail }) =>
		keyed({
			kind,
			widthMm: tenths(widthMm),
			slope: tenths(slope),
			steps: steps === null ? '' : String(steps),
			heightMm: tenths(heightMm),
			handrail: handrail === null ? '' : handrail ? 'sì' : 'no'
		})
	);

const tenths = (value: number | null) => (value === null ? '' : String(value / 10).replace('.', ','));
