import { fullName, type PersonNames } from '$lib/domain/person/person';
import type { ShownContact } from '$lib/domain/person/shown-contact';
import { m } from '$lib/paraglide/messages';
import { spokenName, wayName } from './contact-text';

type Line = { readonly label: string; readonly value: string; readonly note?: string };

/** Names and contact details, a line each. A protected person shows the safe contact alone. */
export function contactLines(names: PersonNames, contact: ShownContact): Line[] {
	const who = [
		{ label: m.contact_name(), value: fullName(names) || m.contact_none() },
		{ label: m.contact_tax_code(), value: names.taxCode || m.contact_none() }
	];
	const spoken = contact.spoken === 'it' ? [] : [{ label: m.contact_spoken(), value: spokenName[contact.spoken] }];
	if (contact.isProtected) {
		const safe = { label: m.contact_safe(), value: contact.safeContact || m.contact_none() };
		return [...who, { ...safe, note: m.contact_only_safe_used() }, ...spoken];
	}
	return [
		...who,
		{ label: m.contact_phone(), value: contact.phone || m.contact_none() },
		{ label: m.contact_address(), value: contact.address.join(', ') || m.contact_none() },
		{ label: m.contact_email(), value: contact.email },
		{ label: m.contact_channel(), value: wayName[contact.way]() },
		...spoken
	];
}
