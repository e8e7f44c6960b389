import { m } from '$lib/paraglide/messages';
import { formatNumber } from '$lib/words/format';

type Figures = { readonly sealed: boolean; readonly households: number; readonly assigned: number | null };

/** A ranking in one sentence: households and homes given, which a sealed one counts apart. */
export function rankingSummary({ sealed, households, assigned }: Figures): string {
	const counted = formatNumber(households);
	if (assigned === null) return m.publication_summary_not_final({ households: counted });
	const figures = { households: counted, assigned: formatNumber(assigned) };
	return sealed ? m.publication_summary(figures) : m.rankings_summary(figures);
}
