import type { BankFile } from '../bank-file';
import { OpenStatement } from '../open-statement';
import { readBalance, usedBalances } from './balances';
import { dayOfMoment } from './dates';
import { readEntry, type RawEntry } from './entry';
import type { CamtKind } from './format';
import type { BalanceKey, StatementKey } from './paths';
import type { Raw } from './raw';

/** A `Stmt` or `Ntfctn` while its entries pass. */
export class CamtStatement {
	/** Account and balances are whole when the first entry begins: a file in which one comes later is refused. */
	hasEntries = false;
	private readonly open: OpenStatement;
	private isSettled = false;

	constructor(
		private readonly raw: Raw<StatementKey>,
		private readonly kind: CamtKind,
		file: BankFile
	) {
		this.open = new OpenStatement(file, raw.line, kind.hasBalances);
	}

	entry(raw: RawEntry): void {
		this.settle();
		const status = raw.text('status');
		if (status === null && raw.text('ownStatus') === null) this.open.say(raw.line)('status-missing');
		if (status === 'BOOK') this.open.book(raw.line, raw.text('currency'), (place) => readEntry(raw, place));
		else if (status === 'PDNG') this.open.pending += 1;
		else this.open.other += 1;
	}

	end(): void {
		this.settle();
		const { raw } = this;
		const say = this.open.say();
		this.open.end({
			id: raw.text('id'),
			sequence: raw.text('electronicNumber') ?? raw.text('legalNumber'),
			created: raw.text('created'),
			from: dayOfMoment(raw, 'from', say, 'from'),
			to: dayOfMoment(raw, 'to', say, 'to'),
			copy: raw.text('copy'),
			...this.account()
		});
	}

	private account() {
		return { iban: this.raw.text('iban'), account: this.raw.text('account') };
	}

	/** Judges what stands before the entries, because their currency follows from it. */
	private settle(): void {
		if (this.isSettled) return;
		this.isSettled = true;
		const { raw, open } = this;
		const currency = raw.text('currency');
		open.checkAccount(this.account(), currency);
		const balances = this.kind.hasBalances ? raw.records<BalanceKey>('Bal') : [];
		const { opening, closing, repeated } = usedBalances(balances);
		open.currency = currency ?? opening?.text('currency') ?? closing?.text('currency') ?? null;
		for (const one of repeated) open.say(one.line)('balance-repeated');
		open.opening = opening && readBalance(opening, open.currency, open.say(opening.line), 'opening');
		open.closing = closing && readBalance(closing, open.currency, open.say(closing.line), 'closing');
	}
}
