import { segmentKinds, type Route, type Segment } from '$lib/domain/accessibility/route';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { lengthInCm, slope, whole, yesOrNo, type ReadCell } from '$lib/server/homes/dwellings/cells';
import { fieldSentence } from '$lib/server/homes/dwellings/cell-problems';

/** Pieces that a form may have; a route through a courtyard has ten. */
const MOST_PIECES = 40;

/** How each part of a piece is typed: cm, percent, a count, yes or no; kept in mm and thousandths. */
const parts: Readonly<Record<Exclude<keyof Segment, 'kind'>, ReadCell>> = {
	widthMm: lengthInCm(2_000),
	slope: slope(100),
	steps: whole(1, 500),
	heightMm: lengthInCm(200, 0),
	handrail: yesOrNo
};

type Typed = Readonly<Record<string, unknown>>;

const pieceKind = /^route\.(\d{1,2})\.kind$/;

/**
 * The route as typed (`route.0.kind`, `route.0.widthMm` ...), in the order of the form; empty pieces at its end are none.
 * Undefined where the form shows none (`pieces` says that it does), null where all of them are empty or taken away. What
 * is wrong, by field.
 */
export function readRoute(typed: Typed): { route: Route | null | undefined; errors: Record<string, string> } {
	const errors: Record<string, string> = {};
	const shown = Object.keys(typed)
		.flatMap((name) => pieceKind.exec(name)?.[1] ?? [])
		.map(Number)
		.sort((a, b) => a - b);
	if (typed['pieces'] === undefined) return { route: undefined, errors };
	const filled = shown.slice(0, MOST_PIECES);
	while (filled.length > 0 && isEmpty(typed, filled.at(-1)!)) filled.pop();
	const pieces = filled.flatMap((index): Segment[] => {
		const kind = segmentKinds.find((name) => name === typed[`route.${index}.kind`]);
		if (!kind) errors[`route.${index}.kind`] = m.survey_route_kind_missing();
		return kind ? [{ kind, ...readParts(typed, `route.${index}`, errors) }] : [];
	});
	return { route: pieces.length === 0 ? null : pieces, errors };
}

const isEmpty = (typed: Typed, index: number) =>
	['kind', ...Object.keys(parts)].every((part) => (typed[`route.${index}.${part}`] ?? '') === '');

function readParts(typed: Typed, piece: string, errors: Record<string, string>) {
	const read = Object.entries(parts).map(([part, reader]) => {
		const value = String(typed[`${piece}.${part}`] ?? '');
		if (value === '') return [part, null];
		const cell = reader(value, getLocale());
		if (!cell.ok) errors[`${piece}.${part}`] = fieldSentence(cell, value);
		return [part, cell.ok ? cell.value : null];
	});
	return Object.fromEntries(read) as Omit<Segment, 'kind'>;
}

/**
 * The fields with one more empty piece before piece `insert`, or without piece `remove`. For browsers without a script.
 */
export function reshapeRoute(typed: Typed, act: { readonly insert?: number; readonly remove?: number }) {
	const pieces: Record<string, unknown>[] = [];
	const rest: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(typed)) {
		const [, index, part] = /^route\.(\d{1,2})\.(\w{1,20})$/.exec(name) ?? [];
		if (index === undefined || part === undefined) rest[name] = value;
		else (pieces[Number(index)] ??= {})[part] = value;
	}
	const shown = pieces.filter(Boolean);
	if (act.insert !== undefined && shown.length < MOST_PIECES) shown.splice(act.insert, 0, { kind: '' });
	if (act.remove !== undefined) shown.splice(act.remove, 1);
	const named = shown.flatMap((piece, index) =>
		Object.entries(piece).map(([part, value]) => [`route.${index}.${part}`, value] as const)
	);
	return { ...rest, ...Object.fromEntries(named) };
}
