import { leavesOne } from './remainder';

/** ISO 11649: 5 to 25 letters and digits. */
const SHAPE = /^RF\d{2}[A-Z\d]{1,21}$/;

export interface CreditorReference {
	readonly reference: string | null;
	/** Whether a reference that says it is one of ISO 11649 is right; null for any other. */
	readonly referenceValid: boolean | null;
}

/** A reference of the creditor. One that begins with RF and two digits is written without spaces and in capitals. */
export function readReference(text: string | null): CreditorReference {
	const compact = (text ?? '').replaceAll(' ', '').toUpperCase();
	if (!/^RF\d{2}/.test(compact)) return { reference: text, referenceValid: null };
	return { reference: compact, referenceValid: SHAPE.test(compact) && leavesOne(compact) };
}
