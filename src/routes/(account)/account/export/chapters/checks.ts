import type { Member } from '$lib/domain/household/fact-parts';
import { m } from '$lib/paraglide/messages';
import type { Export } from '$lib/server/desk/rights/export-service';
import type { Piece } from '$lib/server/platform/pdf/book';
import { formatDate, formatDateTime } from '$lib/words/format';
import { checkActName, checkWayName, factName, factValueText } from '$lib/words/verification-text';

type Checks = Export['requests'][number]['checks'];

/** What the office checked of a request, what it asked, and what the household answered. */
export function checkPieces(checks: Readonly<Checks>, members: readonly Member[]): Piece[] {
	if (checks.length === 0) return [];
	const rows = checks.map(({ fact, act, at, value, how, source, on, text }) => {
		const looked = [how && checkWayName[how](), source, on && formatDate(on)].filter(Boolean).join(', ');
		const found = value === undefined ? '' : factValueText(fact, value, members);
		return [
			factName(fact),
			checkActName[act](),
			[found, looked, text].filter(Boolean).join('. ') || '–',
			formatDateTime(at)
		];
	});
	const head = [m.check_fact(), m.rights_pdf_act(), m.rights_pdf_said(), m.readings_when()];
	return [{ heading: m.check_own_title(), level: 4 }, { table: { head, widths: [3, 2, 4, 2], rows } }];
}
