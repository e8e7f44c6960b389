import type { sizesThatFit } from '$lib/domain/eligibility/adequacy';
import { m } from '$lib/paraglide/messages';
import { formatArea } from '$lib/words/format';

/** How many people a household has today, and which net areas fit them. */
export function householdText(persons: number, { minDm2, maxDm2 }: ReturnType<typeof sizesThatFit>): string {
	const [min, max] = [formatArea(minDm2), maxDm2 === null ? null : formatArea(maxDm2)];
	const upTo = max && minDm2 === 0 ? m.changes_size_to({ max }) : null;
	const size = upTo ?? (max ? m.changes_size_between({ min, max }) : m.changes_size_from({ min }));
	return persons === 1 ? m.changes_office_now_one({ size }) : m.changes_office_now({ persons, size });
}
