import type { SentAs } from '$lib/domain/application/sent-as';
import type { OfferState } from '$lib/domain/offers/offer-state';
import { inLanguage } from '$lib/i18n/in-language';
import { link } from '$lib/i18n/link';
import { noticeTitle } from '$lib/i18n/notice-title';
import { m } from '$lib/paraglide/messages';
import type { readFile } from '$lib/server/desk/file/service';
import { roleNames } from '$lib/server/platform/accounts/role-names';
import { storedEventName } from '$lib/server/platform/audit/event-names';
import type { Role } from '$lib/server/platform/auth/actor';
import { formatDate, formatDateTime, formatDeadline, formatPoints } from '$lib/words/format';
import { homeLine } from '$lib/words/home-name';
import { heardText, offerStateName } from '$lib/words/offer-text';
import { fileReason } from '$lib/words/people/reading-text';
import { yesText } from '$lib/words/people/yes-text';
import { turnText } from '$lib/words/request-text';
import { answersInWords } from '$lib/words/answers-summary';

import { evidenceText, outcomeName } from '../../duplicates/duplicate-text';

type File = NonNullable<Awaited<ReturnType<typeof readFile>>>;
type Opened = NonNullable<File['opened']>;

const sentName: Readonly<Record<SentAs, () => string>> = {
	'mail-sent': m.file_sent_mail_sent,
	'mail-sent-after-sms': m.file_sent_mail_after_sms,
	'mail-sent-after-io': m.file_sent_mail_after_io,
	'mail-failed': m.file_sent_mail_failed,
	'mail-waits': m.file_sent_mail_waits,
	'sms-sent': m.file_sent_sms_sent,
	'sms-waits': m.file_sent_sms_waits,
	'io-sent': m.file_sent_io_sent,
	'io-waits': m.file_sent_io_waits,
	'letter-posted': m.file_sent_letter_posted,
	'letter-waits': m.file_sent_letter_waits,
	'in-portal': m.file_sent_in_portal
};

const sentKind = (sent: SentAs) =>
	sent === 'mail-failed' ? ('stop' as const) : sent.endsWith('-waits') ? ('due' as const) : ('plain' as const);

const offerKind = (state: OfferState) =>
	state === 'made' ? ('due' as const) : state === 'accepted' ? ('plain' as const) : ('stop' as const);

/** The role of somebody who acted, or the portal itself. */
const roleText = (role: string): string => (role in roleNames ? roleNames[role as Role]() : m.file_portal());

/** The head of a file, in words. */
export function headText({ head, opened }: File) {
	const { turn, ...rest } = head;
	const points = opened?.score ? formatPoints(opened.score.total) : null;
	return {
		...rest,
		notice: inLanguage(head.notice),
		sent: formatDateTime(head.submittedAt),
		points,
		turn: turnText(turn)
	};
}

/** The sections of an open file, in words. */
export function sectionsText(id: string, opened: Opened) {
	const { answers, choices, rules, score, requirements, rejection, history, notes, readings } = opened;
	return {
		...{ choices, rules, score, requirements },
		erased: !answers.needs,
		rejection: rejection && { ...rejection, deadline: formatDeadline(rejection.deadline) },
		facts: answersInWords({ ...answers, choices: [] }, [], rules),
		...recordsText(opened),
		yeses: opened.yeses.map((yes) =>
			yesText(yes, (document) => link('/(staff)/staff/requests/[id]/documents/[document]', { id, document }))
		),
		history: history.map(({ seq, at, event, role, name, heard }) => ({
			...{ id: String(seq), at: formatDateTime(at), what: storedEventName(event) },
			who: [name, roleText(role), heard && heardText(heard)].filter(Boolean).join(', ')
		})),
		notes: notes.map(({ id, text, at, byName, byRole, corrects }) => ({
			...{ id, text, at: formatDateTime(at), corrects, who: [byName, roleText(byRole)].join(', ') },
			isCorrected: notes.some((later) => later.corrects === id)
		})),
		readings: readings.map(({ id, at, reader, role, organisation, ...reading }) => ({
			...{ id, at: formatDateTime(at), reason: fileReason(reading) },
			who: [reader, roleText(role), organisation].filter(Boolean).join(', ')
		}))
	};
}

const recordsText = ({ related, clusters, offers, messages }: Opened) => ({
	clusters: clusters.map(({ id, evidence, outcome }) => ({
		...{ id, why: evidenceText(evidence).join('; ') },
		state: outcome ? outcomeName[outcome]() : m.duplicates_of_file_open()
	})),
	related: related.map((one) => ({
		...{ id: one.id, protocol: one.protocol, ended: one.endedAt !== null },
		...{ notice: noticeTitle(one), sent: formatDate(one.submittedAt) }
	})),
	offers: offers.map((offer) => ({
		...{ id: offer.id, home: homeLine(offer), state: offerStateName(offer.state), kind: offerKind(offer.state) },
		until: offer.state === 'made' ? formatDeadline(offer.deadline) : null,
		href: link('/(staff)/staff/offers/[id]', { id: offer.id }),
		contract: offer.tenancyId && link('/(staff)/staff/tenancies/[id]', { id: offer.tenancyId })
	})),
	messages: messages.map(({ id, at, subject, sent }) => ({
		...{ id, subject, at: formatDateTime(at), sent: sentName[sent](), kind: sentKind(sent) }
	}))
});
