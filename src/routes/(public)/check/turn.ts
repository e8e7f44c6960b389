import { cleanText } from '$lib/server/platform/forms/clean-text';
import { sureOf } from '$lib/server/platform/forms/doubtful';
import { fieldsOf } from '$lib/server/platform/forms/fields-of';
import { FIELD, LONGEST, readCarried, writeCarried, type CheckValues } from './carried';
import { rowsOf, withoutReplaced, withoutRow, withRow } from './people';
import { spansShown } from './spans';
import { asksField, checkSteps, stepAfter, stepBefore, type CheckStep } from './steps';

/** A posted page: its step, the next step, and all values typed so far. */
export type Turn = {
	readonly from: CheckStep;
	readonly to: CheckStep;
	readonly values: CheckValues;
	/** `unreadable`: the values of earlier pages are lost; those of this page are kept. */
	readonly problem: 'unreadable' | 'too-long' | null;
};

const stepNamed = (name: string) => checkSteps.find((step) => step === name);

/** Reads a posted page. Its own fields replace their carried values, so that an unticked box counts as unticked. */
export function readTurn(posted: FormData): Turn {
	const text = (name: string) => String(posted.get(name) ?? '');
	const from = stepNamed(text('step')) ?? 'household';
	const carried = readCarried(text('carried'));
	const others = Object.entries(carried ?? {}).filter(([field]) => !asksField(from, field));
	const typed = { ...Object.fromEntries(others), ...typedValues(posted, from) };
	const values = withSure(from === 'household' ? withoutReplaced(typed, carried ?? {}) : typed, posted);
	if (carried === null) return { from, to: from, values, problem: 'unreadable' };
	if (writeCarried(values).length > LONGEST)
		return { from, to: from, values: Object.fromEntries(others), problem: 'too-long' };
	return { from, ...follow(from, text('to'), values), problem: null };
}

const MOST_SURE = 20;

/** The values with the doubts that this page says to be right. */
function withSure(values: CheckValues, posted: FormData): CheckValues {
	const sure = [...new Set([...(values['sure'] ?? []), ...sureOf(posted)])].slice(-MOST_SURE);
	return sure.length > 0 ? { ...values, sure } : values;
}

function follow(from: CheckStep, to: string, values: CheckValues): Pick<Turn, 'to' | 'values'> {
	const remove = /^remove-person-(\d{1,3})$/.exec(to)?.[1];
	if (remove) return { to: from, values: withoutRow(values, Number(remove)) };
	if (to === 'add-person') return { to: from, values: withRow(values, Math.max(...rowsOf(values)) + 1) };
	if (to === 'add-span') return { to: from, values: { ...values, spans: [String(spansShown(values) + 1)] } };
	// The same page again, in another language.
	if (to === 'here') return { to: from, values };
	if (to === 'back') return { to: stepBefore(from), values };
	return { to: stepNamed(to) ?? stepAfter(from), values };
}

function typedValues(posted: FormData, from: CheckStep): Record<string, string[]> {
	const fields = [...fieldsOf(posted)].filter(([name]) => asksField(from, name) && FIELD.test(name));
	return Object.fromEntries(
		fields.map(([name, values]) => [
			name,
			values.slice(0, 20).map((value) => (typeof value === 'string' ? cleanText(value).slice(0, 200) : ''))
		])
	);
}
