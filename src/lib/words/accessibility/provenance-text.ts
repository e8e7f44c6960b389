import type { Provenance } from '$lib/domain/accessibility/survey';
import { m } from '$lib/paraglide/messages';
import { formatDate } from '$lib/words/format';

/** The surveyor and the day: `misurato il 3 marzo 2026 da R. Riva`. Undefined without a record. */
export function provenanceText(provenance: Provenance | undefined): string | undefined {
	if (!provenance) return undefined;
	const { how, on, surveyor: name } = provenance;
	if (how === 'declared' || on === null) return name ? m.provenance_declared_by({ name }) : m.provenance_declared();
	const date = formatDate(on);
	return name ? m.provenance_measured_by({ date, name }) : m.provenance_measured({ date });
}
