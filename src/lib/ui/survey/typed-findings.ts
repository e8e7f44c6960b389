import { featureKind, type Feature } from '$lib/domain/accessibility/features';
import { segmentKinds, type Segment } from '$lib/domain/accessibility/route';
import type { Findings } from '$lib/domain/accessibility/survey';

/** A number typed on a phone; null while the text is not a number. */
function typedNumber(text: string | undefined): number | null {
	const plain = (text ?? '').trim().replace(',', '.');
	return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

const units = { length: 10, distance: 1_000, count: 1, 'yes-no': 1 } as const;
const partUnits = { widthMm: 10, slope: 10, steps: 1, heightMm: 10 } as const;

type Typed = Readonly<Record<string, string>>;

/**
 * The numbers of a form while a person types, so that the page can ask about odd ones at once. The server reads them
 * again by its own rules. Lengths in mm, slopes in thousandths, counts as they are.
 */
export function typedFindings(typed: Typed): Findings {
	const found = Object.entries(typed).flatMap(([name, text]) => {
		const kind = Object.hasOwn(featureKind, name) ? featureKind[name as Feature] : 'yes-no';
		const number = kind === 'yes-no' ? null : typedNumber(text);
		return number === null ? [] : [[name, Math.round(number * units[kind])] as const];
	});
	const route = typedRoute(typed);
	return Object.fromEntries(route.length > 0 ? [...found, ['route', route] as const] : found);
}

/** The pieces before the first one without a kind. */
function typedRoute(typed: Typed): Segment[] {
	const pieces: Segment[] = [];
	for (let index = 0; `route.${index}.kind` in typed; index += 1) {
		const part = (name: keyof typeof partUnits) => {
			const number = typedNumber(typed[`route.${index}.${name}`]);
			return number === null ? null : Math.round(number * partUnits[name]);
		};
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
