import { goingKinds, type GoingKind } from '$lib/domain/retention/retention-times';
import { m } from '$lib/paraglide/messages';
import type { Counts } from '$lib/server/desk/retention/counts';
import type { readRetention } from '$lib/server/desk/retention/service';
import { formatDate, formatDateTime, formatNumber } from '$lib/words/format';

type Read = Awaited<ReturnType<typeof readRetention>>;
type Words = { readonly name: string; readonly from: string; readonly goes: string };

const wordsOf: Record<GoingKind, () => Words> = {
	draft: () => ({ name: m.retention_draft(), from: m.retention_from_draft(), goes: m.retention_goes() }),
	reading: () => ({ name: m.retention_reading(), from: m.retention_from_reading(), goes: m.retention_goes() }),
	message: () => ({ name: m.retention_message(), from: m.retention_from_message(), goes: m.retention_goes_message() }),
	'home-search': () => ({
		name: m.retention_home_search(),
		from: m.retention_from_home_search(),
		goes: m.retention_goes_home_search()
	}),
	request: () => ({ name: m.retention_request(), from: m.retention_from_request(), goes: m.retention_goes_request() })
};

/** A line of the page for each kind of record. */
export const kindText = ({ kind, years, certainty, source, count, oldest }: Read['kinds'][number]) => {
	const { name, from, goes } = wordsOf[kind]();
	return {
		...{ kind, name, goes },
		count: formatNumber(count),
		oldest: oldest ? formatDate(oldest) : '–',
		rule: m.retention_years({ years, from }),
		source: certainty === 'open' ? m.retention_own() : source
	};
};

/** How many of which kinds, in one sentence. */
function countsText(counts: Counts): string {
	const parts = goingKinds.filter((kind) => counts[kind] > 0);
	if (parts.length === 0) return m.retention_none();
	return parts
		.map((kind) => m.retention_part({ kind: wordsOf[kind]().name, count: formatNumber(counts[kind]) }))
		.join(', ');
}

/** The list that waits for a second manager, or is being carried out. */
export const openText = (run: NonNullable<Read['open']>, me: string) => ({
	id: run.id,
	waits: run.outcome === null,
	mine: run.proposedById === me,
	text:
		run.outcome === null
			? m.retention_waits_text({
					who: run.proposedBy,
					when: formatDateTime(run.proposedAt),
					what: countsText(run.shown)
				})
			: m.retention_running_text({
					who: run.decidedBy ?? '',
					when: formatDateTime(run.decidedAt!),
					what: countsText(run.gone)
				})
});

export const endedText = ({ id, proposedBy, decidedBy, decidedAt, outcome, gone }: Read['ended'][number]) => ({
	id,
	who: m.retention_pair({ one: proposedBy, other: decidedBy ?? '' }),
	when: formatDateTime(decidedAt!),
	how: outcome === 'withdrawn' ? m.retention_withdrawn() : m.retention_done({ what: countsText(gone) })
});
