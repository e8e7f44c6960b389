import type { BankFile } from './bank-file';
import { isCurrency } from './currencies';
import type { Say } from './fault-log';
import { isIban } from './iban';
import { Repeats } from './repeats';
import type { Balance, Entry, Identity, Statement } from './statement';
import { Tally } from './tally';

/** The place of an entry that is being read, for what is said of it. */
export interface EntryPlace {
	/** The statement's currency. */
	readonly currency: string | null;
	/** @param line of the entry, or of the thing in it at fault */
	say(line: number): Say;
	/** @param part from 1 */
	sayOfPart(part: number, line: number): Say;
}

/** A statement whose entries are passing. Holds sums and references, never entries. */
export class OpenStatement {
	currency: string | null = null;
	opening: Balance | null = null;
	closing: Balance | null = null;
	pending = 0;
	other = 0;
	private readonly number: number;
	private entries = 0;
	private readonly tally = new Tally();
	private readonly repeats = new Repeats();

	/** @param hasBalances a notification has none */
	constructor(
		private readonly file: BankFile,
		private readonly line: number,
		private readonly hasBalances: boolean
	) {
		this.number = file.statements += 1;
		file.sink.begin();
	}

	/** Says what is wrong with the statement, or with a thing in it that begins on another line. */
	say(line = this.line): Say {
		return this.file.log.at({ statement: this.number, entry: null, part: null }, line);
	}

	/** Says what is wrong with the account that the statement is of. */
	checkAccount({ iban, account }: Pick<Identity, 'iban' | 'account'>, currency: string | null): void {
		const say = this.say();
		if (iban === null && account === null) say('account-missing');
		if (iban !== null && !isIban(iban)) say('iban-invalid', { of: 'account', text: iban });
		if (currency !== null && !isCurrency(currency)) say('currency-unknown', { of: 'account', text: currency });
	}

	/** A booked entry. @param currency its own, which becomes the statement's where nothing before gave one */
	book(line: number, currency: string | null, read: (place: EntryPlace) => Entry): void {
		if (this.currency === null && currency !== null && isCurrency(currency)) this.currency = currency;
		const place = this.placeOfNext();
		const entry = read(place);
		this.tally.add(entry, this.currency);
		if (this.repeats.add(entry)) place.say(line)('reference-repeated');
		this.file.sink.entry(entry);
	}

	end(identity: Identity): void {
		const key = [identity.iban ?? identity.account ?? '', identity.id ?? '', identity.sequence ?? ''] as const;
		if (identity.id === null) this.say()('id-missing');
		if (this.file.repeats(key)) this.say()('statement-repeated');
		if (this.hasBalances) this.checkBalances();
		const { currency, opening, closing, pending, other } = this;
		const { credits, debits } = this.tally;
		const statement: Statement = { ...identity, currency, key, opening, closing, credits, debits, pending, other };
		this.file.sink.end(statement);
	}

	private placeOfNext(): EntryPlace {
		const { number: statement, currency } = this;
		const { log } = this.file;
		const entry = (this.entries += 1);
		return {
			currency,
			say: (line) => log.at({ statement, entry, part: null }, line),
			sayOfPart: (part, line) => log.at({ statement, entry, part }, line)
		};
	}

	private checkBalances(): void {
		const { opening, closing, currency, tally } = this;
		if (opening === null) this.say()('opening-missing');
		if (closing === null) this.say()('closing-missing');
		if (opening?.cents == null || closing?.cents == null || !tally.complete) return;
		if (opening.currency !== currency || closing.currency !== currency || currency === null) return;
		const found = BigInt(opening.cents) + tally.credits.cents + tally.debits.cents;
		if (found !== BigInt(closing.cents)) this.say()('balance-mismatch', { found, declared: closing.cents, currency });
	}
}
