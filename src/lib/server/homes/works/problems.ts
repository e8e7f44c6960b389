import { m } from '$lib/paraglide/messages';
import { formatDate } from '$lib/words/format';
import type { CertificateRefusal, CertificateResult } from './service';

const sentences: Record<CertificateRefusal, () => string> = {
	'not-allowed': m.register_problem_not_allowed,
	'dwelling-unknown': m.register_problem_dwelling_unknown,
	'certificate-unknown': m.certificate_problem_unknown,
	'already-certified': m.certificate_problem_live,
	'same-person': m.certificate_problem_same_person,
	'dwelling-changed': m.certificate_problem_changed,
	'not-waiting': m.certificate_problem_not_waiting,
	'reason-missing': m.certificate_problem_reason,
	'private-home': m.certificate_problem_private,
	'line-missing': m.certificate_problem_line,
	'area-missing': m.certificate_problem_area,
	'dwelling-withdrawn': m.milestone_problem_withdrawn,
	'works-not-done': m.certificate_problem_works,
	'date-in-future': m.milestone_problem_future,
	'date-before-works': m.certificate_problem_before_works,
	'number-missing': m.certificate_problem_number,
	'signature-missing': m.certificate_problem_signature
};

/** The field of the form that each problem is about; the others are about the act as a whole. */
const fields: Partial<Record<CertificateRefusal, string>> = {
	'reason-missing': 'reason',
	'date-in-future': 'on',
	'date-before-works': 'on',
	'number-missing': 'number',
	'signature-missing': 'signedBy'
};

/** The sentences of a form whose act was refused: by field, or as a whole with the person who came first. */
export function certificateRefusal({ problem, first }: Extract<CertificateResult, { ok: false }>): {
	errors: Record<string, string>;
	problem: string | undefined;
} {
	const field = fields[problem];
	if (field) return { errors: { [field]: sentences[problem]() }, problem: undefined };
	const last = first && (first.voided ?? first.voidProposed ?? first.refused ?? first.confirmed ?? first.proposed);
	if (problem !== 'not-waiting' || !last?.name) return { errors: {}, problem: sentences[problem]() };
	return { errors: {}, problem: m.certificate_problem_first({ name: last.name, date: formatDate(last.at) }) };
}
