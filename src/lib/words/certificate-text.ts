import type { Certificate, CertificateAct, CertificateState } from '$lib/domain/programme/certificate';
import { m } from '$lib/paraglide/messages';
import { formatDateTime } from './format';

const states: Record<CertificateState, () => string> = {
	proposed: m.certificate_state_proposed,
	refused: m.certificate_state_refused,
	confirmed: m.certificate_state_confirmed,
	void_proposed: m.certificate_state_void_proposed,
	voided: m.certificate_state_voided
};

export const certificateStateName = (state: CertificateState): string => states[state]();

/** The acts of a certificate, with their persons and days, in the order in which they happened. */
export function certificateActs(one: Certificate): { label: string; value: string; note?: string }[] {
	const acts: readonly (readonly [string, CertificateAct | null])[] = [
		[m.certificate_act_proposed(), one.proposed],
		[m.certificate_act_refused(), one.refused],
		[m.certificate_act_confirmed(), one.confirmed],
		[m.certificate_act_void_proposed(), one.voidProposed],
		[m.certificate_act_voided(), one.voided]
	];
	return acts.flatMap(([label, act]) => (act ? [{ label, value: said(act), note: act.reason ?? undefined }] : []));
}

const said = ({ name, at }: CertificateAct) => [name, formatDateTime(at)].filter(Boolean).join(', ');
