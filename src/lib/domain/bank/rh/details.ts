import { own } from '../../own';
import { DETAILS, field, FLAG, FREE_TEXT, slice } from './layout';

/** The facts that the records 63 of a movement tell, in file order. */
export interface MovementDetails {
	/** `YYY` before `ZZ2`. */
	readonly debtorName: string | null;
	readonly debtorIban: string | null;
	readonly endToEnd: string | null;
	readonly creditorName: string | null;
	/** The text that the payer wrote. */
	readonly texts: readonly (string | null)[];
	/** Records without a flag. */
	readonly freeTexts: readonly (string | null)[];
	readonly original: { readonly amount: string | null; readonly currency: string; readonly rate: string | null } | null;
}

const first = (texts: readonly (string | null)[]): string | null => texts.find((text) => text !== null) ?? null;

export function readDetails(lines: readonly string[]): MovementDetails {
	const of = (flag: keyof typeof DETAILS) => lines.filter((line) => slice(line, FLAG) === flag);
	const { YYY, YY2, ID1, ZZ2, ZZ3 } = DETAILS;
	const orderers = [
		...of('YYY').map((line) => field(line, YYY.orderer)),
		...of('ZZ2').map((line) => field(line, ZZ2.orderer))
	];
	return {
		debtorName: first(orderers),
		debtorIban: first(of('YY2').map((line) => field(line, YY2.iban))),
		endToEnd: first(of('ID1').map((line) => field(line, ID1.endToEnd))),
		creditorName: first(of('ZZ3').map((line) => field(line, ZZ3.beneficiary))),
		texts: lines.map(remittanceOf),
		freeTexts: lines.filter((line) => !own(DETAILS, slice(line, FLAG))).map((line) => field(line, FREE_TEXT)),
		original:
			of('ZZ1')
				.map(originalOf)
				.find((original) => original !== null) ?? null
	};
}

function remittanceOf(line: string): string | null {
	const { RI1, RI2, ZZ3 } = DETAILS;
	const positions = { RI1: RI1.remittance, RI2: RI2.remittance, ZZ3: ZZ3.reason };
	const found = own(positions, slice(line, FLAG));
	return found ? field(line, found) : null;
}

function originalOf(line: string): MovementDetails['original'] {
	const { amount, currency, rate } = DETAILS.ZZ1;
	const code = field(line, currency);
	return code === null ? null : { amount: field(line, amount), currency: code, rate: field(line, rate) };
}
