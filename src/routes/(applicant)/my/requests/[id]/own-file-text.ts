import { m } from '$lib/paraglide/messages';
import type { readOwnFile } from '$lib/server/desk/file/own-file';
import { roleNames } from '$lib/server/platform/accounts/role-names';
import { storedEventName } from '$lib/server/platform/audit/event-names';
import type { Role } from '$lib/server/platform/auth/actor';
import { formatDateTime, formatDeadline, formatPoints } from '$lib/words/format';
import { heardText } from '$lib/words/offer-text';
import { wayName } from '$lib/words/people/contact-text';
import { ownYesText } from '../../own-yes-text';
import { fileReason } from '$lib/words/people/reading-text';
import { turnText } from '$lib/words/request-text';
import { comparedPoints } from '$lib/words/rules/compared-points';
import { foundText } from './found-text';

type OwnFile = NonNullable<Awaited<ReturnType<typeof readOwnFile>>>;

const MESSAGES = 5;

/** One's own file in words: the same as the office reads, without the names of the staff beside what they did. */
export function ownFileText({ check, turn, askedUntil, contact, messages, yeses, history, readings }: OwnFile) {
	const { members } = check.request.household;
	const isChecked = check.rows.some(({ last }) => last !== null);
	return {
		summary: { ...turnOfHousehold(turn, askedUntil), ...pointsOf(check, isChecked), reached: reachedText(contact) },
		facts: check.rows.map((row) => foundText(row, members)),
		points: isChecked ? comparedPoints(check.score, check.rows) : null,
		messages: messages.slice(0, MESSAGES).map(({ id, at, subject }) => ({ id, subject, at: formatDateTime(at) })),
		yeses: yeses.map(ownYesText),
		history: history.map(({ seq, at, event, role, name, heard }) => ({
			...{ id: String(seq), what: storedEventName(event), at: formatDateTime(at) },
			who: [whoText(role, name), heard && heardText(heard)].filter(Boolean).join(', ')
		})),
		readings: readings.map(({ id, at, reader, role, organisation, ...reading }) => ({
			...{ id, at: formatDateTime(at), reason: fileReason(reading) ?? '–' },
			who: [reader, roleNames[role as Role](), organisation].filter(Boolean).join(', ')
		}))
	};
}

/** Staff are the office; a helper is named, because the person chose them. */
function whoText(role: string, name: string | null): string {
	if (role === 'applicant') return m.own_file_you();
	if (role === 'caseworker') return m.own_file_helper({ name: name ?? '–' });
	return role in roleNames ? m.own_file_office() : m.file_portal();
}

/** A document that was asked for is the household's next act, unless an offer or a notice of rejection is. */
function turnOfHousehold(turn: OwnFile['turn'], askedUntil: string | null) {
	const text = turnText(turn);
	const yours = { ...text, who: turn.who === 'household' ? m.own_file_you() : text.who };
	if (askedUntil === null || turn.who === 'household') return yours;
	return { ...yours, kind: 'due' as const, who: m.own_file_asked(), until: formatDeadline(askedUntil) };
}

function pointsOf({ score }: OwnFile['check'], isChecked: boolean) {
	const declared = m.own_file_points_declared({ points: formatPoints(score.declared.total) });
	const verified = m.own_file_points_verified({ points: formatPoints(score.verified.total) });
	return { points: isChecked ? `${declared}, ${verified}` : declared };
}

function reachedText(contact: OwnFile['contact']): string {
	if (!contact) return m.own_file_contact_none();
	if (contact.isProtected) return m.own_file_contact_safe();
	const { way, phone, email, address } = contact;
	const where = { email, phone, sms: phone, letter: address.join(', '), io: '' }[way];
	return [wayName[way](), where].filter(Boolean).join(': ');
}
