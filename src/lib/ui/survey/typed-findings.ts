import { featureKind, type Feature } from '$lib/domain/accessibility/features';
import { segmentKinds, type Segment } from '$lib/domain/accessibility/route';
import type { Findings } from '$lib/domain/accessibility/survey';
import { centimetres, count, metres, type NumberKind } from '$lib/domain/numbers/number-kinds';
import { readNumber } from '$lib/domain/numbers/read-number';
import { getLocale } from '$lib/paraglide/runtime';

/** A number typed on a phone, in the units of `kind`; null while the text is not one. */
function typedNumber(text: string | undefined, kind: NumberKind): number | null {
	const read = readNumber(text ?? '', kind, getLocale());
	return read.kind === 'number' ? read.value : null;
}

const MOST = 1_000_000_000;
const kinds = { length: centimetres(0, MOST), distance: metres(MOST), count: count(0, MOST) } as const;
/** The value of a feature is in mm, that of a field for a distance in m. */
const perUnit = { length: 1, distance: 1_000, count: 1 } as const;
const partKinds = {
	widthMm: kinds.length,
	slope: { ...kinds.length, units: { '%': 0 } },
	steps: kinds.count,
	heightMm: kinds.length
} as const;

type Typed = Readonly<Record<string, string>>;

/**
 * The numbers of a form while a person types, so that the page can ask about odd ones at once. The server reads them
 * again by its own rules. Lengths in mm, slopes in thousandths, counts as they are.
 */
export function typedFindings(typed: Typed): Findings {
	const found = Object.entries(typed).flatMap(([name, text]) => {
		const kind = Object.hasOwn(featureKind, name) ? featureKind[name as Feature] : 'yes-no';
		if (kind === 'yes-no') return [];
		const number = typedNumber(text, kinds[kind]);
		return number === null ? [] : [[name, number * perUnit[kind]] as const];
	});
	const route = typedRoute(typed);
	return Object.fromEntries(route.length > 0 ? [...found, ['route', route] as const] : found);
}

/** The pieces before the first one without a kind. */
function typedRoute(typed: Typed): Segment[] {
	const pieces: Segment[] = [];
	for (let index = 0; `route.${index}.kind` in typed; index += 1) {
		const part = (name: keyof typeof partKinds) => typedNumber(typed[`route.${index}.${name}`], partKinds[name]);
		const kind = segmentKinds.find((one) => one === typed[`route.${index}.kind`]);
		if (!kind) break;
		pieces.push({
			kind,
			widthMm: part('widthMm'),
			slope: part('slope'),
			steps: part('steps'),
			heightMm: part('heightMm'),
			handrail: null
		});
	}
	return pieces;
}
