import type { Route } from '$lib/domain/accessibility/route';

/** A piece of the route as typed; `key` stays with it when others come and go. */
export type Piece = { readonly key: number; readonly values: Readonly<Record<string, string>> };

const NAME = /^route\.(\d{1,2})\.(\w+)$/;

let lastKey = 0;
const keyed = (values: Record<string, string>): Piece => ({ key: (lastKey += 1), values });

export const newPiece = (): Piece => keyed({});

/** The pieces of a form that came back; undefined where it shows none. */
export function typedPieces(typed: Readonly<Record<string, string | string[]>>): Piece[] | undefined {
	const pieces: Record<string, string>[] = [];
	for (const [name, value] of Object.entries(typed)) {
		const [, index, part] = NAME.exec(name) ?? [];
		if (part === undefined || typeof value !== 'string') continue;
		(pieces[Number(index)] ??= {})[part] = value;
	}
	return typed['pieces'] === undefined ? undefined : pieces.filter(Boolean).map(keyed);
}

/** The pieces of a known route, as one types them. */
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
