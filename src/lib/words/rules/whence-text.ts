import type { Certainty } from '$lib/domain/ruleset/rule-value';
import { m } from '$lib/paraglide/messages';
import { certaintyText } from './certainty-text';
import { sourceText } from './source-text';

/** The source of a number and its certainty. An illustrative number has no source: a page says once which ones are. */
export function whenceText({ certainty, source }: { readonly certainty: Certainty; readonly source: string }): string {
	if (certainty === 'illustrative') return '';
	const mark = certaintyText(certainty);
	const from = m.rules_source({ source: sourceText(source) });
	return mark ? `${from} (${mark})` : from;
}
