import { m } from '$lib/paraglide/messages';
import type { Piece } from '$lib/server/platform/pdf/book';
import { formatDateTime } from '$lib/words/format';
import { consentActName, consentWayName, procedureName } from '$lib/words/people/mandate-text';
import type { PartOfExport } from './part-of-file';
import { told, toldTime } from './told';

/** The mandates that the person gave, what each covers, and each yes that was asked for. */
export const mandatePieces = ({ mandates }: PartOfExport): Piece[] =>
	mandates.flatMap(({ organisation, named, proposedAt, consentedAt, endsAt, earlyAt, authorisations, consents }) => [
		{ heading: organisation, level: 3 as const },
		{
			pairs: [
				...told(m.mandates_named(), [named.name, named.email].filter(Boolean).join(', ')),
				...told(m.mandates_covers(), authorisations.map(({ procedure }) => procedureName[procedure]()).join('; ')),
				...toldTime(m.mandates_proposed(), proposedAt),
				...toldTime(m.mandates_begun(), consentedAt),
				...toldTime(m.mandates_ends(), endsAt),
				...toldTime(m.mandates_ended_on(), earlyAt)
			]
		},
		{
			table: {
				head: [m.mandates_yes_to(), m.mandates_asked(), m.mandates_given(), m.mandates_way()],
				widths: [3, 2, 2, 2],
				rows: consents.map(({ act, askedAt, givenAt, way }) => [
					consentActName[act](),
					formatDateTime(askedAt),
					givenAt === null ? '–' : formatDateTime(givenAt),
					way === null ? '–' : consentWayName[way]()
				])
			}
		}
	]);
