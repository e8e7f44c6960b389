import { readCommaAmount } from '../amount';
import type { BankFile } from '../bank-file';
import { checkCurrency } from '../check-currency';
import type { Say } from '../fault-log';
import { OpenStatement } from '../open-statement';
import { signedCents, signOfLetter } from '../sign';
import type { Balance } from '../statement';
import { tidy } from '../text';
import { ACCOUNT, CLOSING, field, RH, slice } from './layout';
import { dayAt, readMovement, type Movement } from './movement';

/** A record 61 and what follows it, as one statement. */
export class RhAccount {
	private readonly open: OpenStatement;

	/** @param flow the record RH */
	constructor(
		private readonly record: string,
		line: number,
		private readonly flow: string,
		file: BankFile
	) {
		this.open = new OpenStatement(file, line, true);
		const currency = field(record, ACCOUNT.currency);
		this.open.currency = currency;
		this.open.checkAccount(this.account(), currency);
		this.open.opening = this.balance(ACCOUNT, currency, this.open.say(), 'opening');
	}

	movement(movement: Movement): void {
		this.open.book(movement.line, this.open.currency, (place) => readMovement(movement, place));
	}

	closing(record: string, line: number): void {
		const say = this.open.say(line);
		if (this.open.closing) {
			say('balance-repeated');
			return;
		}
		const currency = field(record, CLOSING.currency);
		this.open.currency ??= currency;
		this.open.closing = this.balance(CLOSING, currency, say, 'closing', record);
	}

	unknownRecord(line: number): void {
		this.open.say(line)('record-unknown');
	}

	end(): void {
		const date = dayAt(field(this.flow, RH.date), this.open.say(), 'flow');
		const name = field(this.flow, RH.name);
		this.open.end({
			id: [date, name].filter((text) => text !== null).join(' ') || null,
			sequence: field(this.record, ACCOUNT.number),
			created: date,
			from: null,
			to: null,
			copy: null,
			...this.account()
		});
	}

	/** The IBAN where the record gives its first four characters, else the national account number. */
	private account(): { iban: string | null; account: string | null } {
		const own = slice(this.record, ACCOUNT.account);
		const first = slice(this.record, ACCOUNT.countryAndCheck);
		if (tidy(first) !== null) return { iban: tidy(first + own), account: null };
		return { iban: null, account: own.replaceAll(' ', '') || null };
	}

	private balance(
		at: typeof ACCOUNT | typeof CLOSING,
		currency: string | null,
		say: Say,
		of: 'opening' | 'closing',
		record = this.record
	): Balance {
		const amount = readCommaAmount(field(record, at.amount));
		const cents = signedCents(amount, signOfLetter(field(record, at.sign)), say, of);
		const text = field(record, at.date);
		checkCurrency(currency, this.open.currency, say, of);
		if (text === null) say('date-missing', { of });
		return { cents, date: dayAt(text, say, of), currency };
	}
}
