import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number as it is kept: in the international form where it is recognised, else as typed. Without prefix it is Italian. */
export const plainPhone = (typed: string): string => recognised(typed)?.formatInternational() ?? typed;

/** Whether a number has a form that its country uses. A wrong one is warned about, and kept. */
export const isKnownPhone = (phone: string): boolean => recognised(phone) !== undefined;

function recognised(typed: string) {
	const number = parsePhoneNumberFromString(typed, 'IT');
	return number?.isValid() ? number : undefined;
}
