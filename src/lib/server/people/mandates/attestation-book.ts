import { actsWith, type Act, type Procedure } from '$lib/domain/mandates/acts';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import { officeLines } from '$lib/server/platform/mail/office-lines';
import type { Book, Chapter } from '$lib/server/platform/pdf/book';
import { formatDateTime } from '$lib/words/format';
import { helperActName, mandateStateName } from '$lib/words/people/mandate-text';
import type { Attestation } from './attestation';

// A third person reads an attestation, so it speaks of the person and not to them.
const procedureTold: Readonly<Record<Procedure, () => string>> = {
	request: m.attestation_procedure_request,
	offer: m.attestation_procedure_offer
};
const wayTold: Readonly<Record<Attestation['attested']['way'], () => string>> = {
	code: m.mandates_way_code,
	page: m.attestation_way_page,
	paper: m.mandates_way_paper
};

/** What the PDF of an attestation says. */
export function attestationBook(read: Attestation): Book {
	const { name, address } = config().office;
	const { attested, synthetic } = read;
	const { person, organisation, mandate } = attested;
	return {
		agency: { name, lines: [address, ...officeLines(getLocale()).split('\n').slice(1)] },
		title: m.attestation_title(),
		synthetic: synthetic ? m.ui_synthetic_data() : null,
		lead: [m.attestation_lead({ person, organisation })],
		chapters: [parties(read), scope(read), time(read), proof(read)],
		foot: m.attestation_foot({ id: mandate }),
		across: null
	};
}

const parties = ({ attested: { person, organisation }, proposer }: Attestation): Chapter => ({
	title: m.attestation_parties(),
	pieces: [
		{
			pairs: [
				{ label: m.attestation_person(), value: person },
				{ label: m.attestation_organisation(), value: organisation },
				{ label: m.mandates_proposed_by(), value: proposer }
			]
		}
	]
});

function scope({ attested: { procedures }, authorisations }: Attestation): Chapter {
	const list = (rule: 'alone' | 'own-consent') => {
		const acts = new Set(procedures.flatMap((procedure): Act[] => actsWith(procedure, rule)));
		return [...acts].map((act) => helperActName[act]()).join('; ');
	};
	const ended = authorisations.flatMap(({ procedure, revokedAt }) =>
		revokedAt ? [m.attestation_part_ended({ what: procedureTold[procedure](), when: formatDateTime(revokedAt) })] : []
	);
	return {
		title: m.attestation_scope(),
		pieces: [
			{
				pairs: [
					{ label: m.mandates_covers(), value: procedures.map((one) => procedureTold[one]()).join('; ') },
					{ label: m.attestation_alone(), value: list('alone') },
					{ label: m.attestation_own(), value: list('own-consent') }
				]
			},
			...(ended.length > 0 ? [{ paragraphs: [ended], lang: getLocale() }] : [])
		]
	};
}

const time = ({ attested: { from, until, way }, state, earlyAt }: Attestation): Chapter => ({
	title: m.attestation_time(),
	pieces: [
		{
			pairs: [
				{ label: m.attestation_from(), value: formatDateTime(from) },
				{ label: m.attestation_until(), value: formatDateTime(until) },
				{ label: m.attestation_way(), value: wayTold[way]() },
				{
					label: m.attestation_state(),
					value: mandateStateName[state]() + (earlyAt ? `, ${formatDateTime(earlyAt)}` : '')
				}
			]
		}
	]
});

const proof = ({ attested: { mandate }, hash, salt, logged }: Attestation): Chapter => ({
	title: m.attestation_proof(),
	pieces: [
		{ paragraphs: [[m.attestation_how()]], lang: getLocale() },
		{
			pairs: [
				{ label: m.attestation_number(), value: mandate },
				{ label: m.attestation_hash(), value: hash },
				{ label: m.attestation_salt(), value: salt },
				{
					label: m.attestation_entry(),
					value: logged
						? m.attestation_entry_text({ number: logged.seq, when: formatDateTime(logged.at) })
						: m.attestation_no_entry()
				}
			]
		}
	]
});
