import type { EvidenceKind } from '$lib/domain/duplicates/evidence';
import { m } from '$lib/paraglide/messages';
import type { clusterViews } from '$lib/server/requests/duplicates/reading-service';
import { formatNumber } from '$lib/words/format';

export const evidenceName: Readonly<Record<EvidenceKind, () => string>> = {
	code: m.duplicates_by_code,
	omocode: m.duplicates_by_omocode,
	names: m.duplicates_by_names,
	sound: m.duplicates_by_sound,
	members: m.duplicates_by_members,
	phone: m.duplicates_by_phone,
	account: m.duplicates_by_account
};

/** What links people to each other, but for what one household repeats. */
export const evidenceText = (kinds: readonly EvidenceKind[]): string[] =>
	kinds.filter((kind) => kind !== 'account').map((kind) => evidenceName[kind]());

export const outcomeName = { same: m.duplicates_same, apart: m.duplicates_apart } as const;

export const viewName = (waiting: {
	people: number;
	phone: number;
}): Record<(typeof clusterViews)[number], string> => ({
	people: m.duplicates_view_people({ count: formatNumber(waiting.people) }),
	phone: m.duplicates_view_phone({ count: formatNumber(waiting.phone) }),
	decided: m.duplicates_view_decided()
});
