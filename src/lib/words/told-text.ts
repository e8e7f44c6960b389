import { factOf } from '$lib/domain/household/facts';
import { m } from '$lib/paraglide/messages';
import { factWords, type FactOfOne } from './fact-words';
import { formatArea, formatDate, formatMoney } from './format';

/** The answer to a question, in words. Null: no amount or area was given, or nothing lasts since a day. */
export function toldText(name: FactOfOne, value: unknown): string {
	const { is } = factOf[name];
	const { choices = {} } = factWords[name];
	if (value === null) return is.kind === 'since' ? m.apply_no() : m.notice_not_known();
	switch (is.kind) {
		case 'yes-no':
		case 'happened':
			return value === true ? m.apply_yes() : m.apply_no();
		case 'one':
			return choices[String(value)]?.() ?? String(value);
		case 'some':
			return (value as string[]).map((one) => choices[one]?.() ?? one).join(', ') || m.apply_none_of_these();
		case 'day':
		case 'since':
			return formatDate(String(value));
		case 'money':
			return formatMoney(Number(value));
		case 'area':
			return formatArea(Number(value));
		default:
			return String(value);
	}
}
