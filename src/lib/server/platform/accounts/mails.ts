import { CODE_MINUTES, type ConsentAct } from '$lib/domain/mandates/consent';
import { m } from '$lib/paraglide/messages';
import { isLocale, localizeHref, type Locale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import { nameInMail } from './person-name';
import type { Mail } from '$lib/server/platform/mail/enqueue';

type Reader = { readonly email: string; readonly name: string; readonly locale: string };

const localeOf = (reader: Reader): Locale => (isLocale(reader.locale) ? reader.locale : 'it');

/** A whole address, because mails are read outside the portal. */
const address = (path: string, reader: Reader) => config().origin + localizeHref(path, { locale: localeOf(reader) });

export function confirmMail(to: Reader, token: string, next: string | null): Mail {
	const locale = localeOf(to);
	const link = address(`/confirm/${token}`, to) + (next ? `?next=${encodeURIComponent(next)}` : '');
	return {
		to: to.email,
		locale,
		subject: m.auth_mail_confirm_subject({}, { locale }),
		text: m.auth_mail_confirm_text({ name: nameInMail(to.name), link }, { locale })
	};
}

export function alreadyRegisteredMail(to: Reader): Mail {
	const locale = localeOf(to);
	const links = { login: address('/login', to), reset: address('/password/forgot', to) };
	return {
		to: to.email,
		locale,
		subject: m.auth_mail_already_subject({}, { locale }),
		text: m.auth_mail_already_text({ name: nameInMail(to.name), ...links }, { locale })
	};
}

export function resetMail(to: Reader, token: string): Mail {
	const locale = localeOf(to);
	return {
		to: to.email,
		locale,
		subject: m.auth_mail_reset_subject({}, { locale }),
		text: m.auth_mail_reset_text(
			{ name: nameInMail(to.name), link: address(`/password/reset/${token}`, to) },
			{ locale }
		)
	};
}

export function welcomeMail(to: Reader, token: string): Mail {
	const locale = localeOf(to);
	return {
		to: to.email,
		locale,
		subject: m.auth_mail_welcome_subject({}, { locale }),
		text: m.auth_mail_welcome_text(
			{ name: nameInMail(to.name), link: address(`/password/reset/${token}`, to) },
			{ locale }
		)
	};
}

type Invitation = {
	readonly organisation: string;
	readonly inviter: string;
	/** The secret of the link; null where the address has an account already, which no helper can have. */
	readonly token: string | null;
};

export function helperInvitedMail(to: Reader, { organisation, inviter, token }: Invitation): Mail {
	const locale = localeOf(to);
	const words = { name: nameInMail(to.name), organisation, inviter };
	return {
		to: to.email,
		locale,
		subject: m.helpers_mail_subject({ organisation }, { locale }),
		text:
			token === null
				? m.helpers_mail_other_address(words, { locale })
				: m.helpers_mail_text({ ...words, link: address(`/invited/${token}`, to) }, { locale })
	};
}

const factorChanges = {
	enrolled: m.auth_mail_factor_enrolled,
	removed: m.auth_mail_factor_removed,
	reset: m.auth_mail_factor_reset,
	'codes-made': m.auth_mail_factor_codes_made,
	'code-used': m.auth_mail_factor_code_used
};
export type FactorChange = keyof typeof factorChanges;

export function factorChangedMail(to: Reader, change: FactorChange): Mail {
	const locale = localeOf(to);
	const words = { name: nameInMail(to.name), what: factorChanges[change]({}, { locale }) };
	return {
		to: to.email,
		locale,
		subject: m.auth_mail_factor_subject({}, { locale }),
		text: m.auth_mail_factor_text({ ...words, reset: address('/password/forgot', to) }, { locale })
	};
}

export function passwordChangedMail(to: Reader): Mail {
	const locale = localeOf(to);
	return {
		to: to.email,
		locale,
		subject: m.auth_mail_changed_subject({}, { locale }),
		text: m.auth_mail_changed_text({ name: nameInMail(to.name), reset: address('/password/forgot', to) }, { locale })
	};
}

/** Goes to the address that is to be the account's from now on. */
export function newEmailMail(to: Reader, token: string): Mail {
	const locale = localeOf(to);
	return {
		to: to.email,
		locale,
		subject: m.auth_mail_new_email_subject({}, { locale }),
		text: m.auth_mail_new_email_text({ name: nameInMail(to.name), link: address(`/email/${token}`, to) }, { locale })
	};
}

/** Goes to the address that was the account's before, and does not say which one is now. */
export function emailChangedMail(to: Reader): Mail {
	const locale = localeOf(to);
	return {
		to: to.email,
		locale,
		subject: m.auth_mail_email_changed_subject({}, { locale }),
		text: m.auth_mail_email_changed_text({ name: nameInMail(to.name) }, { locale })
	};
}

/** A public identity opens the account from now on, or opens it no more. */
export function identityChangedMail(to: Reader, change: 'linked' | 'unlinked'): Mail {
	const locale = localeOf(to);
	const what = change === 'linked' ? m.auth_mail_identity_linked : m.auth_mail_identity_unlinked;
	const words = { name: nameInMail(to.name), what: what({}, { locale }) };
	return {
		to: to.email,
		locale,
		subject: m.auth_mail_identity_subject({}, { locale }),
		text: m.auth_mail_factor_text({ ...words, reset: address('/password/forgot', to) }, { locale })
	};
}

export function accountErasedMail(to: Reader): Mail {
	const locale = localeOf(to);
	return {
		to: to.email,
		locale,
		subject: m.auth_mail_erased_subject({}, { locale }),
		text: m.auth_mail_erased_text({ name: nameInMail(to.name) }, { locale })
	};
}

type AskedYes = {
	readonly act: ConsentAct | 'accept' | 'refuse';
	readonly organisation: string;
	readonly helper: string;
	readonly code: string;
};

const yesTo = {
	mandate: m.mandate_mail_to_mandate,
	send: m.mandate_mail_to_send,
	withdraw: m.mandate_mail_to_withdraw,
	'change-contact': m.mandate_mail_to_change_contact,
	'answer-offer': m.mandate_mail_to_answer_offer,
	accept: m.mandate_mail_to_accept,
	refuse: m.mandate_mail_to_refuse
} as const satisfies Readonly<Record<AskedYes['act'], unknown>>;

/** Goes to the address of a person, known or not: whoever tells the code says yes. Both names are of staff. */
export function consentCodeMail(to: Reader, { act, organisation, helper, code }: AskedYes): Mail {
	const locale = localeOf(to);
	const hello = to.name
		? m.message_hello({ name: nameInMail(to.name) }, { locale })
		: m.message_hello_nobody({}, { locale });
	const words = { hello, organisation, helper, code, what: yesTo[act]({}, { locale }), minutes: CODE_MINUTES };
	return {
		to: to.email,
		locale,
		subject: m.mandate_mail_subject({}, { locale }),
		text: m.mandate_mail_text({ ...words, page: address('/my/mandates', to) }, { locale })
	};
}
